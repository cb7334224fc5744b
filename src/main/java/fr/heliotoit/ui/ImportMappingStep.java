package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportPreview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Third step of the import: which column holds what. Found out by itself; a person can say otherwise and keep that as a profile. */
final class ImportMappingStep {
    private final List<ImportPreview> previews;
    private final Map<String, ComboBox<String>> fields = new LinkedHashMap<>();
    private final TextField profile = new TextField();

    ImportMappingStep(List<ImportPreview> previews) {
        this.previews = previews.stream()
                .filter(preview -> preview.holds().equals("batiments"))
                .toList();
    }

    Node node() {
        if (previews.isEmpty()) {
            Label none = new Label(t("wizard.mapping.none"));
            none.setWrapText(true);
            return none;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.addRow(
                0,
                heading("wizard.mapping.field"),
                heading("wizard.mapping.column"),
                heading("wizard.mapping.example"));
        int row = 1;
        for (String meaning : ImportPreview.MEANINGS) {
            Label words = new Label(t("meaning." + meaning));
            ComboBox<String> field = field(meaning);
            words.setLabelFor(field);
            field.setAccessibleText(t("meaning." + meaning));
            Label example = new Label(example(field.getValue()));
            example.getStyleClass().add("text-muted");
            example.setMaxWidth(260);
            field.valueProperty().addListener((o, before, now) -> example.setText(example(now)));
            grid.addRow(row++, words, field, example);
        }
        profile.setId("mapping-profile");
        profile.setPromptText(t("wizard.mapping.profile.prompt"));
        Label keep = new Label(t("wizard.mapping.profile"));
        keep.setLabelFor(profile);
        grid.addRow(row, keep, profile);
        Label note = new Label(t("wizard.mapping.note", previews.getFirst().profile()));
        note.setWrapText(true);
        note.getStyleClass().add("text-muted");
        ScrollPane scroll = new ScrollPane(new VBox(10, note, grid));
        scroll.setFitToWidth(true);
        return scroll;
    }

    /** The columns that a person chose otherwise than they were found, by what they mean; empty when nothing was changed. */
    Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        fields.forEach((meaning, field) -> {
            String column = field.getValue();
            if (column != null && !column.isEmpty() && !column.equals(found(meaning))) {
                chosen.put(meaning, column);
            }
        });
        if (!chosen.isEmpty()) {
            // What was found for the others goes on to hold.
            fields.forEach((meaning, field) -> {
                if (field.getValue() != null && !field.getValue().isEmpty()) {
                    chosen.putIfAbsent(meaning, field.getValue());
                }
            });
        }
        return chosen;
    }

    /** Under which name the choice shall be kept; empty when it shall not. */
    String profile() {
        return profile.getText().strip();
    }

    private ComboBox<String> field(String meaning) {
        ComboBox<String> field = new ComboBox<>();
        field.setId("mapping-" + meaning);
        List<String> columns = new ArrayList<>();
        columns.add("");
        previews.forEach(preview ->
                preview.columns().stream().filter(c -> !columns.contains(c)).forEach(columns::add));
        String found = found(meaning);
        if (!columns.contains(found)) {
            columns.add(found);
        }
        field.getItems().setAll(columns);
        field.setValue(found);
        field.setMaxWidth(Double.MAX_VALUE);
        fields.put(meaning, field);
        return field;
    }

    private String found(String meaning) {
        return previews.stream()
                .map(preview -> preview.meanings().getOrDefault(meaning, ""))
                .filter(column -> !column.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String example(String column) {
        for (ImportPreview preview : previews) {
            int index = preview.columns().indexOf(column);
            for (List<String> row : index < 0 ? List.<List<String>>of() : preview.rows()) {
                if (!row.get(index).isBlank()) {
                    return row.get(index);
                }
            }
        }
        return "—";
    }

    private static Label heading(String key) {
        Label label = new Label(t(key));
        label.getStyleClass().add("card-heading");
        return label;
    }
}
