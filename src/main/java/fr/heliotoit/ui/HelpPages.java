package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Shortcuts and "about". */
final class HelpPages {
    /** Keys of the bundle under {@code shortcut.}, in the order shown. */
    private static final List<String> SHORTCUTS = List.of(
            "search",
            "query",
            "open",
            "import",
            "compute",
            "report",
            "report.again",
            "sheet",
            "list",
            "picture",
            "copy",
            "export",
            "dashboard",
            "undo",
            "redo",
            "layers",
            "table",
            "card",
            "pan",
            "zoom",
            "home",
            "click",
            "box",
            "clear");

    private HelpPages() {}

    static void shortcuts(Notices notices) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        for (int row = 0; row < SHORTCUTS.size(); row++) {
            Label keys = new Label(t("shortcut." + SHORTCUTS.get(row) + ".keys"));
            keys.getStyleClass().add("keys");
            grid.addRow(row, keys, new Label(t("shortcut." + SHORTCUTS.get(row))));
        }
        notices.tell(t("menu.shortcuts"), grid);
    }

    static void about(Notices notices) {
        String version = HelpPages.class.getPackage().getImplementationVersion();
        notices.tell(
                t("menu.about"),
                t(
                        "about",
                        version == null ? t("about.sources") : version,
                        Runtime.version(),
                        System.getProperty("javafx.version", "?")));
    }
}
