package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.DemoProject;
import fr.heliotoit.task.Progress;
import fr.heliotoit.ui.map.MapView;
import java.nio.file.Path;
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
}
