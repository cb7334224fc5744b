package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.render.Viewport;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.Job;
import fr.heliotoit.ui.model.Jobs;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Place under the cursor with the name of its coordinate system, scale, millésime; the running job with its Cancel. */
final class StatusBar extends HBox {
    /** Logical pixels of 1/96 inch. */
    private static final double METRES_PER_SCREEN_PIXEL = 0.0254 / 96;

    private final ProjectModel model;
    private final Label place = new Label();
    private final Label scale = new Label();
    private final Label vintage = new Label();
    private final Label message = new Label();
    private final Label stage = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox jobBox = new HBox();
    private final Button cancel = new Button(t("job.cancel"));
    private final MenuButton queue = new MenuButton();

    StatusBar(ProjectModel model, Jobs jobs) {
        this.model = model;
        getStyleClass().add("status-bar");
        place.setId("status-place");
        scale.setId("status-scale");
        message.setId("status-message");
        stage.setId("status-job");
        cancel.setId("status-cancel");
        place.setMinWidth(220);
        scale.setMinWidth(70);
        bar.setPrefWidth(100);
        bar.setMinWidth(80);
        cancel.setMinWidth(USE_PREF_SIZE);
        queue.setMinWidth(USE_PREF_SIZE);
        vintage.setMinWidth(USE_PREF_SIZE);
        stage.setTooltip(new Tooltip(t("job.left.tip")));
        queue.setId("status-queue");
        queue.managedProperty().bind(queue.visibleProperty());
        queue.setVisible(false);
        jobs.waiting().addListener((ListChangeListener<Job>) change -> showQueue(jobs));
        jobBox.getChildren().addAll(stage, bar, cancel, queue);
        jobBox.setAlignment(Pos.CENTER_LEFT);
        jobBox.getStyleClass().add("bar-row");
        jobBox.setVisible(false);
        jobBox.managedProperty().bind(jobBox.visibleProperty());
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(place, scale, vintage, space, message, jobBox);
        jobs.runningProperty().addListener((o, before, job) -> {
            show(job);
            showQueue(jobs);
        });
        model.projectProperty().addListener((o, before, now) -> showProject(now));
        pointing(Double.NaN, Double.NaN);
    }

    /** @param x east [project CRS], NaN when the cursor is elsewhere */
    void pointing(double x, double y) {
        LoadedProject project = model.project().orElse(null);
        if (project == null) {
            place.setText("");
            return;
        }
        String system = project.info().crs().code().equals("EPSG:2154")
                ? "Lambert-93"
                : project.info().crs().code();
        place.setText(
                Double.isNaN(x)
                        ? system
                        : t("status.place", Formats.quantity(x, 0, "m"), Formats.quantity(y, 0, "m"), system));
    }

    void looking(Viewport view) {
        scale.setText(
                model.project().isEmpty()
                        ? ""
                        : "1:" + Formats.number(round(view.metresPerPixel() / METRES_PER_SCREEN_PIXEL), 0));
    }

    /** A sentence about what has just been done. */
    void say(String text) {
        message.setText(text);
    }

    /** Two significant digits: a screen is no ruler. */
    private static double round(double n) {
        double unit = Math.pow(10, Math.floor(Math.log10(n)) - 1);
        return Math.round(n / unit) * unit;
    }

    private void showProject(@Nullable LoadedProject project) {
        vintage.setText(
                project == null
                        ? ""
                        : project.vintage().isEmpty()
                                ? t("status.vintage.none")
                                : t("status.vintage", project.vintage()));
        pointing(Double.NaN, Double.NaN);
    }

    private void show(@Nullable Job job) {
        jobBox.setVisible(job != null);
        bar.progressProperty().unbind();
        stage.textProperty().unbind();
        if (job == null) {
            return;
        }
        message.setText("");
        cancel.setDisable(false);
        cancel.setOnAction(event -> {
            job.cancel();
            cancel.setDisable(true);
        });
        bar.progressProperty().bind(job.fractionProperty());
        stage.textProperty()
                .bind(Bindings.createStringBinding(() -> stageText(job), job.stageProperty(), job.paceProperty()));
    }

    private static String stageText(Job job) {
        String key = job.stageProperty().get();
        String pace = job.paceProperty().get();
        return (key.isEmpty()
                        ? job.title()
                        : job.title() + " : " + Texts.current().text(key))
                + (pace.isEmpty() ? "" : " — " + pace);
    }

    /** What waits its turn; a job is taken out by choosing it. */
    private void showQueue(Jobs jobs) {
        int count = jobs.waiting().size();
        queue.setVisible(count > 0 && jobs.runningProperty().get() != null);
        queue.setText(t("job.queue", Formats.number(count)));
        queue.setAccessibleText(Words.count("job.queue.accessible", count));
        queue.getItems().clear();
        for (Job job : List.copyOf(jobs.waiting())) {
            MenuItem item = new MenuItem(t("job.remove", job.title()));
            item.setOnAction(event -> jobs.remove(job));
            queue.getItems().add(item);
        }
    }
}
