package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.ui.model.LoadedProject;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window with real mouse and keyboard through the robot, without a display. */
class ScreenTest extends WindowTest {
    private LoadedProject project;

    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
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

    @Test
    void theFilterLeavesOutAndCounts(FxRobot robot) throws Exception {
        open();
        Label count = robot.lookup("#query-count").queryAs(Label.class);
        assertThat(count.getText()).isEqualTo("63 bâtiments sur 63");
        writeFilter(robot, "public = true");
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
        writeFilter(robot, "surfacee > 100");
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
        writeFilter(robot, "surface > 1000000");
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
        project = SampleCommune.project();
        show(project);
    }
}
