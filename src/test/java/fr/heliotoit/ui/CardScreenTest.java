package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.DemoProject;
import fr.heliotoit.app.EconomicsOptions;
import fr.heliotoit.app.EvaluateEconomics;
import fr.heliotoit.app.HeritageRegister;
import fr.heliotoit.app.ObligationsRegister;
import fr.heliotoit.app.RankRoofs;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.Selection;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The card of a building of the demonstration commune, computed and evaluated. */
@ExtendWith(ApplicationExtension.class)
class CardScreenTest {
    @TempDir
    private static Path folder;

    private static Path project;

    private MainWindow window;

    @BeforeAll
    static void commune() throws Exception {
        project = DemoProject.create(folder, Progress.NONE);
        try (ProjectFile file = ProjectFile.open(project)) {
            Packs packs = DataPacks.load(LocalDate.of(2026, 11, 22));
            EvaluateEconomics.run(file, null, packs.fresh(), EconomicsOptions.USUAL, Progress.NONE);
            ObligationsRegister.run(file, packs.fresh(), true, Progress.NONE);
            HeritageRegister.run(file, packs.fresh(), Progress.NONE);
            RankRoofs.run(file, packs.fresh(), Map.of());
        }
    }

    @Start
    void start(Stage stage) throws Exception {
        Services services = new Services(
                SampleCommune.conventions(),
                new EcqlQuery(),
                List::of,
                new ChosenFiles(folder),
                file -> {},
                new RecentProjects(folder),
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

    @Test
    void theCardSaysWhatIsKnownOfARoofAndWhereItComesFrom(FxRobot robot) throws Exception {
        open();
        select("SSA0002");
        await(() -> robot.lookup("#card-part-economics").tryQuery().isPresent());
        await(() -> robot.lookup("#card-part-horizon").tryQuery().isPresent());
        save("card-evaluated", 1);
        assertThat(text())
                .contains("Entre ", "huit fois sur dix", " modules", "kWc")
                .contains("Obstacles les plus hauts")
                .contains("avis réservé à l'ABF")
                .contains("Coûts et fiscalité, 2026 (valable depuis le 1er janvier 2026)");
        scroll(0.28);
        save("card-roof", 1);
        scroll(0.5);
        save("card-evaluated-middle", 1);
        scroll(1);
        save("card-evaluated-end", 1);
        WaitForAsyncUtils.asyncFx(() -> window.theme().choose(Theme.Choice.DARK));
        save("card-evaluated-end-dark-200", 2);
        scroll(0.28);
        save("card-roof-dark", 1);
        WaitForAsyncUtils.asyncFx(() -> window.theme().choose(Theme.Choice.LIGHT));
    }

    @Test
    void aFoldedPartStaysFoldedForTheNextBuilding(FxRobot robot) throws Exception {
        open();
        select("SSA0002");
        await(() -> robot.lookup("#card-part-economics").tryQuery().isPresent());
        TitledPane roof = robot.lookup("#card-part-roof").queryAs(TitledPane.class);
        assertThat(roof.isExpanded()).isTrue();
        robot.interact(roof::requestFocus);
        robot.push(KeyCode.SPACE);
        assertThat(roof.isExpanded()).isFalse();
        select("SSA0001");
        await(() -> text().contains("Chevalement"));
        assertThat(robot.lookup("#card-part-roof").queryAs(TitledPane.class).isExpanded())
                .isFalse();
    }

    @Test
    void theWordsOfTheCardCanBeMarkedAndCopied(FxRobot robot) throws Exception {
        open();
        select("SSA0002");
        Node title = robot.lookup(".card-title").query();
        robot.moveTo(title).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo(((Label) title).getText());
    }

    private void open() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.commands().open(project));
        await(() -> window.model().project().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void select(String id) {
        WaitForAsyncUtils.asyncFx(() -> window.model().select(Selection.of(id)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void scroll(double to) {
        WaitForAsyncUtils.asyncFx(() -> window.workbench().card().setVvalue(to));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        Node card = window.stage().getScene().lookup("#card");
        card.lookupAll(".label")
                .forEach(node -> text.append(((Label) node).getText()).append('\n'));
        return text.toString();
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                1000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private static void save(String name, double scale) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(400);
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage pixels = WaitForAsyncUtils.waitForAsyncFx(5000, () -> Screens.windowsAt(scale));
        Path file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(pixels, "png", file.toFile())).isTrue();
    }
}
