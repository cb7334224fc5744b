package fr.heliotoit.ui;

import fr.heliotoit.cadastre.Survey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The questions of the survey sheet with their answers: one is chosen or typed. */
final class SurveyPane extends VBox {
    private final Map<String, ComboBox<String>> fields = new LinkedHashMap<>();
    private boolean filling;

    /** @param answered takes the id of a question and its answer as it is kept, empty for none */
    SurveyPane(List<Survey.Group> groups, BiConsumer<String, String> answered) {
        getStyleClass().add("survey");
        for (Survey.Group group : groups) {
            Label title = new Label(group.title());
            title.getStyleClass().add("card-heading");
            getChildren().add(title);
            for (Survey.Question question : group.questions()) {
                ComboBox<String> field = field(question, answered);
                Label words = new Label(question.alone());
                words.getStyleClass().add("text-muted");
                words.setWrapText(true);
                words.setLabelFor(field);
                getChildren().addAll(words, field);
            }
        }
    }

    private ComboBox<String> field(Survey.Question question, BiConsumer<String, String> answered) {
        ComboBox<String> field = new ComboBox<>();
        field.getItems().add("");
        field.getItems().addAll(question.answers());
        field.setEditable(true);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(question.alone());
        field.valueProperty().addListener((o, before, now) -> {
            if (!filling) {
                answered.accept(question.id(), now == null ? "" : Survey.kept(question.id(), now));
            }
        });
        // What is typed counts when the field is left, not only on Enter.
        field.focusedProperty().addListener((o, before, now) -> {
            if (!now && !filling) {
                field.setValue(field.getEditor().getText());
            }
        });
        fields.put(question.id(), field);
        return field;
    }

    /** Shows answers by the id of their question. */
    void fill(Map<String, String> answers) {
        filling = true;
        try {
            fields.forEach((id, field) -> field.setValue(Survey.shown(id, answers.getOrDefault(id, ""))));
        } finally {
            filling = false;
        }
    }
}
