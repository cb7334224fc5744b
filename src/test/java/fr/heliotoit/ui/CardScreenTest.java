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
import fr.heliotoit.ui.model.Selection;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The card of a building of the demonstration commune, computed and evaluated. */
class CardScreenTest extends WindowTest {
    @TempDir
    private static Path made;

    private static Path project;

    @BeforeAll
    static void commune() throws Exception {
        project = DemoProject.create(made, Progress.NONE);
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
        begin(stage);
    }

    @Test
    void theCardSaysWhatIsKnownOfARoofAndWhereItComesFrom(FxRobot robot) throws Exception {
        open();
        select("SSA0002");
        await(() -> robot.lookup("#card-part-economics").tryQuery().isPresent());
        await(() -> robot.lookup("#card-part-horizon").tryQuery().isPresent());
        await(() -> robot.lookup("#card-part-size").tryQuery().isPresent());
        save("card-evaluated", 1);
        ScrollPane card = robot.lookup("#card").queryAs(ScrollPane.class);
        assertThat(((Region) card.getContent()).getWidth())
                .as("nothing of the card is cut off at its right")
                .isLessThanOrEqualTo(card.getViewportBounds().getWidth());
        assertThat(cardText())
                .contains("Entre ", "huit fois sur dix", " modules", "kWc")
                .contains("Obstacles les plus hauts")
                .contains("avis réservé à l'ABF")
                .contains("Taille conseillée", "valeur nette · sur place")
                .contains("dont productible", "dont taille")
                .contains("Coûts et fiscalité, 2026 (valable depuis le 1er janvier 2026)");
        scroll(0.28);
        save("card-roof", 1);
        scroll(0.5);
        save("card-evaluated-middle", 1);
        scroll(0.72);
        save("card-size", 1);
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
        await(() -> cardText().contains("Chevalement"));
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
        open(project);
    }

    private void select(String id) {
        WaitForAsyncUtils.asyncFx(() -> window.model().select(Selection.of(id)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void scroll(double to) {
        WaitForAsyncUtils.asyncFx(() -> window.workbench().card().setVvalue(to));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                1000, () -> Clipboard.getSystemClipboard().getString());
    }
}
