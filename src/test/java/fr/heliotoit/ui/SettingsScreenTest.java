package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.text.Texts;
import fr.heliotoit.tiles.Network;
import fr.heliotoit.ui.model.Place;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window remembers of a person: language, colours, size of the text, panels, and where they were. */
class SettingsScreenTest extends WindowTest {
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        begin(shown);
    }

    @AfterEach
    void french() {
        window = window.current();
        Texts.choose("fr");
    }

    @Test
    void theWindowSpeaksEnglishAtOnceAndStaysWhereItIs(FxRobot robot) throws Exception {
        Path file = openDemo("langue.gpkg");
        WaitForAsyncUtils.asyncFx(() -> window.workbench().filter().filter("public = true"));
        await(() -> window.model().filtered().active());
        WaitForAsyncUtils.asyncFx(() -> window.workbench().map().navigation().zoom(3));
        WaitForAsyncUtils.waitForFxEvents();
        double scale = window.workbench().map().navigation().viewport().metresPerPixel();
        int left = window.model().filtered().records().size();
        Network behind = new Network(Network.Proxy.MANUAL, "proxy.fr", 3128, "mairie", "soleil", List.of(), 300);
        WaitForAsyncUtils.asyncFx(() -> window.workbench().background().use(behind));
        settings(robot);
        save("settings");
        choose(robot, "#settings-language", "en");
        robot.clickOn("#form-go");
        await(() ->
                window.current() != window && window.current().model().project().isPresent());
        window = window.current();
        await(() -> window.model().filtered().active());
        settle();
        save("english");
        assertThat(window.model().project().orElseThrow().file()).isEqualTo(file);
        assertThat(window.model().project().orElseThrow().readOnly()).isFalse();
        assertThat(window.workbench().background().map().network()).isEqualTo(behind);
        assertThat(window.model().filtered().records()).hasSize(left);
        assertThat(window.workbench().map().navigation().viewport().metresPerPixel())
                .isEqualTo(scale);
        assertThat(menuBar().getMenus().getFirst().getText()).isEqualTo("_File");
        assertThat(new UserSettings(folder).get(MainWindow.LANGUAGE)).contains("en");
        robot.push(KeyCode.F1);
        settle();
        save("english-shortcuts");
    }

    @Test
    void coloursAndSizeOfTheTextAreChosenByKeyboardAndKept(FxRobot robot) throws Exception {
        openDemo("couleurs.gpkg");
        clickOn(
                robot,
                window.model()
                        .project()
                        .orElseThrow()
                        .records()
                        .getFirst()
                        .building()
                        .id());
        settings(robot);
        choose(robot, "#settings-theme", Theme.Choice.CONTRAST);
        choose(robot, "#settings-size", 130);
        robot.push(KeyCode.ENTER);
        await(() -> robot.lookup("#form-go").tryQuery().isEmpty());
        save("contrast");
        save("contrast-200", 2);
        assertThat(window.stage().getScene().getStylesheets()).hasSize(3);
        settings(robot);
        save("contrast-settings");
        choose(robot, "#settings-theme", Theme.Choice.DARK);
        robot.clickOn("#form-go");
        save("large-dark");
        UserSettings kept = new UserSettings(folder);
        assertThat(kept.get("theme")).contains("dark");
        assertThat(kept.get("text.size")).contains("130");
    }

    @Test
    void aPanelThatWasFoldedIsFoldedNextTime(FxRobot robot) throws Exception {
        openDemo("panneaux.gpkg");
        robot.push(KeyCode.F11);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#lower").tryQuery()).isEmpty();
        another();
        openDemo("panneaux-2.gpkg");
        assertThat(robot.lookup("#lower").tryQuery()).isEmpty();
        assertThat(robot.lookup("#card").tryQuery()).isPresent();
    }

    @Test
    void figuresUnfoldTheTableAndItsMenuSaysSo(FxRobot robot) throws Exception {
        openDemo("plie.gpkg");
        robot.push(KeyCode.F11);
        WaitForAsyncUtils.waitForFxEvents();
        CheckMenuItem table = (CheckMenuItem) items(menuBar().getMenus()).stream()
                .filter(item -> "menu-table".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(table.isSelected()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#lower").tryQuery()).isPresent();
        assertThat(table.isSelected()).isTrue();
    }

    @Test
    void theWindowAndItsPanelsAreWhereTheyWereNextTime() throws Exception {
        openDemo("place.gpkg");
        WaitForAsyncUtils.asyncFx(() -> {
            ((SplitPane) stage.getScene().lookup("#columns")).setDividerPosition(0, 0.25);
            ((SplitPane) stage.getScene().lookup("#rows")).setDividerPosition(0, 0.5);
            stage.setWidth(960);
            stage.setHeight(700);
        });
        settle();
        double layers = ((SplitPane) stage.getScene().lookup("#columns")).getDividerPositions()[0];
        double rows = ((SplitPane) stage.getScene().lookup("#rows")).getDividerPositions()[0];
        another();
        openDemo("place-2.gpkg");
        assertThat(((SplitPane) stage.getScene().lookup("#columns")).getDividerPositions()[0])
                .isCloseTo(layers, within(0.03));
        assertThat(((SplitPane) stage.getScene().lookup("#rows")).getDividerPositions()[0])
                .isCloseTo(rows, within(0.03));
        assertThat(stage.getWidth()).isEqualTo(1366);
        WaitForAsyncUtils.asyncFx(() -> WindowPlace.restore(stage, new UserSettings(folder)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getWidth()).isEqualTo(960);
        assertThat(stage.getHeight()).isEqualTo(700);
    }

    @Test
    void aPlaceThatIsOnNoScreenIsNotGoneTo() {
        UserSettings settings = new UserSettings(folder);
        settings.put("window.place", "9000 9000 1100 700");
        WaitForAsyncUtils.asyncFx(() -> WindowPlace.restore(stage, settings));
        settings.put("window.place", "anything");
        WaitForAsyncUtils.asyncFx(() -> WindowPlace.restore(stage, settings));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(List.of(stage.getX(), stage.getWidth())).isEqualTo(List.of(0.0, 1366.0));
    }

    @Test
    void theWindowIsDarkWhenTheSystemIsAndOnlyUntilSomebodyChoosesOtherwise() {
        WaitForAsyncUtils.asyncFx(() -> stage.getScene().getPreferences().setColorScheme(ColorScheme.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        WaitForAsyncUtils.asyncFx(() -> window.theme().choose(Theme.Choice.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Application.getUserAgentStylesheet()).contains("light");
        WaitForAsyncUtils.asyncFx(() -> window.theme().choose(Theme.Choice.SYSTEM));
        WaitForAsyncUtils.asyncFx(() -> stage.getScene().getPreferences().setColorScheme(ColorScheme.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Application.getUserAgentStylesheet()).contains("light");
    }

    @Test
    void aProjectThatFallsOnAnOpenOneIsOpenedOrImportedAsOneWishes(FxRobot robot) throws Exception {
        Path first = openDemo("premier.gpkg");
        Path second = openDemo("second.gpkg");
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(first)));
        await(() -> robot.lookup("Ouvrir ce projet").tryQuery().isPresent());
        settle();
        save("drop-project");
        robot.clickOn("Importer ses bâtiments…");
        await(() -> robot.lookup("#import-files").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertThat(window.model().project().orElseThrow().file()).isEqualTo(second);
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(first)));
        await(() -> robot.lookup("Ouvrir ce projet").tryQuery().isPresent());
        settle();
        robot.clickOn("Ouvrir ce projet");
        await(() -> window.model().project().orElseThrow().file().equals(first));
    }

    @Test
    void withoutAProjectAProjectIsOpenedAndDataAsksForANewOne(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(demo("batiments-2024.gpkg"))));
        await(() -> robot.lookup("#new-commune").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        Path file = openDemo("depose.gpkg");
        WaitForAsyncUtils.asyncFx(() -> window.commands().close());
        await(() -> window.model().project().isEmpty());
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(file)));
        await(() -> window.model().project().isPresent());
        assertThat(window.model().project().orElseThrow().file()).isEqualTo(file);
    }

    @Test
    void afterACrashTheProjectIsOpenAgainWhereOneWas(FxRobot robot) throws Exception {
        Path file = openDemo("panne.gpkg");
        String id = window.model()
                .project()
                .orElseThrow()
                .records()
                .get(5)
                .building()
                .id();
        WaitForAsyncUtils.asyncFx(() -> window.workbench().filter().filter("public = true"));
        await(() -> window.model().filtered().active());
        WaitForAsyncUtils.asyncFx(() -> {
            window.workbench().goTo(Place.of(record(id)));
            window.workbench().map().navigation().zoom(2);
        });
        WaitForAsyncUtils.waitForFxEvents();
        var view = window.workbench().map().navigation().viewport();
        String scale = String.valueOf(view.metresPerPixel());
        await(() -> new UserSettings(folder)
                .get("session.metresPerPixel")
                .filter(scale::equals)
                .isPresent());
        Path settings = folder.resolve("heliotoit.properties");
        Path left = folder.resolve("left");
        Files.copy(settings, left);
        WaitForAsyncUtils.asyncFx(() -> window.quit());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(new UserSettings(folder).under("session.")).isEmpty();

        Files.move(left, settings, StandardCopyOption.REPLACE_EXISTING);
        another();
        WaitForAsyncUtils.asyncFx(window::comeBack);
        await(() -> window.model().project().isPresent()
                && window.model().filtered().active());
        save("after-crash");
        assertThat(window.model().project().orElseThrow().file()).isEqualTo(file);
        assertThat(window.model().filtered().expression()).isEqualTo("public = true");
        assertThat(window.model().selection().focus()).isEqualTo(id);
        var now = window.workbench().map().navigation().viewport();
        assertThat(List.of(now.centreX(), now.centreY(), now.metresPerPixel()))
                .isEqualTo(List.of(view.centreX(), view.centreY(), view.metresPerPixel()));
    }

    @Test
    void afterACleanEndNothingIsOpenedAndMissingProjectsAreGrey(FxRobot robot) throws Exception {
        Path file = openDemo("propre.gpkg");
        WaitForAsyncUtils.asyncFx(() -> window.quit());
        WaitForAsyncUtils.waitForFxEvents();
        Path moved = folder.resolve("ailleurs.gpkg");
        Files.move(file, moved);
        another();
        WaitForAsyncUtils.asyncFx(window::comeBack);
        settle();
        save("start-missing");
        assertThat(window.model().project()).isEmpty();
        assertThat(robot.lookup(".hyperlink").queryAllAs(javafx.scene.control.Hyperlink.class))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.isDisabled()).isTrue();
                    assertThat(link.getText()).contains("introuvable");
                });
    }

    /** The page of F1 tells what the menus do, and no key does two things. */
    @Test
    void everyKeyOfTheMenusIsOnThePageOfShortcuts() {
        Set<String> keys = new HashSet<>();
        for (MenuItem item : items(menuBar().getMenus())) {
            if (item.getAccelerator() == null) {
                continue;
            }
            String key = item.getAccelerator().getName();
            assertThat(keys.add(key)).as(key + " is used once").isTrue();
            String name = item.getId().substring("menu-".length());
            assertThat(HelpPages.SHORTCUTS).contains(name);
            String french = key.replace("Shortcut", "Ctrl")
                    .replace("Shift+Ctrl", "Ctrl+Maj")
                    .replace("Shift", "Maj");
            assertThat(Texts.current().text("ui.shortcut." + name + ".keys")).contains(french.replace("Comma", ","));
        }
        assertThat(keys).hasSizeGreaterThan(20);
    }

    private MenuBar menuBar() {
        return (MenuBar) window.stage().getScene().lookup(".menu-bar");
    }

    private static List<MenuItem> items(List<? extends MenuItem> menus) {
        List<MenuItem> all = new ArrayList<>();
        for (MenuItem item : menus) {
            all.add(item);
            if (item instanceof Menu menu) {
                all.addAll(items(menu.getItems()));
            }
        }
        return all;
    }

    private void settings(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        awaitForm(robot);
    }

    private static <T> void choose(FxRobot robot, String id, T value) {
        ComboBox<T> combo = robot.lookup(id).queryComboBox();
        WaitForAsyncUtils.asyncFx(() -> {
            combo.requestFocus();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i < combo.getItems().size() && !value.equals(combo.getValue()); i++) {
            robot.push(
                    combo.getItems().indexOf(value) > combo.getItems().indexOf(combo.getValue())
                            ? KeyCode.DOWN
                            : KeyCode.UP);
        }
        assertThat(combo.getValue()).isEqualTo(value);
    }

    /** The next start of the program. */
    private void another() throws Exception {
        MainWindow before = window;
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            before.quit();
            begin(stage);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
