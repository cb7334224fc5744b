package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.DemoProject;
import fr.heliotoit.task.Progress;
import fr.heliotoit.ui.map.MapView;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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

    /** What would be exported, which is what is seen. */
    private BufferedImage picture() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> window.workbench().picture().orElseThrow().image(1));
    }

    private static int different(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
