package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.Job;
import fr.heliotoit.ui.model.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** What the window tells in a dialog. Nothing here waits: the window lives on below. */
final class Notices implements Jobs.Listener {
    private static final double WIDTH = 460;

    /** Sentences of more letters take more than one line of {@link #WIDTH}. */
    private static final int LONG = 60;

    private final Stage owner;
    private final Consumer<String> status;

    /** @param status for what needs no dialog */
    Notices(Stage owner, Consumer<String> status) {
        this.owner = owner;
        this.status = status;
    }

    /** One sentence: what failed, why, what to do next. */
    void failure(Failure failure) {
        show(AlertType.ERROR, t("notice.failure"), text(failure.getMessage()));
    }

    void tell(String title, String sentence) {
        show(AlertType.INFORMATION, title, text(sentence));
    }

    void tell(String title, Region content) {
        show(AlertType.INFORMATION, title, content);
    }

    /** Tells, and offers one thing to do next. */
    void offer(String title, String sentence, String verb, Runnable action) {
        choose(title, sentence, List.of(new Choice(verb, action)));
    }

    /** The same with more than a sentence. */
    void offer(String title, Region content, String verb, Runnable action) {
        choose(title, content, List.of(new Choice(verb, action)));
    }

    /** One of several things that can be done next. */
    record Choice(String verb, Runnable action) {}

    /** Tells, and offers several things to do next, or nothing. */
    void choose(String title, String sentence, List<Choice> choices) {
        choose(title, text(sentence), choices);
    }

    private void choose(String title, Region content, List<Choice> choices) {
        Alert alert = alert(AlertType.INFORMATION, title, content);
        Map<ButtonType, Runnable> actions = new LinkedHashMap<>();
        choices.forEach(
                choice -> actions.put(new ButtonType(choice.verb(), ButtonBar.ButtonData.LEFT), choice.action()));
        alert.getButtonTypes().addAll(actions.keySet());
        alert.setOnHidden(event -> {
            Runnable chosen = actions.get(alert.getResult());
            if (chosen != null) {
                chosen.run();
            }
        });
        alert.show();
    }

    @Override
    public void failed(Job job, Failure failure) {
        status.accept(t("job.failed", job.title()));
        failure(failure);
    }

    @Override
    public void cancelled(Job job) {
        status.accept(t("job.cancelled", job.title()));
    }

    @Override
    public void crashed(Job job, Throwable defect) {
        System.getLogger(Notices.class.getName()).log(System.Logger.Level.ERROR, job.title(), defect);
        status.accept(t("job.failed", job.title()));
        show(AlertType.ERROR, t("notice.defect"), text(t("notice.defect.text", job.title(), String.valueOf(defect))));
    }

    private void show(AlertType type, String title, Region content) {
        alert(type, title, content).show();
    }

    private Alert alert(AlertType type, String title, Region content) {
        Alert alert = new Alert(type, "", new ButtonType(t("close"), ButtonType.CLOSE.getButtonData()));
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(null);
        DialogFit.fit(alert, content);
        return alert;
    }

    static Label text(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        // A dialog is placed by its preferred width, and that of an unwrapped sentence can be wider than the screen.
        if (sentence.length() > LONG) {
            label.setPrefWidth(WIDTH);
        }
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
