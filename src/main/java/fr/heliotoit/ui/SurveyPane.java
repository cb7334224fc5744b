package fr.heliotoit.ui;

import fr.heliotoit.ui.model.SurveyQuestions;
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

    /** @param answered takes the key of a question and its answer, empty for none */
    SurveyPane(List<SurveyQuestions> groups, BiConsumer<String, String> answered) {
        getStyleClass().add("survey");
        for (SurveyQuestions group : groups) {
            Label title = new Label(group.title());
            title.getStyleClass().add("card-heading");
            getChildren().add(title);
            for (SurveyQuestions.Question question : group.questions()) {
                ComboBox<String> field = field(question, answered);
                Label words = new Label(question.words());
                words.getStyleClass().add("text-muted");
                words.setWrapText(true);
                words.setLabelFor(field);
                getChildren().addAll(words, field);
            }
        }
    }

    private ComboBox<String> field(SurveyQuestions.Question question, BiConsumer<String, String> answered) {
        ComboBox<String> field = new ComboBox<>();
        field.getItems().add("");
        field.getItems().addAll(question.answers());
        field.setEditable(true);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(question.words());
        field.valueProperty().addListener((o, before, now) -> {
            if (!filling) {
                answered.accept(question.key(), now == null ? "" : now);
            }
        });
        // What is typed counts when the field is left, not only on Enter.
        field.focusedProperty().addListener((o, before, now) -> {
            if (!now && !filling) {
                field.setValue(field.getEditor().getText());
            }
        });
        fields.put(question.key(), field);
        return field;
    }

    /** Shows answers by question. */
    void fill(Map<String, String> answers) {
        filling = true;
        try {
            fields.forEach((question, field) -> field.setValue(answers.getOrDefault(question, "")));
        } finally {
            filling = false;
        }
    }
}
