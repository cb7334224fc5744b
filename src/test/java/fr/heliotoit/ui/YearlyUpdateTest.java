package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The third story: import the yearly update, read the differences, commit, take it back. */
class YearlyUpdateTest extends WindowTest {
    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @Test
    void anUpdateIsImportedReadAndUndone(FxRobot robot) throws Exception {
        openDemo("histoire.gpkg");
        drop("batiments-2026.gpkg");
        await(() -> robot.lookup("#import-files").tryQuery().isPresent());
        save("import-1-files");
        robot.clickOn("#wizard-next");
        await(() -> robot.lookup("#preview-rows").tryQuery().isPresent());
        save("import-2-preview");
        save("import-2-preview-200", 2);
        assertThat(robot.lookup("#preview-rows").queryTableView().getItems()).hasSize(50);
        robot.clickOn("#wizard-next");
        await(() -> robot.lookup("#mapping-id").tryQuery().isPresent());
        save("import-3-columns");
        assertThat(robot.lookup("#mapping-hauteur").queryAs(ComboBox.class).getValue())
                .isEqualTo("hauteur");
        robot.clickOn("#wizard-next");
        await(() -> robot.lookup("#import-counts").tryQuery().isPresent());
        save("import-4-checks");
        robot.clickOn("#wizard-next");
        await(() -> robot.lookup("#import-differences").tryQuery().isPresent());
        save("import-5-differences");
        assertThat(robot.lookup("#import-differences").queryAs(Label.class).getText())
                .contains("11 nouveaux, 11 modifiés, 8 retirés, 386 inchangés");
        assertThat(((TableView<?>) robot.lookup("#import-changes").query()).getItems())
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(robot.lookup("#wizard-next").queryAs(Button.class).getText()).isEqualTo("Importer 408 bâtiments");
        assertThat(shown()).isEqualTo(405);
        robot.clickOn("#wizard-next");
        await(() -> shown() == 408);
        save("import-6-done");
        robot.push(KeyCode.ESCAPE);
        settle();
        robot.push(KeyCode.CONTROL, KeyCode.H);
        await(() -> robot.lookup("#history-list").tryQuery().isPresent());
        save("history");
        robot.clickOn("#form-go");
        await(() -> shown() == 405);
        save("undone");
    }

    @Test
    void theSameOnTheKeysAlone(FxRobot robot) throws Exception {
        openDemo("clavier.gpkg");
        drop("batiments-2026.gpkg");
        for (String shows : List.of("#import-files", "#preview-rows", "#mapping-id", "#import-counts")) {
            await(() -> robot.lookup(shows).tryQuery().isPresent());
            settle();
            robot.interact(() -> robot.lookup("#wizard-next").query().requestFocus());
            robot.push(KeyCode.SPACE);
        }
        await(() -> robot.lookup("#import-differences").tryQuery().isPresent());
        settle();
        robot.push(KeyCode.SPACE);
        await(() -> shown() == 408);
    }

    @Test
    void nothingIsWrittenBeforeTheLastStep(FxRobot robot) throws Exception {
        Path file = openDemo("intact.gpkg");
        byte[] before = Files.readAllBytes(file);
        drop("batiments-2026.gpkg");
        for (String shows : List.of("#import-files", "#preview-rows", "#mapping-id", "#import-counts")) {
            await(() -> robot.lookup(shows).tryQuery().isPresent());
            settle();
            robot.clickOn("#wizard-next");
        }
        await(() -> robot.lookup("#import-differences").tryQuery().isPresent());
        settle();
        robot.clickOn("#wizard-back");
        await(() -> robot.lookup("#import-counts").tryQuery().isPresent()
                && robot.lookup("#import-differences").tryQuery().isEmpty());
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(shown()).isEqualTo(405);
    }

    @Test
    void aFileThatCannotBeReadIsToldInTheWizard(FxRobot robot) throws Exception {
        openDemo("illisible.gpkg");
        Path broken = folder.resolve("vide.geojson");
        Files.writeString(broken, "{");
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(broken)));
        await(() -> robot.lookup("#import-files").tryQuery().isPresent());
        settle();
        robot.clickOn("#wizard-next");
        Label problem = robot.lookup("#wizard-problem").queryAs(Label.class);
        await(() -> !problem.getText().isEmpty());
        assertThat(problem.getText()).contains("vide.geojson");
        robot.push(KeyCode.ESCAPE);
    }

    private void drop(String name) {
        WaitForAsyncUtils.asyncFx(() -> window.commands().dropped(List.of(demo(name))));
    }
}
