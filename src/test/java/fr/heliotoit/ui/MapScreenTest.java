package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.DemoProject;
import fr.heliotoit.task.Progress;
import fr.heliotoit.ui.map.MapView;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The map of the demonstration commune, computed. */
class MapScreenTest extends WindowTest {
    @TempDir
    private static Path made;

    private static Path project;

    @BeforeAll
    static void commune() throws Exception {
        project = DemoProject.create(made, Progress.NONE);
    }

    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @Test
    void atFirstAllRoofsAreInView(FxRobot robot) throws Exception {
        open(project);
        save("map-home");
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        Envelope all = window.model().project().orElseThrow().buildings().extent();
        assertThat(map.navigation().viewport().envelope().contains(all)).isTrue();
    }

    @Test
    void aPlaceThatIsNoBuildingIsFoundOnTheKeysAndMarked(FxRobot robot) throws Exception {
        open(project);
        for (String typed : List.of("AM 1", "parking fosse", "50.4277443 2.818188")) {
            robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
            robot.write(typed);
            await(() -> robot.lookup("#search-results").tryQuery().isPresent()
                    && robot.lookup("#search-results").query().isVisible());
            settle();
            save("search-" + typed.replaceAll("[^a-zA-Z]+", "-"));
            BufferedImage before = picture();
            robot.type(KeyCode.ENTER);
            settle();
            save("search-pin-" + typed.replaceAll("[^a-zA-Z]+", "-"));
            assertThat(different(before, picture())).as(typed).isGreaterThan(500);
            assertThat(window.model().selection().ids()).as(typed).hasSizeLessThan(2);
        }
    }

    @Test
    void everyLayerOfTheProjectCanBeShownAndTheOthersSayWhyNot(FxRobot robot) throws Exception {
        open(project);
        CheckBox irradiation = robot.lookup("#layer-irradiation").queryAs(CheckBox.class);
        await(irradiation::isDisabled);
        assertThat(robot.lookup("#layer-irradiation-note").queryAs(Label.class).getText())
                .isEqualTo("aucun raster d'ensoleillement dans le projet");
        BufferedImage before = picture();
        for (String layer : List.of("relief", "parcels", "protections", "car-parks", "planes", "modules")) {
            robot.clickOn("#layer-" + layer);
            settle();
            BufferedImage after = picture();
            if (!List.of("planes", "modules").contains(layer)) {
                assertThat(different(before, after)).as(layer).isGreaterThan(50);
            }
            before = after;
        }
        save("map-layers");
        var school = record("SSA0002").building().footprint().getEnvelopeInternal();
        robot.interact(() -> {
            window.workbench().map().navigation().goTo(school);
            window.workbench().map().navigation().zoom(3);
        });
        save("map-layers-near");
        save("map-layers-near-200", 2);
        before = picture();
        robot.clickOn("#layer-modules");
        settle();
        assertThat(different(before, picture())).isGreaterThan(500);
        robot.push(KeyCode.F9);
        assertThat(robot.lookup("#layers").tryQuery()).isEmpty();
        robot.push(KeyCode.F9);
        assertThat(robot.lookup("#layers").tryQuery()).isPresent();
    }

    @Test
    void theOpacityOfALayerIsSetOnTheKeys(FxRobot robot) throws Exception {
        open(project);
        BufferedImage before = picture();
        robot.interact(() -> robot.lookup("#layer-potential-opacity").query().requestFocus());
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.LEFT);
        }
        settle();
        assertThat(different(before, picture())).isGreaterThan(2000);
        save("map-opacity");
    }

    @Test
    void aBoxSelectsAndFilters(FxRobot robot) throws Exception {
        open(project);
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        Envelope part = middle();
        long expected = window.model()
                .project()
                .orElseThrow()
                .buildings()
                .roofs()
                .within(part)
                .size();
        assertThat(expected).isGreaterThan(1);
        robot.interact(map::requestFocus);
        robot.push(KeyCode.R);
        robot.drag(map.localToScreen(map.pixelOf(part.getMinX(), part.getMaxY())), MouseButton.PRIMARY);
        robot.moveTo(map.localToScreen(map.pixelOf(part.centre().x, part.centre().y)));
        robot.dropTo(map.localToScreen(map.pixelOf(part.getMaxX(), part.getMinY())));
        await(() -> robot.lookup("#shape-bar").query().isVisible());
        save("map-box");
        assertThat(window.model().selection().ids().size()).isBetween((int) expected - 2, (int) expected + 2);
        int chosen = window.model().selection().ids().size();
        robot.clickOn("#shape-filter");
        await(() -> window.model().filtered().active());
        assertThat(window.model().filtered().error()).isNull();
        assertThat(window.model().filtered().records()).hasSize(chosen);
        save("map-box-filter");
    }

    @Test
    void aPolygonIsDrawnCornerByCornerAndGivenUpWithEscape(FxRobot robot) throws Exception {
        open(project);
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        robot.interact(map::requestFocus);
        robot.push(KeyCode.P);
        Envelope part = middle();
        robot.clickOn(map.localToScreen(map.pixelOf(part.getMinX(), part.getMinY())));
        robot.clickOn(map.localToScreen(map.pixelOf(part.getMaxX(), part.getMinY())));
        robot.moveTo(map.localToScreen(map.pixelOf(part.getMaxX(), part.getMaxY())));
        save("map-polygon-drawing");
        robot.push(KeyCode.ESCAPE);
        assertThat(window.model().selection().ids()).isEmpty();
        robot.clickOn("#map-tool-polygon");
        robot.clickOn(map.localToScreen(map.pixelOf(part.getMinX(), part.getMinY())));
        robot.clickOn(map.localToScreen(map.pixelOf(part.getMaxX(), part.getMinY())));
        robot.clickOn(map.localToScreen(map.pixelOf(part.centre().x, part.getMaxY())));
        robot.push(KeyCode.ENTER);
        await(() -> robot.lookup("#shape-bar").query().isVisible());
        assertThat(window.model().selection().ids()).hasSizeGreaterThan(1);
        save("map-polygon");
        robot.clickOn("#shape-clear");
        assertThat(window.model().selection().ids()).isEmpty();
        assertThat(robot.lookup("#shape-bar").query().isVisible()).isFalse();
    }

    @Test
    void whatIsNearAPlaceIsSelectedFromItsMenu(FxRobot robot) throws Exception {
        open(project);
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        var centre = record("SSA0002").building().footprint().getCentroid();
        robot.rightClickOn(map.localToScreen(map.pixelOf(centre.getX(), centre.getY())));
        await(() -> robot.lookup("#map-near-100").tryQuery().isPresent());
        robot.clickOn("#map-near-100");
        await(() -> robot.lookup("#shape-bar").query().isVisible());
        save("map-near");
        int chosen = window.model().selection().ids().size();
        robot.clickOn("#shape-filter");
        await(() -> window.model().filtered().active());
        assertThat((double) window.model().filtered().records().size()).isBetween(chosen - 3.0, chosen + 3.0);
    }

    @Test
    void shadowsGoWithTheHourAndAreInThePicture(FxRobot robot) throws Exception {
        open(project);
        BufferedImage without = picture();
        robot.clickOn("#sun-shown");
        settle();
        BufferedImage noon = picture();
        assertThat(different(without, noon)).isGreaterThan(500);
        robot.interact(() -> {
            robot.lookup("#sun-day").queryAs(Slider.class).setValue(80);
            robot.lookup("#sun-hour").queryAs(Slider.class).setValue(17.5);
        });
        settle();
        BufferedImage evening = picture();
        assertThat(different(noon, evening)).isGreaterThan(500);
        save("map-sun");
        double before = robot.lookup("#sun-hour").queryAs(Slider.class).getValue();
        robot.interact(() -> robot.lookup("#sun-play").queryAs(Button.class).fire());
        await(() -> robot.lookup("#sun-hour").queryAs(Slider.class).getValue() > before);
        robot.interact(() -> robot.lookup("#sun-play").queryAs(Button.class).fire());
        var page = MapPrint.page(window.workbench().picture().orElseThrow(), 800, 500);
        assertThat(page.getLayoutBounds().getWidth()).isLessThanOrEqualTo(800.5);
        assertThat(page.getLayoutBounds().getHeight()).isLessThanOrEqualTo(500.5);
    }

    @Test
    void theSkyUnderTheCursorIsThatOfThePlace(FxRobot robot) throws Exception {
        open(project);
        robot.clickOn("#sun-shown");
        settle();
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        for (String id : List.of("SSA0002", "SSA0011")) {
            var place = record(id).building().footprint().getCentroid().getCoordinate();
            robot.interact(() -> map.navigation().lookAt(place.x, place.y, 0.3));
            robot.moveTo(map.localToScreen(400, 200));
            var view = map.navigation().viewport();
            var under = new org.locationtech.jts.geom.Coordinate(view.worldX(400), view.worldY(200));
            String words;
            try (var file = fr.heliotoit.store.ProjectFile.open(project)) {
                words = HorizonDiagram.words(
                        fr.heliotoit.app.RoofHorizon.at(file, under).orElseThrow());
            }
            await(() -> robot.lookup("#sun-sky .horizon").queryAll().stream()
                    .anyMatch(node -> words.equals(node.getAccessibleText())));
            save("sky-" + id);
        }
    }

    /** Some streets in the middle of the view. */
    private Envelope middle() {
        Envelope middle = new Envelope(
                window.model().project().orElseThrow().buildings().extent().centre());
        middle.expandBy(90);
        return middle;
    }
}
