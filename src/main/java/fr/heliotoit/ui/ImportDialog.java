package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Formats;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the import cannot know from the files: their date and, where they do not say it, their coordinate system and what a raster is. */
final class ImportDialog {
    private static final List<String> SYSTEMS =
            List.of("", "EPSG:2154", "EPSG:4326", "EPSG:3946", "EPSG:3950", "EPSG:27572", "EPSG:3007");

    private final Window owner;
    private final TextField vintage = new TextField(
            LocalDate.now(java.time.ZoneId.systemDefault()).toString().substring(0, 7));
    private final ComboBox<String> system = new ComboBox<>();
    private final ComboBox<@Nullable Kind> kind = new ComboBox<>();

    /** What a raster may be; null of the enum stands for "none is among the files". */
    private record Kind(InputFile.@Nullable Kind value) {}

    /** What was decided. */
    record Choice(List<Path> files, ImportOptions options) {}

    ImportDialog(Window owner) {
        this.owner = owner;
        system.setEditable(true);
        system.getItems().addAll(SYSTEMS);
        system.setPromptText(t("import.crs.prompt"));
        kind.getItems().add(new Kind(null));
        for (InputFile.Kind value : InputFile.Kind.values()) {
            kind.getItems().add(new Kind(value));
        }
        kind.setConverter(new KindWords());
        kind.getSelectionModel().select(0);
    }

    /** @param then called with the choice when the person goes on */
    void ask(List<Path> files, Consumer<Choice> then) {
        Form form = new Form(owner, t("import.title"));
        Label list = new Label(
                files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining("\n")));
        list.setId("import-files");
        form.add(t("import.files", Formats.number(files.size())), list);
        form.add(t("import.vintage"), vintage);
        form.add(t("import.crs"), system);
        form.add(t("import.kind"), kind);
        form.note(t("import.note"));
        vintage.setId("import-vintage");
        system.setId("import-crs");
        form.ask(
                t("import.go"),
                () -> problem(),
                () -> then.accept(new Choice(
                        files, new ImportOptions(crs(), vintage.getText().strip(), kind(), false))));
    }

    private @Nullable String problem() {
        String code = code();
        if (!code.isEmpty() && !code.matches("(?i)EPSG:\\d{4,6}")) {
            return t("import.crs.wrong", code);
        }
        return vintage.getText().isBlank() ? t("import.vintage.missing") : null;
    }

    private String code() {
        String text = system.getEditor().getText();
        return text == null ? "" : text.strip();
    }

    private @Nullable Crs crs() {
        return code().isEmpty() ? null : new Crs(code().toUpperCase(java.util.Locale.ROOT));
    }

    private InputFile.@Nullable Kind kind() {
        Kind chosen = kind.getValue();
        return chosen == null ? null : chosen.value();
    }

    private static final class KindWords extends StringConverter<@Nullable Kind> {
        @Override
        public String toString(@Nullable Kind kind) {
            return kind == null || kind.value() == null
                    ? t("import.kind.auto")
                    : t("kind." + kind.value().code());
        }

        @Override
        public @Nullable Kind fromString(String text) {
            return null;
        }
    }
}
