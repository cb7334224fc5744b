package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.ImportBatch;
import fr.heliotoit.app.ImportOptions;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.tiles.BaseMap;
import fr.heliotoit.ui.map.MapView;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.UsageLog;
import fr.heliotoit.ui.model.UserSettings;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window with real mouse and keyboard through the robot, without a display; pictures of it under {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
    private static final Path DEMO = Path.of("data", "demo").toAbsolutePath();

    @TempDir
    Path folder;

    final ScriptedFiles files = new ScriptedFiles();
    MainWindow window;

    /** Called by the {@code @Start} method of each test: TestFX does not look for one in a superclass. */
    void begin(Stage stage) throws Exception {
        UserSettings settings = new UserSettings(folder);
        Services services = new Services(
                SampleCommune.conventions(),
                new EcqlQuery(),
                List::of,
                files,
                file -> {},
                new RecentProjects(folder),
                settings,
                new UsageLog(folder, settings),
                (arrived, problem) ->
                        BaseMap.ofThisMachine(folder.resolve("tuiles"), Duration.ofSeconds(3), arrived, problem),
                folder);
        window = new MainWindow(stage, services);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1366);
        stage.setHeight(768);
        window.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(window::quit);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Shows a project that is in no file. */
    void show(LoadedProject project) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.model().show(project));
        settle();
    }

    /** A project file with the buildings of the demonstration commune, opened in the window. */
    Path openDemo(String name) throws Exception {
        Path file = folder.resolve(name);
        try (ProjectFile made = ProjectFile.create(
                file, new ProjectInfo(new Commune("62999", "Saint-Soleil", null, null), Crs.LAMBERT_93, true))) {
            ImportBatch.run(
                    made,
                    List.of(DEMO.resolve("batiments-2024.gpkg"), DEMO.resolve("adresses.csv")),
                    new ImportOptions(null, "2024-06", null, false),
                    Progress.NONE);
        }
        open(file);
        return file;
    }

    void open(Path file) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.commands().open(file));
        await(() -> window.model()
                .project()
                .filter(p -> p.file().equals(file) && !p.records().isEmpty())
                .isPresent());
        settle();
    }

    static Path demo(String name) {
        return DEMO.resolve(name);
    }

    int shown() {
        return window.model().project().map(p -> p.records().size()).orElse(-1);
    }

    BuildingRecord record(String id) {
        return window.model().project().orElseThrow().buildings().byId(id).orElseThrow();
    }

    void clickOn(FxRobot robot, String id) {
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        var centre = record(id).building().footprint().getCentroid();
        Point2D pixel = map.localToScreen(map.pixelOf(centre.getX(), centre.getY()));
        robot.clickOn(pixel);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens the expression of the filter and writes into it. */
    static void writeFilter(FxRobot robot, String ecql) {
        robot.clickOn("#query-write").clickOn("#query").write(ecql).push(KeyCode.ENTER);
    }

    String cardText() {
        StringBuilder text = new StringBuilder();
        Node card = window.stage().getScene().lookup("#card");
        card.lookupAll(".label")
                .forEach(node -> text.append(((Label) node).getText()).append('\n'));
        return text.toString();
    }

    /** The map is painted in the background. */
    static void settle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(400);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Lets a file fall on the window and goes through the import to its end. */
    void importThrough(FxRobot robot, Path file) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(file)));
        for (String shows : List.of("#import-files", "#preview-rows", "#mapping-id", "#import-counts")) {
            await(() -> robot.lookup(shows).tryQuery().isPresent());
            settle();
            robot.clickOn("#wizard-next");
        }
        await(() -> robot.lookup("#import-differences").tryQuery().isPresent());
        settle();
        robot.clickOn("#wizard-next");
    }

    /** Until a dialog can be clicked in. */
    static void awaitForm(FxRobot robot) throws Exception {
        await(() -> robot.lookup("#form-go").tryQuery().isPresent());
        settle();
    }

    static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    /** Keeps a picture of all windows, to be looked at. */
    static void save(String name) throws Exception {
        save(name, 1);
    }

    /** @param scale 2 for what a screen at 200 % shows */
    static void save(String name, double scale) throws Exception {
        settle();
        BufferedImage pixels = WaitForAsyncUtils.waitForAsyncFx(5000, () -> Screens.windowsAt(scale));
        Path file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(pixels, "png", file.toFile())).isTrue();
    }

    /** What would be exported, which is what is seen. */
    BufferedImage picture() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> window.workbench().picture().orElseThrow().image(1));
    }

    static int different(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
