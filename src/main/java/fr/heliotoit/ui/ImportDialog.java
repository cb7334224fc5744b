package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportKind;
import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Formats;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final ComboBox<InputFile.@Nullable Kind> kind = new ComboBox<>();

    /** What was decided. */
    record Choice(List<Path> files, ImportOptions options) {}

    ImportDialog(Window owner) {
        this.owner = owner;
        system.setEditable(true);
        system.getItems().addAll(SYSTEMS);
        system.setPromptText(t("import.crs.prompt"));
        for (InputFile.Kind value : InputFile.Kind.values()) {
            kind.getItems().add(value);
        }
        kind.setConverter(new KindWords());
        kind.setId("import-kind");
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
        boolean askKind = files.stream().anyMatch(ImportDialog::needsKind);
        if (askKind) {
            kind.setValue(files.stream()
                    .flatMap(file -> Stream.ofNullable(guess(file)))
                    .findFirst()
                    .orElse(null));
            form.add(t("import.kind"), kind);
        }
        form.note(t("import.note"));
        vintage.setId("import-vintage");
        system.setId("import-crs");
        form.ask(
                t("import.go"),
                () -> problem(askKind),
                () -> then.accept(new Choice(
                        files,
                        new ImportOptions(
                                crs(),
                                vintage.getText().strip(),
                                kind.getValue() == null
                                        ? null
                                        : ImportKind.ofCode(kind.getValue().code())
                                                .orElseThrow(),
                                false))));
    }

    private @Nullable String problem(boolean askKind) {
        String code = code();
        if (!code.isEmpty() && !code.matches("(?i)EPSG:\\d{4,6}")) {
            return t("import.crs.wrong", code);
        }
        if (askKind && kind.getValue() == null) {
            return t("import.kind.missing");
        }
        return vintage.getText().isBlank() ? t("import.vintage.missing") : null;
    }

    private String code() {
        String text = system.getEditor().getText();
        return text == null ? "" : text.strip();
    }

    private @Nullable Crs crs() {
        return code().isEmpty() ? null : new Crs(code().toUpperCase(Locale.ROOT));
    }

    /** A raster or a text does not say what it is for; an EPW file can only be weather. */
    private static boolean needsKind(Path file) {
        return name(file).matches(".*\\.(tif|tiff|asc|txt)");
    }

    /** What producers usually call such files; the person has the last word. */
    private static InputFile.@Nullable Kind guess(Path file) {
        String name = name(file);
        if (name.endsWith(".txt")) {
            return InputFile.Kind.WEATHER;
        }
        if (!needsKind(file)) {
            return null;
        }
        if (name.matches(".*(irrad|ensoleil|rayonnement|ghi).*")) {
            return InputFile.Kind.IRRADIATION;
        }
        if (name.matches(".*(mnt|dtm|dem).*")) {
            return InputFile.Kind.TERRAIN_MODEL;
        }
        return name.matches(".*(mns|dsm).*") ? InputFile.Kind.SURFACE_MODEL : null;
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static final class KindWords extends StringConverter<InputFile.@Nullable Kind> {
        @Override
        public String toString(InputFile.@Nullable Kind kind) {
            return kind == null ? "" : t("kind." + kind.code());
        }

        @Override
        public InputFile.@Nullable Kind fromString(String text) {
            return null;
        }
    }
}
