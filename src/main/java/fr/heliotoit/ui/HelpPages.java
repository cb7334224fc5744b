package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Shortcuts and "about". */
final class HelpPages {
    /** Keys of the bundle under {@code shortcut.}, in the order shown. */
    static final List<String> SHORTCUTS = List.of(
            "search",
            "query",
            "new",
            "open",
            "import",
            "history",
            "compute",
            "evaluate",
            "group",
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
            "close",
            "settings",
            "shortcuts",
            "quit",
            "layers",
            "table",
            "card",
            "pan",
            "zoom",
            "home",
            "click",
            "box",
            "clear",
            "menu");

    private HelpPages() {}

    static void shortcuts(Notices notices) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        // Two columns: the list is longer than a small screen is high.
        int rows = (SHORTCUTS.size() + 1) / 2;
        for (int i = 0; i < SHORTCUTS.size(); i++) {
            Label keys = new Label(t("shortcut." + SHORTCUTS.get(i) + ".keys"));
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label what = new Label(t("shortcut." + SHORTCUTS.get(i)));
            what.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(keys, 2 * (i / rows), i % rows);
            grid.add(what, 2 * (i / rows) + 1, i % rows);
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
