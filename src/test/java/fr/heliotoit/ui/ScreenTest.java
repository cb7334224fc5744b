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
import fr.heliotoit.ui.map.MapView;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.RecentProjects;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window with real mouse and keyboard through the robot, without a display. */
@ExtendWith(ApplicationExtension.class)
class ScreenTest {
    @TempDir
    private static Path folder;

    private MainWindow window;
    private LoadedProject project;

    @Start
    void start(Stage stage) throws Exception {
        project = SampleCommune.project();
        Services services = new Services(
                SampleCommune.conventions(),
                new EcqlQuery(),
                List::of,
                new NoFiles(),
                file -> {},
                new RecentProjects(folder),
                folder);
        window = new MainWindow(stage, services);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(760);
        window.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(window::quit);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theStartPageHasThreeDoors(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#door-open").tryQuery()).isPresent();
        assertThat(robot.lookup("#door-import").tryQuery()).isPresent();
        assertThat(robot.lookup("#door-demo").tryQuery()).isPresent();
        save("start");
    }

    @Test
    void aClickOnARoofShowsItsCard(FxRobot robot) throws Exception {
        open();
        clickOn(robot, "B-ECOLE");
        save("card");
        assertThat(cardText()).contains("École Jean-Macé", "Classe 7 sur 7 : Excellente", "sud-sud-ouest, 205°");
        TableView<?> table = robot.lookup("#table").queryTableView();
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(record("B-ECOLE"));
    }

    @Test
    void aRoofWithoutFigureSaysWhy(FxRobot robot) throws Exception {
        open();
        clickOn(robot, "B-EGLISE");
        save("why");
        assertThat(cardText()).contains("Pourquoi rien ?", "La toiture est trop raide.");
    }

    @Test
    void searchIsDoneOnTheKeysAlone(FxRobot robot) throws Exception {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("ecole jean mace");
        await(() -> robot.listWindows().size() > 1);
        save("search");
        robot.push(KeyCode.ENTER);
        await(() -> window.model().focused().isPresent());
        assertThat(window.model().focused()).contains(record("B-ECOLE"));
        assertThat(cardText()).contains("École Jean-Macé");
        save("found");
    }

    /** The story of the yearly update: import it, read the differences, take it back. */
    @Test
    void anUpdateIsImportedReadAndUndone(FxRobot robot) throws Exception {
        Path file = folder.resolve("histoire.gpkg");
        Path demo = Path.of("data", "demo").toAbsolutePath();
        try (ProjectFile made = ProjectFile.create(
                file, new ProjectInfo(new Commune("62999", "Saint-Soleil", null, null), Crs.LAMBERT_93, true))) {
            ImportBatch.run(
                    made,
                    List.of(demo.resolve("batiments-2024.gpkg")),
                    new ImportOptions(null, "2024-06", null, false),
                    Progress.NONE);
        }
        WaitForAsyncUtils.asyncFx(() -> window.commands().open(file));
        await(() -> shown() == 405);
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(demo.resolve("batiments-2026.gpkg"))));
        await(() -> robot.lookup("#form-go").tryQuery().isPresent());
        save("import-form");
        robot.clickOn("#form-go");
        await(() -> robot.lookup("#import-differences").tryQuery().isPresent());
        save("import-differences");
        assertThat(robot.lookup("#import-differences").queryAs(Label.class).getText())
                .contains("11 nouveaux, 11 modifiés, 8 retirés, 386 inchangés");
        robot.push(KeyCode.ESCAPE);
        await(() -> shown() == 408);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> robot.lookup("#history-list").tryQuery().isPresent());
        save("history");
        robot.clickOn("#form-go");
        await(() -> shown() == 405);
        save("undone");
    }

    private int shown() {
        return window.model().project().map(p -> p.records().size()).orElse(-1);
    }

    @Test
    void theFilterLeavesOutAndCounts(FxRobot robot) throws Exception {
        open();
        Label count = robot.lookup("#query-count").queryAs(Label.class);
        assertThat(count.getText()).isEqualTo("63 bâtiments sur 63");
        robot.clickOn("#query").write("public = true").push(KeyCode.ENTER);
        await(() -> window.model().filtered().active());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(count.getText()).isEqualTo("3 bâtiments sur 63");
        await(() -> true);
        save("filter");
        robot.clickOn("#query-clear");
        await(() -> !window.model().filtered().active());
        assertThat(window.model().filtered().records()).hasSize(63);
    }

    @Test
    void aWrongFilterSaysWhereAndKeepsTheRows(FxRobot robot) throws Exception {
        open();
        robot.clickOn("#query").write("surfacee > 100").push(KeyCode.ENTER);
        Label error = robot.lookup("#query-error").queryAs(Label.class);
        await(() -> !error.getText().isEmpty());
        assertThat(error.isVisible()).isTrue();
        assertThat(error.getText()).contains("surfacee", "surface");
        assertThat(window.model().filtered().records()).hasSize(63);
        save("filter-error");
    }

    @Test
    void aFilterThatFindsNothingSaysWhy(FxRobot robot) throws Exception {
        open();
        robot.clickOn("#query").write("surface > 1000000").push(KeyCode.ENTER);
        await(() -> window.model().filtered().active());
        assertThat(window.model().filtered().whyNothing()).isNotBlank();
        save("filter-nothing");
    }

    @Test
    void theTableSortsNumbersAsNumbersAndCopiesRows(FxRobot robot) throws Exception {
        open();
        TableView<BuildingRecord> table = robot.lookup("#table").queryTableView();
        sort(robot, table, SortType.ASCENDING);
        await(() -> !window.model().filtered().records().equals(project.records()));
        assertThat(table.getItems().getFirst().building().footprintM2()).isLessThan(200);
        sort(robot, table, SortType.DESCENDING);
        await(() -> table.getItems().getFirst().equals(record("B-ECOLE")));
        assertThat(table.getSortOrder()).hasSize(1);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).startsWith("Nom\tAdresse").contains("École Jean-Macé\t12, rue Émile-Zola");
        assertThat(window.model().focused()).contains(record("B-ECOLE"));
        save("sorted");
    }

    /** Not by a click: the robot of the headless platform marks every click as a popup trigger, which headers ignore. */
    private static void sort(FxRobot robot, TableView<BuildingRecord> table, SortType type) {
        robot.interact(() -> {
            TableColumn<BuildingRecord, ?> column = table.getColumns().stream()
                    .filter(c -> "column-production".equals(c.getId()))
                    .findFirst()
                    .orElseThrow();
            column.setSortType(type);
            table.getSortOrder().setAll(List.of(column));
        });
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                1000, () -> Clipboard.getSystemClipboard().getString());
    }

    private void open() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.model().show(project));
        WaitForAsyncUtils.waitForFxEvents();
        settle();
    }

    /** The map is painted in the background. */
    private static void settle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(400);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private BuildingRecord record(String id) {
        return project.buildings().byId(id).orElseThrow();
    }

    private void clickOn(FxRobot robot, String id) {
        MapView map = robot.lookup("#map").queryAs(MapView.class);
        var centre = record(id).building().footprint().getCentroid();
        Point2D pixel = map.localToScreen(map.pixelOf(centre.getX(), centre.getY()));
        robot.clickOn(pixel);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String cardText() {
        StringBuilder text = new StringBuilder();
        Node card = window.stage().getScene().lookup("#card");
        card.lookupAll(".label")
                .forEach(node -> text.append(((Label) node).getText()).append('\n'));
        return text.toString();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition);
    }

    private void save(String name) throws Exception {
        settle();
        BufferedImage pixels = WaitForAsyncUtils.waitForAsyncFx(5000, Screens::windows);
        Path file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(pixels, "png", file.toFile())).isTrue();
    }

    private static final class NoFiles implements FilePicker {
        @Override
        public Optional<Path> open(Kind kind) {
            return Optional.empty();
        }

        @Override
        public List<Path> openSeveral(Kind kind) {
            return List.of();
        }

        @Override
        public Optional<Path> save(Kind kind, String suggested) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }
}
