package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.DemoProject;
import fr.heliotoit.app.EvaluateAll;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.rules.Sharing;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.ui.map.RoofColour;
import fr.heliotoit.ui.model.Selection;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The first story: which roofs of ours are good? Rank them, export the list; and the commune in figures. */
class MunicipalRoofsTest extends WindowTest {
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
    void theMunicipalRoofsAreRankedAndTheListExported(FxRobot robot) throws Exception {
        open(project);
        robot.clickOn("#query-add").clickOn("#query-add-public");
        awaitForm(robot);
        robot.clickOn("#form-go");
        await(() -> window.model().filtered().active());
        save("rank-filtered");
        rank(robot);
        save("rank-sorted");
        TableView<BuildingRecord> table = robot.lookup("#table").queryTableView();
        assertThat(table.getItems().getFirst().building().name()).isEqualTo("Salle des sports");
        assertThat(robot.lookup("#table-totals").queryAs(Label.class).getText())
                .startsWith("Total (14)")
                .contains(Energy.perYear(CommuneSummary.of(table.getItems(), 7).yearlyYieldKWh()))
                .contains("Conventions énergétiques 2026 (valable depuis le 1er janvier 2026)");
        robot.clickOn("#menu-buildings").clickOn("#menu-export");
        awaitForm(robot);
        save("rank-export");
        Path file = folder.resolve("toits.xlsx");
        files.answer(file);
        robot.clickOn("#form-go");
        await(() -> Files.isRegularFile(file));
        save("rank-exported");
        save("rank-exported-200", 2);
    }

    @Test
    void theSameOnTheKeysAloneAsACsv(FxRobot robot) throws Exception {
        open(project);
        robot.interact(() -> robot.lookup("#query-write").query().requestFocus());
        robot.push(KeyCode.SPACE);
        robot.write("public = true").push(KeyCode.ENTER);
        await(() -> window.model().filtered().active());
        rank(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        awaitForm(robot);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        Path file = folder.resolve("toits.csv");
        files.answer(file);
        robot.push(KeyCode.ENTER);
        await(() -> Files.isRegularFile(file));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(15);
        assertThat(lines.get(1)).contains("Salle des sports");
    }

    @Test
    void everythingIsEvaluatedWithWeightsOfOnesOwn(FxRobot robot) throws Exception {
        Path own = Files.copy(project, project.resolveSibling("evalue.gpkg"));
        open(own);
        robot.push(KeyCode.F6);
        awaitForm(robot);
        robot.clickOn("#weight-taille").write("0");
        save("evaluate");
        robot.clickOn("#form-go");
        await(() -> said(robot).contains("Évalué"));
        settle();
        save("evaluate-done");
        assertThat(robot.lookup(".dialog-pane").query().getScene().getWindow().getX())
                .as("the long sentences are on the screen")
                .isGreaterThanOrEqualTo(window.stage().getX());
        assertThat(said(robot)).as("an expired pack is announced on screen").startsWith("Données périmées");
        assertThat(said(robot)).contains("Tarifs d'achat", "périmé", "Note d'opportunité");
        robot.push(KeyCode.ENTER);
        List<BuildingRecord> records = window.model().project().orElseThrow().records();
        assertThat(records).anyMatch(r -> Attribute.NOTE.valueOf(r) != null);
        assertThat(records).anyMatch(r -> Attribute.VAN.valueOf(r) != null);
        assertThat(records).anyMatch(r -> Attribute.OBLIGATION.valueOf(r) != null);
        assertThat(records).anyMatch(r -> Attribute.COVISIBILITE.valueOf(r) != null);
        try (ProjectFile file = ProjectFile.open(own)) {
            assertThat(String.join(" ", file.citations(Attribute.NOTE))).contains("taille=0");
        }
    }

    @Test
    void anEvaluatedCommuneIsCountedAndColouredByMoneyLawHeritageAndRank(FxRobot robot) throws Exception {
        Path own = Files.copy(project, made.resolve("couleurs.gpkg"));
        try (ProjectFile file = ProjectFile.open(own)) {
            EvaluateAll.run(file, DataPacks.load(LocalDate.of(2026, 11, 23)), Map.of(), Progress.NONE);
        }
        open(own);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await(() -> robot.lookup("#dashboard-heritage").tryQuery().isPresent());
        settle();
        save("dashboard-evaluated");
        ScrollPane dashboard = robot.lookup("#dashboard").queryAs(ScrollPane.class);
        robot.interact(() -> dashboard.setHvalue(1));
        settle();
        save("dashboard-evaluated-right");
        assertThat(robot.lookup("#dashboard-packs").queryAs(Label.class).getText())
                .contains(
                        "Tarifs d'achat",
                        "périmé",
                        "Obligations solaires",
                        "Protections et abords",
                        "Note d'opportunité");
        for (String group : List.of("payback", "value", "rank", "obligation", "heritage")) {
            Button bar = robot.from(robot.lookup("#dashboard-" + group).queryAll())
                    .lookup(".dashboard-row")
                    .match((Button b) -> !b.isDisabled())
                    .query();
            robot.interact(() -> window.model().select(Selection.NONE));
            robot.interact(bar::fire);
            assertThat(window.model().selection().ids()).as(group).isNotEmpty();
            assertThat(bar.getText()).as(group).doesNotContain("dadue-", "presumee");
        }
        robot.interact(() -> window.model().select(Selection.NONE));
        ComboBox<RoofColour> colours = robot.lookup("#roof-colour").queryComboBox();
        for (RoofColour colour :
                List.of(RoofColour.PAYBACK, RoofColour.VALUE, RoofColour.RANK, RoofColour.IRRADIATION)) {
            BufferedImage before = picture();
            robot.interact(() -> colours.setValue(colour));
            settle();
            save("map-colour-" + colour.code());
            assertThat(different(before, picture())).as(colour.code()).isGreaterThan(1000);
            if (colour == RoofColour.PAYBACK || colour == RoofColour.VALUE) {
                assertThat(robot.lookup("#layer-potential-note")
                                .queryAs(Label.class)
                                .getText())
                        .as(colour.code())
                        .startsWith("Données périmées : Tarifs d'achat photovoltaïque S21, T1 2026");
            }
        }
        robot.interact(() -> colours.setValue(RoofColour.CLASSES));
    }

    @Test
    void selectedRoofsBecomeAGroupWithSharesAndZones(FxRobot robot) throws Exception {
        open(project);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        await(() -> said(robot).contains("Sélectionnez d'abord"));
        robot.push(KeyCode.ENTER);
        settle();
        robot.interact(() -> window.model()
                .select(new Selection(new LinkedHashSet<>(List.of("SSA0006", "SSA0009", "SSA0010")), "SSA0006")));
        robot.push(KeyCode.CONTROL, KeyCode.G);
        awaitForm(robot);
        save("group");
        robot.clickOn("#form-go");
        await(() -> robot.lookup("#group-shares").tryQuery().isPresent());
        settle();
        save("group-done");
        TableView<Sharing.Part> shares = robot.lookup("#group-shares").queryTableView();
        assertThat(shares.getItems()).hasSize(3).extracting(Sharing.Part::name).contains("École Jean-Macé");
        assertThat(shares.getColumns().stream().map(c -> c.getCellData(0)))
                .allSatisfy(words -> assertThat(words.toString()).isNotBlank());
        assertThat(robot.lookup(".dialog-pane .label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .collect(Collectors.joining(" ")))
                .contains("3 toitures", "Conventions énergétiques");
        Path zones = folder.resolve("zones.geojson");
        files.answer(zones);
        Button save = robot.lookup(".dialog-pane .button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().contains("ZAER"))
                .findFirst()
                .orElseThrow();
        robot.interact(save::fire);
        await(() -> Files.isRegularFile(zones));
        assertThat(Files.readString(zones)).contains("photovoltaïque en toiture", "valable depuis le");
    }

    /** The sentence of the dialog that is open; empty when there is none. */
    private static String said(FxRobot robot) {
        return robot.lookup(".dialog-pane .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    @Test
    void aBarOfTheDashboardSelectsItsBuildings(FxRobot robot) throws Exception {
        open(project);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await(() -> robot.lookup("#dashboard-usage").tryQuery().isPresent());
        save("dashboard");
        assertThat(robot.lookup("#dashboard-packs").queryAs(Label.class).getText())
                .contains("Conventions énergétiques 2026 (valable depuis le 1er janvier 2026)");
        save("dashboard-200", 2);
        CommuneSummary summary =
                CommuneSummary.of(window.model().project().orElseThrow().records(), 7);
        assertThat(robot.lookup("#dashboard .dashboard-figure").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList())
                .contains(
                        Energy.area(summary.usableAreaM2()),
                        Energy.power(summary.peakPowerKWp()),
                        Energy.perYear(summary.yearlyYieldKWh()));
        Button industry = robot.lookup("#dashboard-usage .button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals("Industriel"))
                .findFirst()
                .orElseThrow();
        robot.interact(industry::fire);
        assertThat(window.model().selection().ids()).hasSize(expected("industriel"));
        robot.interact(() -> window.theme().choose(Theme.Choice.DARK));
        save("dashboard-dark");
        robot.interact(() -> window.theme().choose(Theme.Choice.LIGHT));
    }

    private int expected(String usage) {
        return (int) window.model().project().orElseThrow().records().stream()
                .filter(r -> r.building().usage().code().equals(usage))
                .count();
    }

    /** Not by a click: the robot of the headless platform marks every click as a popup trigger, which headers ignore. */
    private static void rank(FxRobot robot) throws Exception {
        TableView<BuildingRecord> table = robot.lookup("#table").queryTableView();
        robot.interact(() -> {
            TableColumn<BuildingRecord, ?> column = table.getColumns().stream()
                    .filter(c -> "column-production".equals(c.getId()))
                    .findFirst()
                    .orElseThrow();
            column.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
        });
        settle();
    }
}
