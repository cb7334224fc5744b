package fr.heliotoit.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** Colours and size of the text: as the system says or as chosen, remembered. Dialogs follow the scene that owns them. */
final class Theme {
    /** What can be chosen. */
    enum Choice {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST;

        /** Name in settings and bundles. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Sizes of the text that can be chosen [% of the usual one]. */
    static final List<Integer> TEXT_SIZES = List.of(100, 115, 130, 150);

    private static final String CHOICE = "theme";
    private static final String TEXT_SIZE = "text.size";

    /** Usual size [px]. */
    private static final int TEXT = 13;

    private final UserSettings settings;
    private final Scene scene;
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.SYSTEM);
    private final InvalidationListener systemChanged = o -> apply();

    /** Dresses the scene as chosen last time. */
    Theme(Scene scene, UserSettings settings) {
        this.scene = scene;
        this.settings = settings;
        String remembered = settings.get(CHOICE).orElse("");
        for (Choice known : Choice.values()) {
            if (known.code().equals(remembered)) {
                choice.set(known);
            }
        }
        Platform.getPreferences().addListener(systemChanged);
        scene.getPreferences().colorSchemeProperty().addListener(systemChanged);
        apply();
    }

    ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    void choose(Choice chosen) {
        choice.set(chosen);
        settings.put(CHOICE, chosen == Choice.SYSTEM ? null : chosen.code());
        apply();
    }

    /** Of the usual size [%], one of {@link #TEXT_SIZES}. */
    int textSize() {
        String remembered = settings.get(TEXT_SIZE).orElse("");
        return TEXT_SIZES.stream()
                .filter(size -> String.valueOf(size).equals(remembered))
                .findFirst()
                .orElse(TEXT_SIZES.getFirst());
    }

    /** @param percent one of {@link #TEXT_SIZES} */
    void chooseTextSize(int percent) {
        settings.put(TEXT_SIZE, percent == TEXT_SIZES.getFirst() ? null : String.valueOf(percent));
        apply();
    }

    /** Makes the scene of another window look like the main one from now on; dialogs do so by themselves. */
    void dress(Scene other) {
        Bindings.bindContent(other.getStylesheets(), scene.getStylesheets());
    }

    /** Listens to the system no longer: another window takes the place of this one. */
    void close() {
        Platform.getPreferences().removeListener(systemChanged);
        scene.getPreferences().colorSchemeProperty().removeListener(systemChanged);
    }

    private void apply() {
        boolean systemDark = scene.getPreferences().getColorScheme() == ColorScheme.DARK;
        boolean dark = choice.get() == Choice.DARK || (choice.get() != Choice.LIGHT && systemDark);
        boolean contrast = choice.get() == Choice.CONTRAST || (choice.get() == Choice.SYSTEM && systemContrast());
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("heliotoit.css"));
        if (contrast) {
            sheets.add(sheet(dark ? "contrast-dark.css" : "contrast-light.css"));
        }
        if (textSize() != TEXT_SIZES.getFirst()) {
            sheets.add(inline(".root { -fx-font-size: " + TEXT * textSize() / 100 + "px; }"));
        }
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /** Windows says it outright, GNOME by the name of its theme. */
    private static boolean systemContrast() {
        return Platform.getPreferences().getBoolean("Windows.SPI.HighContrast").orElse(false)
                || Platform.getPreferences()
                        .getString("GTK.theme_name")
                        .filter(name -> name.contains("HighContrast"))
                        .isPresent();
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
    }

    private static String inline(String css) {
        return "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
