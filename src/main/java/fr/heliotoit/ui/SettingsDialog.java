package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/** Language, colours and size of the text. */
final class SettingsDialog {
    private static final List<String> LANGUAGES = List.of("fr", "en");

    private final MainWindow window;

    SettingsDialog(MainWindow window) {
        this.window = window;
    }

    void ask() {
        Theme theme = window.theme();
        String before = Texts.current().locale().getLanguage();
        ComboBox<String> language = combo("settings-language", LANGUAGES, code -> t("settings.language." + code));
        language.setValue(before);
        ComboBox<Theme.Choice> colours =
                combo("settings-theme", List.of(Theme.Choice.values()), choice -> t("menu.theme." + choice.code()));
        colours.setValue(theme.choiceProperty().get());
        ComboBox<Integer> size =
                combo("settings-size", Theme.TEXT_SIZES, percent -> Formats.percent(percent / 100.0, 0));
        size.setValue(theme.textSize());
        Form form = new Form(window.stage(), t("settings.title"));
        form.add(t("settings.language"), language);
        form.add(t("menu.theme"), colours);
        form.add(t("settings.size"), size);
        form.note(t("settings.note"));
        form.ask(
                t("settings.go"),
                // The window is built anew in the other language, and work on the project must not be cut short by
                // that.
                () -> !language.getValue().equals(before)
                                && window.jobs().runningProperty().get() != null
                        ? t("settings.busy")
                        : null,
                () -> {
                    theme.choose(colours.getValue());
                    theme.chooseTextSize(size.getValue());
                    if (!language.getValue().equals(before)) {
                        window.speak(language.getValue());
                    }
                });
    }

    private static <T> ComboBox<T> combo(String id, List<T> values, Function<T, String> words) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.getItems().addAll(values);
        combo.setConverter(new ChoiceWords<>(words));
        return combo;
    }
}
