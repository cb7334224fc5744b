package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.ComputeInputs;
import fr.heliotoit.app.ComputePotential;
import fr.heliotoit.app.DataPacks;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipFile;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The second story: a citizen asks at the counter about a roof; and what the town hall writes about it. */
class CounterTest extends WindowTest {
    private static final String SCHOOL = "SSA0009";

    @Start
    void start(Stage stage) throws Exception {
        begin(stage);
    }

    @Test
    void aCitizenLeavesWithTheSheetOfTheRoof(FxRobot robot) throws Exception {
        openComputed();
        robot.clickOn("#search").write("12 rue du stade");
        await(() -> robot.listWindows().size() > 1);
        robot.push(KeyCode.ENTER);
        await(() -> window.model().focused().isPresent());
        assertThat(cardText()).contains("Salle des sports", "12 Rue du Stade");
        save("counter-card");
        inTheDark(() -> save("counter-card-dark-200", 2));
        Path pdf = folder.resolve("fiche.pdf");
        files.answer(pdf);
        robot.clickOn("#tool-sheet");
        sheetIsWritten(pdf, "Salle des sports");
        save("counter-written");
        inTheDark(() -> save("counter-written-dark", 1));
        assertThat(files.suggested()).isEqualTo("fiche-salle-des-sports.pdf");
    }

    @Test
    void theSameOnTheKeysAlone(FxRobot robot) throws Exception {
        openComputed();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("ecole jean mace");
        await(() -> robot.listWindows().size() > 1);
        robot.push(KeyCode.ENTER);
        await(() -> window.model().focused().isPresent());
        Path pdf = folder.resolve("fiche.pdf");
        files.answer(pdf);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        sheetIsWritten(pdf, "École Jean-Macé");
    }

    @Test
    void notesAreKeptAndUndone(FxRobot robot) throws Exception {
        Path file = openDemo("notes.gpkg");
        clickOn(robot, SCHOOL);
        TextArea notes = robot.lookup("#dossier-notes").queryAs(TextArea.class);
        show(robot, notes);
        robot.clickOn(notes).write("Charpente vue en 2025");
        robot.push(KeyCode.TAB);
        ComboBox<ProjectStatus> status = robot.lookup("#dossier-status").queryAs(ComboBox.class);
        robot.interact(() -> status.setValue(ProjectStatus.VISIT));
        show(robot, robot.lookup("#dossier-year").query());
        robot.clickOn("#dossier-year")
                .write("2025")
                .push(KeyCode.TAB)
                .write("12 400")
                .push(KeyCode.ENTER);
        await(() -> written().measuredKWh().containsKey(2025));
        save("dossier");
        assertThat(written().notes()).isEqualTo("Charpente vue en 2025");
        assertThat(written().status()).isEqualTo(ProjectStatus.VISIT);
        assertThat(written().measuredKWh()).containsEntry(2025, 12_400.0);
        robot.interact(() -> window.undo().undo());
        assertThat(written().measuredKWh()).isEmpty();
        robot.interact(() -> window.undo().undo());
        assertThat(written().status()).isEqualTo(ProjectStatus.NONE);
        robot.interact(() -> window.undo().redo());
        assertThat(status.getValue()).isEqualTo(ProjectStatus.VISIT);
        WaitForAsyncUtils.asyncFx(() -> window.commands().close());
        await(() -> window.model().project().isEmpty());
        open(file);
        clickOn(robot, SCHOOL);
        assertThat(written().notes()).isEqualTo("Charpente vue en 2025");
        assertThat(written().status()).isEqualTo(ProjectStatus.VISIT);
    }

    @Test
    void aWrongMeasureIsToldAndNotKept(FxRobot robot) throws Exception {
        openDemo("mesure.gpkg");
        clickOn(robot, SCHOOL);
        show(robot, robot.lookup("#dossier-year").query());
        robot.clickOn("#dossier-year")
                .write("25")
                .push(KeyCode.TAB)
                .write("12 400")
                .push(KeyCode.ENTER);
        assertThat(cardText()).contains("Donnez une année à quatre chiffres");
        assertThat(written().measuredKWh()).isEmpty();
    }

    @Test
    void notesOutliveAnUpdateOfTheBuildings(FxRobot robot) throws Exception {
        openDemo("millesimes.gpkg");
        clickOn(robot, SCHOOL);
        TextArea notes = robot.lookup("#dossier-notes").queryAs(TextArea.class);
        show(robot, notes);
        robot.clickOn(notes).write("à garder");
        importThrough(robot, demo("batiments-2026.gpkg"));
        await(() -> shown() == 408);
        assertThat(written().notes()).isEqualTo("à garder");
    }

    @Test
    void theReportIsMadeForTheFilteredBuildings(FxRobot robot) throws Exception {
        openComputed();
        writeFilter(robot, "public = true AND surface > 100");
        await(() -> window.model().filtered().active());
        robot.clickOn("#tool-report");
        awaitForm(robot);
        robot.clickOn("#perimeter-shown");
        save("report-form");
        inTheDark(() -> save("report-form-dark-200", 2));
        Path pdf = folder.resolve("rapport.pdf");
        files.answer(pdf);
        robot.clickOn("#form-go");
        await(() -> Files.isRegularFile(pdf));
        assertThat(text(pdf))
                .contains("public = true AND surface > 100")
                .contains(window.model().filtered().records().size() + " bâtiments");
        // Once more with the same options, though nothing is filtered any longer and nobody is asked.
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#query-clear");
        await(() -> !window.model().filtered().active());
        Files.delete(pdf);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await(() -> Files.isRegularFile(pdf));
        assertThat(text(pdf)).contains("public = true AND surface > 100");
    }

    @Test
    void theListIsMadeForTheSelectedBuildings(FxRobot robot) throws Exception {
        openComputed();
        robot.interact(() -> window.model()
                .select(new fr.heliotoit.ui.model.Selection(
                        new java.util.LinkedHashSet<>(java.util.List.of("SSA0009", "SSA0011")), "SSA0009")));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        awaitForm(robot);
        Path pdf = folder.resolve("liste.pdf");
        files.answer(pdf);
        robot.clickOn("#form-go");
        await(() -> Files.isRegularFile(pdf));
        assertThat(text(pdf)).contains("École Jean-Macé", "Salle des fêtes").doesNotContain("Salle des sports");
    }

    @Test
    void theKitIsMadeWithAnEditedText(FxRobot robot) throws Exception {
        openComputed();
        robot.clickOn("#tool-kit");
        await(() -> robot.lookup("#kit-text").tryQuery().isPresent());
        TextArea text = robot.lookup("#kit-text").queryAs(TextArea.class);
        robot.interact(() -> text.setText("Le soleil de {commune} : {inconnu}"));
        robot.clickOn("#form-go");
        assertThat(robot.lookup("#form-problem").queryAs(Label.class).getText()).contains("{inconnu}");
        robot.interact(() -> text.setText("Le soleil de {commune} : {production}"));
        assertThat(robot.lookup("#kit-preview").queryAs(Label.class).getText())
                .isEqualTo("Le soleil de Saint-Soleil : " + production());
        robot.clickOn("#kit-part-video");
        save("kit-form");
        robot.interact(() -> robot.lookup("#kit-texts")
                .queryAs(javafx.scene.control.ListView.class)
                .getSelectionModel()
                .select(1));
        inTheDark(() -> save("kit-form-dark-200", 2));
        Path zip = folder.resolve("kit.zip");
        files.answer(zip);
        robot.clickOn("#form-go");
        WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> Files.isRegularFile(zip));
        try (ZipFile kit = new ZipFile(zip.toFile())) {
            String page = new String(
                    kit.getInputStream(kit.getEntry("site/article.txt")).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(page).contains("Le soleil de Saint-Soleil");
            assertThat(kit.getEntry("affiche/affiche-A4.pdf")).isNotNull();
            assertThat(kit.getEntry("video/lire-sa-fiche.mp4")).isNull();
        }
    }

    private String production() {
        return fr.heliotoit.cadastre.Energy.perYear(window.model().project().orElseThrow().records().stream()
                .filter(r -> r.outcome() instanceof fr.heliotoit.cadastre.SolarPotential)
                .mapToDouble(r -> ((fr.heliotoit.cadastre.SolarPotential) r.outcome()).yearlyYieldKWh())
                .sum());
    }

    private void openComputed() throws Exception {
        Path file = openDemo("guichet.gpkg");
        WaitForAsyncUtils.asyncFx(() -> window.commands().close());
        await(() -> window.model().project().isEmpty());
        settle();
        try (ProjectFile project = ProjectFile.open(file)) {
            ComputePotential.run(
                    project,
                    new ComputeInputs(null, null, demo("irradiation.tif"), null, ComputeInputs.DEFAULT_ALBEDO),
                    DataPacks.load(LocalDate.now()),
                    Progress.NONE);
        }
        open(file);
    }

    private BuildingFile written() {
        return window.dossiers().of(SCHOOL);
    }

    private static void show(FxRobot robot, javafx.scene.Node node) {
        robot.interact(() -> {
            javafx.scene.control.ScrollPane card =
                    (javafx.scene.control.ScrollPane) node.getScene().lookup("#card");
            double height = card.getContent().getBoundsInLocal().getHeight();
            double top = card.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
            double view = card.getViewportBounds().getHeight();
            card.setVvalue(Math.clamp((top - 60) / (height - view), 0, 1));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private interface Picture {
        void take() throws Exception;
    }

    private void inTheDark(Picture picture) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.theme().choose(Theme.Choice.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        picture.take();
        WaitForAsyncUtils.asyncFx(() -> window.theme().choose(Theme.Choice.SYSTEM));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void sheetIsWritten(Path pdf, String building) throws Exception {
        await(() -> Files.isRegularFile(pdf));
        assertThat(text(pdf)).contains(building);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 60);
            File out = Path.of("target", "screens", "counter-sheet.png").toFile();
            assertThat(ImageIO.write(page, "png", out)).isTrue();
        }
    }

    private static String text(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
