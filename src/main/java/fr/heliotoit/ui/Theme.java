package fr.heliotoit.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Light or dark: as the system says, or as chosen in the menu until the window closes. */
final class Theme {
    /** What can be chosen. */
    enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private Choice choice = Choice.SYSTEM;

    Theme() {
        Platform.getPreferences().colorSchemeProperty().addListener(o -> apply());
        apply();
    }

    void choose(Choice chosen) {
        choice = chosen;
        apply();
    }

    /** Adds the window's own style sheet. */
    static void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource("heliotoit.css"))
                        .toExternalForm());
    }

    private void apply() {
        boolean dark = choice == Choice.DARK
                || (choice == Choice.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
