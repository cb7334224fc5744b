package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.ui.model.FilterTerm;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The filter as chips. */
class FilterScreenTest extends WindowTest {
    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @Test
    void aConditionIsChosenWithoutQueryLanguageAndTakenAway(FxRobot robot) throws Exception {
        show(SampleCommune.project());
        robot.interact(() -> window.workbench().filter().add(new FilterTerm("public = true")));
        await(() -> window.model().filtered().records().size() == 3);
        robot.clickOn("#query-add").clickOn("#query-add-surface");
        awaitForm(robot);
        robot.clickOn("#chip-first").write("1000");
        save("chip-editor");
        robot.clickOn("#form-go");
        await(() -> window.model().filtered().expression().equals("public = true AND surface >= 1000"));
        settle();
        save("chips");
        assertThat(chips(robot)).containsExactly("Bâtiment public : oui  ×", "Surface utile ≥ 1 000 m²  ×");
        assertThat(robot.lookup("#query").queryAs(TextField.class).getText())
                .isEqualTo("public = true AND surface >= 1000");
        robot.interact(() -> chip(robot, 0).requestFocus());
        robot.push(KeyCode.DELETE);
        await(() -> window.model().filtered().expression().equals("surface >= 1000"));
        robot.clickOn("#query-clear");
        await(() -> !window.model().filtered().active());
        assertThat(robot.lookup("#query-count").queryAs(Label.class).getText()).isEqualTo("63 bâtiments sur 63");
    }

    @Test
    void usesAreTickedInAList(FxRobot robot) throws Exception {
        show(SampleCommune.project());
        robot.clickOn("#query-add").clickOn("#query-add-usage");
        awaitForm(robot);
        save("chip-usage");
        robot.clickOn("#chip-choice-public");
        robot.clickOn("#form-go");
        await(() -> window.model().filtered().expression().equals("usage = 'public'"));
    }

    @Test
    void aWrongNumberIsToldInTheDialog(FxRobot robot) throws Exception {
        show(SampleCommune.project());
        robot.clickOn("#query-add").clickOn("#query-add-surface");
        awaitForm(robot);
        robot.clickOn("#chip-first").write("beaucoup");
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#form-problem").queryAs(Label.class).getText()).contains("nombre");
        robot.write("1");
        assertThat(robot.lookup("#form-problem").queryAs(Label.class).getText()).isEmpty();
        robot.clickOn("#form-go");
        assertThat(robot.lookup("#form-problem").queryAs(Label.class).getText()).contains("nombre");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aFilterIsKeptUnderAName(FxRobot robot) throws Exception {
        show(SampleCommune.project());
        writeFilter(robot, "surface > 100");
        await(() -> window.model().filtered().active());
        robot.clickOn("#query-examples").clickOn("#query-keep");
        awaitForm(robot);
        robot.clickOn("#query-name").write("Grands toits");
        robot.clickOn("#form-go");
        robot.clickOn("#query-clear");
        await(() -> !window.model().filtered().active());
        robot.clickOn("#query-examples").clickOn("Grands toits");
        await(() -> window.model().filtered().expression().equals("surface > 100"));
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup("#query-chips").queryAs(FlowPane.class).getChildren().stream()
                .filter(node -> node instanceof Button)
                .map(node -> ((Button) node).getText().replace('\u202F', ' ').replace('\u00A0', ' '))
                .toList();
    }

    private static Node chip(FxRobot robot, int index) {
        return robot.lookup("#query-chips")
                .queryAs(FlowPane.class)
                .getChildren()
                .get(index);
    }
}
