package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.ui.model.UserSettings;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

/**
 * Filters with a name: those that come with the program, and those that a person has kept. Kept ones belong to the person, not to a
 * project: their attributes are the same in every commune.
 */
final class SavedFilters {
    private static final String PREFIX = "filter.";
    private static final List<String> EXAMPLES = List.of("public", "large", "good", "publicGood", "nothing");

    private final UserSettings settings;
    private final QueryBar bar;
    private final MenuButton button = new MenuButton(t("query.examples"));

    SavedFilters(UserSettings settings, QueryBar bar) {
        this.settings = settings;
        this.bar = bar;
        button.setId("query-examples");
        button.setOnShowing(event -> fill());
        fill();
    }

    MenuButton menu() {
        return button;
    }

    private void fill() {
        button.getItems().clear();
        for (String name : EXAMPLES) {
            button.getItems().add(item(t("query.example." + name), Words.t("query.example." + name + ".ecql")));
        }
        Map<String, String> kept = settings.under(PREFIX);
        if (!kept.isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
            kept.forEach((name, ecql) -> button.getItems().add(item(name, ecql)));
        }
        MenuItem keep = new MenuItem(t("query.keep"));
        keep.setId("query-keep");
        keep.setDisable(bar.expression().isEmpty());
        keep.setOnAction(event -> keep());
        button.getItems().addAll(new SeparatorMenuItem(), keep);
        if (!kept.isEmpty()) {
            Menu forget = new Menu(t("query.forget"));
            kept.keySet().forEach(name -> {
                MenuItem item = new MenuItem(name);
                item.setMnemonicParsing(false);
                item.setOnAction(event -> settings.put(PREFIX + name, null));
                forget.getItems().add(item);
            });
            button.getItems().add(forget);
        }
    }

    private MenuItem item(String name, String ecql) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> bar.filter(ecql));
        return item;
    }

    private void keep() {
        TextField name = new TextField();
        name.setId("query-name");
        Form form = new Form(bar.getScene().getWindow(), t("query.keep.title"));
        form.add(t("query.keep.name"), name);
        form.note(bar.expression());
        form.ask(
                t("query.keep.go"),
                () -> name.getText().isBlank() ? t("query.keep.missing") : null,
                () -> settings.put(PREFIX + name.getText().strip(), bar.expression()));
    }
}
