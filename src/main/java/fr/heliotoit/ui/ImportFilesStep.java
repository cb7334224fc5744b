package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportKind;
import fr.heliotoit.geo.Crs;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** First step of the import: the files, and what the import cannot know from them: their date, a missing system, what a raster is. */
final class ImportFilesStep {
    private static final List<String> SYSTEMS =
            List.of("", "EPSG:2154", "EPSG:4326", "EPSG:3946", "EPSG:3950", "EPSG:27572", "EPSG:3007");

    private final ListView<Path> files = new ListView<>();
    private final TextField vintage = new TextField(YearMonth.now().toString());
    private final ComboBox<String> system = new ComboBox<>();
    private final CheckBox swapped = new CheckBox(t("import.swapped"));
    private final ComboBox<@Nullable ImportKind> kind = new ComboBox<>();
    private final FilePicker picker;

    ImportFilesStep(FilePicker picker, List<Path> given) {
        this.picker = picker;
        files.setId("import-files");
        files.getItems().setAll(given);
        files.setPrefHeight(150);
        files.setAccessibleText(t("wizard.files"));
        files.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        files.setOnDragDropped(event -> {
            add(event.getDragboard().getFiles().stream()
                    .map(java.io.File::toPath)
                    .toList());
            event.setDropCompleted(true);
            event.consume();
        });
        vintage.setId("import-vintage");
        system.setId("import-crs");
        system.setEditable(true);
        system.getItems().addAll(SYSTEMS);
        system.setPromptText(t("import.crs.prompt"));
        swapped.setId("import-swapped");
        kind.setId("import-kind");
        kind.getItems().add(null);
        kind.getItems().addAll(ImportKind.values());
        kind.setConverter(new KindWords());
        kind.setValue(guess());
    }

    Node node() {
        Button more = new Button(t("wizard.files.add"));
        more.setId("wizard-add");
        more.setOnAction(event -> add(picker.openSeveral(FilePicker.Kind.IMPORT)));
        Button folder = new Button(t("wizard.files.folder"));
        folder.setOnAction(event -> picker.folder().ifPresent(path -> add(List.of(path))));
        Button less = new Button(t("wizard.files.remove"));
        less.disableProperty()
                .bind(files.getSelectionModel().selectedItemProperty().isNull());
        less.setOnAction(
                event -> files.getItems().remove(files.getSelectionModel().getSelectedItem()));
        HBox buttons = new HBox(more, folder, less);
        buttons.getStyleClass().add("bar-row");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        row(grid, 0, t("import.vintage"), vintage);
        row(grid, 1, t("import.kind"), kind);
        row(grid, 2, t("import.crs"), system);
        grid.add(swapped, 1, 3);
        Label note = new Label(t("import.note"));
        note.setWrapText(true);
        note.getStyleClass().add("text-muted");
        VBox box = new VBox(10, files, buttons, grid, note);
        VBox.setVgrow(files, Priority.ALWAYS);
        return box;
    }

    private static void row(GridPane grid, int row, String label, Region field) {
        Label words = new Label(label);
        words.setLabelFor(field);
        words.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(words, VPos.CENTER);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(label);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row, words, field);
    }

    List<Path> files() {
        return List.copyOf(files.getItems());
    }

    String vintage() {
        return vintage.getText().strip();
    }

    @Nullable
    ImportKind kind() {
        return kind.getValue();
    }

    @Nullable
    Crs crs() {
        return code().isEmpty() ? null : new Crs(code().toUpperCase(Locale.ROOT));
    }

    /** Whether the files give north before east. */
    boolean swapAxes() {
        return swapped.isSelected();
    }

    /** What is missing or wrong; null when the next step can begin. */
    @Nullable
    String problem() {
        if (files.getItems().isEmpty()) {
            return t("wizard.files.none");
        }
        if (!code().isEmpty() && !code().matches("(?i)EPSG:\\d{4,6}")) {
            return t("import.crs.wrong", code());
        }
        if (!vintage().matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return t("import.vintage.missing");
        }
        return kind() == null && files.getItems().stream().anyMatch(ImportFilesStep::needsKind)
                ? t("import.kind.missing")
                : null;
    }

    private void add(List<Path> more) {
        more.stream().filter(path -> !files.getItems().contains(path)).forEach(files.getItems()::add);
        if (kind.getValue() == null) {
            kind.setValue(guess());
        }
    }

    private String code() {
        String text = system.getEditor().getText();
        return text == null ? "" : text.strip();
    }

    private @Nullable ImportKind guess() {
        return files.getItems().stream()
                .flatMap(file -> Stream.ofNullable(guess(file)))
                .findFirst()
                .orElse(null);
    }

    /** A raster or a text does not say what it is for; an EPW file can only be weather. */
    private static boolean needsKind(Path file) {
        return name(file).matches(".*\\.(tif|tiff|asc|txt)");
    }

    /** What producers usually call such files; the person has the last word. */
    private static @Nullable ImportKind guess(Path file) {
        String name = name(file);
        if (!needsKind(file)) {
            return null;
        }
        if (name.endsWith(".txt")) {
            return ImportKind.WEATHER;
        }
        if (name.matches(".*(irrad|ensoleil|rayonnement|ghi).*")) {
            return ImportKind.IRRADIATION;
        }
        if (name.matches(".*(mnt|dtm|dem).*")) {
            return ImportKind.TERRAIN_MODEL;
        }
        return name.matches(".*(mns|dsm).*") ? ImportKind.SURFACE_MODEL : null;
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static final class KindWords extends StringConverter<@Nullable ImportKind> {
        @Override
        public String toString(@Nullable ImportKind kind) {
            return kind == null ? t("wizard.kind.auto") : t("kind." + kind.code());
        }

        @Override
        public @Nullable ImportKind fromString(String text) {
            return null;
        }
    }
}
