package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.UndoStack;
import fr.heliotoit.ui.model.UserSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The menus. Every entry works; what needs an open project is grey without one. */
final class MainMenu extends MenuBar {
    private final ObservableValue<Boolean> closed;
    private final UserSettings settings;

    MainMenu(MainWindow window, UserSettings settings) {
        this.settings = settings;
        ProjectCommands commands = window.commands();
        Workbench bench = window.workbench();
        closed = window.model().projectProperty().map(project -> false).orElse(true);
        ObservableValue<Boolean> locked = window.model()
                .projectProperty()
                .map(project -> project.readOnly())
                .orElse(true);
        setUseSystemMenuBar(true);
        getMenus()
                .addAll(
                        file(window, commands, locked),
                        edit(window),
                        view(window, bench),
                        buildings(window, commands, locked),
                        papers(window),
                        help(window));
    }

    private Menu file(MainWindow window, ProjectCommands commands, ObservableValue<Boolean> locked) {
        MenuItem importing = item("import", "Shortcut+I", commands::importFiles);
        importing.disableProperty().bind(locked);
        MenuItem history = item("history", "Shortcut+H", commands::history);
        history.disableProperty().bind(locked);
        return menu(
                "file",
                item("new", "Shortcut+N", commands::newProject),
                item("open", "Shortcut+O", commands::openProject),
                item("demo", "", commands::openDemo),
                new SeparatorMenuItem(),
                importing,
                history,
                new SeparatorMenuItem(),
                withProject(item("picture", "Shortcut+E", commands::exportMap)),
                withProject(item("print", "", commands::printMap)),
                new SeparatorMenuItem(),
                withProject(item("close", "Shortcut+W", commands::close)),
                new SeparatorMenuItem(),
                item("settings", "Shortcut+Comma", window::settings),
                item("network", "", window::network),
                item("quit", "Shortcut+Q", window::quit));
    }

    private Menu edit(MainWindow window) {
        UndoStack undo = window.undo();
        return menu(
                "edit",
                named("undo", "Shortcut+Z", undo::undo, undo.undoNameProperty()),
                named("redo", "Shortcut+Y", undo::redo, undo.redoNameProperty()));
    }

    /** An entry that says what it takes back, grey when there is nothing. */
    private static MenuItem named(String key, String keys, Runnable action, ReadOnlyStringProperty name) {
        MenuItem item = item(key, keys, action);
        item.disableProperty().bind(name.isEmpty());
        item.textProperty()
                .bind(name.map(words -> words.isEmpty() ? t("menu." + key) : t("menu." + key + ".what", words)));
        return item;
    }

    private Menu papers(MainWindow window) {
        PaperCommands papers = window.papers();
        ObservableValue<Boolean> none = window.model().selectionProperty().map(selection -> selection.focus() == null);
        MenuItem sheet = item("sheet", "Shortcut+Shift+F", papers::sheet);
        MenuItem survey = item("survey", "", papers::survey);
        sheet.disableProperty().bind(none);
        survey.disableProperty().bind(none);
        return menu(
                "papers",
                withProject(item("report", "Shortcut+P", papers::report)),
                withProject(item("report.again", "Shortcut+Shift+P", papers::reportAgain)),
                withProject(item("list", "Shortcut+L", papers::list)),
                sheet,
                survey,
                new SeparatorMenuItem(),
                withProject(item("kit", "", papers::kit)),
                new SeparatorMenuItem(),
                item("usage", "", papers::usage));
    }

    private Menu view(MainWindow window, Workbench bench) {
        CheckMenuItem table = check("table", "F11", bench::showTable);
        bench.tableShownProperty().addListener((o, before, now) -> table.setSelected(now));
        CheckMenuItem card = check("card", "F10", bench::showCard);
        CheckMenuItem layers = check("layers", "F9", bench::showLayers);
        return menu(
                "view",
                withProject(item("home", "", () -> bench.map().navigation().home())),
                withProject(item("zoom.in", "", () -> bench.map().navigation().zoom(1.5))),
                withProject(item("zoom.out", "", () -> bench.map().navigation().zoom(1 / 1.5))),
                new SeparatorMenuItem(),
                withProject(layers),
                withProject(table),
                withProject(item("dashboard", "Shortcut+D", () -> bench.showFigures(true))),
                withProject(card),
                new SeparatorMenuItem(),
                theme(window.theme()));
    }

    private Menu buildings(MainWindow window, ProjectCommands commands, ObservableValue<Boolean> locked) {
        MenuItem compute = item("compute", "F5", commands::compute);
        compute.disableProperty().bind(locked);
        MenuItem evaluate = item("evaluate", "F6", window.decisions()::evaluate);
        evaluate.disableProperty().bind(locked);
        return menu(
                "buildings",
                withProject(item("search", "Shortcut+F", window::focusSearch)),
                withProject(item("select.all", "", () -> selectShown(window))),
                withProject(item("select.none", "", () -> window.model().select(Selection.NONE))),
                withProject(item(
                        "copy",
                        "Shortcut+Shift+C",
                        () -> window.workbench().table().copy())),
                withProject(item("export", "Shortcut+Shift+E", window.papers()::export)),
                new SeparatorMenuItem(),
                compute,
                evaluate,
                withProject(item("group", "Shortcut+G", window.decisions()::group)));
    }

    private Menu help(MainWindow window) {
        return menu(
                "help",
                item("shortcuts", "F1", () -> HelpPages.shortcuts(window.notices())),
                item("about", "", () -> HelpPages.about(window.notices())));
    }

    private static Menu theme(Theme theme) {
        Menu menu = new Menu(t("menu.theme"));
        ToggleGroup group = new ToggleGroup();
        for (Theme.Choice choice : Theme.Choice.values()) {
            RadioMenuItem item = new RadioMenuItem(t("menu.theme." + choice.code()));
            item.setId("menu-theme-" + choice.code());
            item.setToggleGroup(group);
            item.setSelected(choice == theme.choiceProperty().get());
            item.setOnAction(event -> theme.choose(choice));
            theme.choiceProperty().addListener((o, before, now) -> item.setSelected(choice == now));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static void selectShown(MainWindow window) {
        Set<String> ids = window.model().filtered().records().stream()
                .map(record -> record.building().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        window.model()
                .select(new Selection(ids, ids.isEmpty() ? null : ids.iterator().next()));
    }

    private MenuItem withProject(MenuItem item) {
        item.disableProperty().bind(closed);
        return item;
    }

    /** A panel that can be folded; folded or not, it is so again next time. */
    private CheckMenuItem check(String key, String keys, Consumer<Boolean> action) {
        CheckMenuItem item = new CheckMenuItem(t("menu." + key));
        item.setId("menu-" + key);
        String remembered = "panel." + key + ".folded";
        item.setSelected(settings.get(remembered).isEmpty());
        if (!item.isSelected()) {
            action.accept(false);
        }
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.selectedProperty().addListener((o, before, now) -> {
            action.accept(now);
            settings.put(remembered, now ? null : "true");
        });
        return item;
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(t("menu." + key));
        item.setId("menu-" + key);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(t("menu." + key));
        menu.setId("menu-" + key);
        menu.getItems().addAll(List.of(items));
        return menu;
    }
}
