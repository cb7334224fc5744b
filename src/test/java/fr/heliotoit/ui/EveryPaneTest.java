package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every dialog and pane in both languages and at two sizes of the text: words, names, nothing cut, all of it by keyboard. Two of the four pairs: the
 * others passed when it was written, and each takes a minute.
 */
class EveryPaneTest extends WindowTest {
    private final Properties french = Inspection.bundle(Locale.FRENCH);
    private final Properties english = Inspection.bundle(Locale.ENGLISH);
    private final Inspection inspection = new Inspection(french, english);
    private final List<String> walks = new ArrayList<>();
    private String suffix = "";

    EveryPaneTest() throws Exception {}

    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @AfterEach
    void french() {
        Texts.choose("fr");
    }

    @ParameterizedTest
    @CsvSource({"fr,100", "en,130"})
    void everyDialogAndPaneIsWholeNamedAndReachedByKeyboard(String language, int size, FxRobot robot) throws Exception {
        suffix = language + "-" + size;
        WaitForAsyncUtils.asyncFx(() -> window.speak(language));
        WaitForAsyncUtils.waitForFxEvents();
        window = window.current();
        WaitForAsyncUtils.asyncFx(() -> window.theme().chooseTextSize(size));
        pane("start", robot);
        show(SampleCommune.project());
        WaitForAsyncUtils.asyncFx(() -> window.model().select(Selection.of("B-ECOLE")));
        settle();
        unfold(robot);
        pane("window", robot);
        robot.clickOn("#query-write");
        WaitForAsyncUtils.asyncFx(() -> window.workbench().filter().filter("public = true AND surface > 10"));
        settle();
        pane("filter", robot);
        WaitForAsyncUtils.asyncFx(() -> window.workbench().filter().filter(""));
        robot.clickOn("#query-write");
        WaitForAsyncUtils.asyncFx(() -> window.workbench().showFigures(true));
        settle();
        pane("figures", robot);
        openDemo("tout-" + suffix + ".gpkg");
        WaitForAsyncUtils.asyncFx(() -> window.model()
                .select(Selection.of(window.model()
                        .project()
                        .orElseThrow()
                        .records()
                        .getFirst()
                        .building()
                        .id())));
        dialog("settings", window::settings, robot);
        dialog("new", window.commands()::newProject, robot);
        dialog("compute", window.commands()::compute, robot);
        dialog("history", window.commands()::history, robot);
        dialog("report", window.papers()::report, robot);
        dialog("list", window.papers()::list, robot);
        dialog("kit", window.papers()::kit, robot);
        dialog("export", window.papers()::export, robot);
        dialog("usage", window.papers()::usage, robot);
        WaitForAsyncUtils.asyncFx(() -> window.workbench().filter().filter("public = true"));
        settle();
        dialog("chip", () -> fire("#query-add", 0, robot), robot);
        dialog("chip-text", () -> fire("#query-add", 2, robot), robot);
        dialog("keep", () -> fire("#query-examples", -1, robot), robot);
        dialog("failure", () -> window.notices().failure(Failure.of("ui.project.changed")), robot);
        dialog("shortcuts", () -> HelpPages.shortcuts(window.notices()), robot);
        dialog("about", () -> HelpPages.about(window.notices()), robot);
        imports(robot);
        walks.addAll(inspection.found());
        assertThat(Inspection.lines(walks)).isBlank();
    }

    /** An entry of a menu button; -1 for the last. */
    private static void fire(String button, int entry, FxRobot robot) {
        var items = robot.lookup(button).queryAs(MenuButton.class).getItems();
        (entry < 0 ? items.getLast() : items.get(entry)).fire();
    }

    private void imports(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(demo("batiments-2026.gpkg"))));
        List<String> steps =
                List.of("#import-files", "#preview-rows", "#mapping-id", "#import-counts", "#import-differences");
        for (String shows : steps) {
            await(() -> robot.lookup(shows).tryQuery().isPresent());
            settle();
            look("import-" + shows.substring(1), robot);
            if (!shows.equals(steps.getLast())) {
                robot.clickOn("#wizard-next");
            }
        }
        robot.push(KeyCode.ESCAPE);
        await(() -> dialogs().isEmpty());
    }

    private void unfold(FxRobot robot) {
        WaitForAsyncUtils.asyncFx(() ->
                robot.lookup(".titled-pane").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true)));
    }

    private void pane(String name, FxRobot robot) throws Exception {
        look(name, robot);
    }

    private void dialog(String name, Runnable open, FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(open);
        await(() -> !dialogs().isEmpty());
        settle();
        look(name, robot);
        robot.push(KeyCode.ESCAPE);
        settle();
        if (!dialogs().isEmpty()) {
            walks.add(name + ": Escape does not close it");
            WaitForAsyncUtils.asyncFx(() -> dialogs().forEach(Window::hide));
            settle();
        }
    }

    private void look(String name, FxRobot robot) throws Exception {
        settle();
        save("every-" + name + "-" + suffix);
        Window top = dialogs().isEmpty() ? window.stage() : dialogs().getLast();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            inspection.look(name + " " + suffix, top);
            return null;
        });
        if (suffix.equals("fr-100")) {
            walk(name, top, robot);
        }
    }

    /** Tab after Tab until it goes round. */
    private void walk(String name, Window in, FxRobot robot) throws Exception {
        Set<Node> wanted =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new LinkedHashSet<>(Inspection.traversable(in)));
        Set<Node> reached = new LinkedHashSet<>();
        int idle = 0;
        for (int i = 0; i < 4 * wanted.size() + 20 && idle < 8; i++) {
            Node owner =
                    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> in.getScene().getFocusOwner());
            idle = owner == null || !reached.add(owner) ? idle + 1 : 0;
            robot.push(KeyCode.TAB);
        }
        wanted.removeAll(reached);
        wanted.removeIf(inGroupWith(reached));
        // The field of a spinner has the keyboard when the spinner has it.
        wanted.removeIf(node -> reached.contains(node.getParent()) && node instanceof TextInputControl);
        if (!wanted.isEmpty()) {
            walks.add(name + ": Tab does not come to "
                    + wanted.stream().map(Inspection::describe).collect(Collectors.joining(", ")));
        }
    }

    /** Arrows go from one radio button to the others of its group. */
    private static Predicate<Node> inGroupWith(Set<Node> reached) {
        return node -> node instanceof javafx.scene.control.Toggle toggle
                && toggle.getToggleGroup() != null
                && reached.stream()
                        .anyMatch(other -> other instanceof javafx.scene.control.Toggle known
                                && known.getToggleGroup() == toggle.getToggleGroup());
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(w -> w != window.stage() && !(w instanceof PopupWindow) && w.isShowing())
                .toList();
    }
}
