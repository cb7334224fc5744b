package fr.heliotoit.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.render.Town;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The papers of one building and the list for the council. */
class SheetsTest {
    private static ReportInput input(List<BuildingRecord> records) {
        return new ReportInput(
                Town.info(false),
                records,
                Optional.empty(),
                List.of(),
                Town.conventions(),
                LocalDate.of(2026, 11, 22),
                "0.1.0");
    }

    /** Checks and keeps a paper, and gives its words. */
    private static String words(String name, ByteArrayOutputStream pdf, int mostPages) throws Exception {
        Accessibility.check(pdf.toByteArray());
        Files.write(Files.createDirectories(Path.of("target", "report")).resolve(name), pdf.toByteArray());
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(document.getNumberOfPages()).isBetween(1, mostPages);
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        }
    }

    private static List<BuildingRecord> hostile() {
        List<BuildingRecord> records = new ArrayList<>(Town.records(60));
        records.add(Town.record(
                "=1+1<b>",
                Town.rectangle(690_050, 7_030_050, 30, 20),
                "<script>alert(1)</script> 🏫 \u202Eesrever",
                "X".repeat(10_000),
                true,
                Town.potential(1100, 400)));
        return records;
    }

    @Test
    void aSheetSaysWhatTheRoofIsWorthAndHowToReadIt() throws Exception {
        for (BuildingRecord record : List.of(Town.records(60).get(7), hostile().getLast())) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            BuildingSheet.write(input(hostile()), record, pdf);
            assertThat(words("fiche.pdf", pdf, 2))
                    .contains("Comment lire cette fiche", "À vérifier avant tout projet", "kWc")
                    .doesNotContain("NaN");
        }
    }

    @Test
    void aSheetDrawsTheModulesAndNamesThePacksOfItsMoneyLawAndHeritage() throws Exception {
        BuildingRecord roof = Town.records(60).get(7);
        Polygon module = Town.rectangle(690_050, 7_030_050, 1.7, 1.1);
        GeometryFactory factory = module.getFactory();
        ModuleArray array = new ModuleArray(
                "p1",
                roof.building().id(),
                factory.createMultiPolygon(new Polygon[] {module, Town.rectangle(690_052, 7_030_050, 1.7, 1.1)}),
                2,
                0.9,
                3.8,
                30,
                180,
                "paysage");
        BuildingRecord record = roof.evaluatedAs(Map.of(
                Attribute.PRODUCTION_MIN, 9_000.0,
                Attribute.PRODUCTION_MAX, 12_000.0,
                Attribute.VAN, 1_234.0,
                Attribute.INVESTISSEMENT, 23_000.0,
                Attribute.VENTE, "surplus",
                Attribute.PROTECTION, "AC1 – Beffroi",
                Attribute.DISTANCE, 120.0,
                Attribute.COVISIBILITE, "presumee"));
        ReportInput plain = input(Town.records(60));
        ReportInput input = new ReportInput(
                plain.info(),
                plain.records(),
                plain.snapshot(),
                plain.computedFrom(),
                plain.conventions(),
                plain.date(),
                plain.version(),
                plain.evolution(),
                plain.options(),
                new Decisions(
                        Map.of(
                                Attribute.VAN, List.of("Coûts 2026"),
                                Attribute.PRODUCTION_MIN, List.of("Incertitudes 2026"),
                                Attribute.DISTANCE, List.of("Protections 2026")),
                        List.of(),
                        List.of()),
                Map.of(record.building().id(), List.of(array)));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BuildingSheet.write(input, record, pdf);
        assertThat(words("fiche-evaluee.pdf", pdf, 2))
                .contains("Modules dessinés 2", "9 000 – 12 000 kWh/an", "23 000 €")
                .contains("Covisibilité présumée, avis réservé à l’ABF")
                .contains("Incertitudes 2026", "Coûts 2026", "Protections 2026");
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        BuildingSheet.write(input.withModules(Map.of()), record, without);
        assertThat(words("fiche-sans-modules.pdf", without, 2)).doesNotContain("Modules dessinés");
        assertThat(pdf.size()).isNotEqualTo(without.size());
    }

    /** Names as the people of the commune write them: with a sign, from right to left, joined, with numbers in between. */
    @Test
    void namesInOtherScriptsComeOutReadable() throws Exception {
        BuildingRecord record = Town.record(
                "b2",
                Town.rectangle(690_050, 7_030_050, 30, 20),
                "École 🏫 ☀ בית ספר 12",
                "جمعية السلام (62)",
                true,
                Town.potential(1100, 400));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BuildingSheet.write(input(List.of(record)), record, pdf);
        String words = words("fiche-ecritures.pdf", pdf, 2);
        assertThat(words).contains("École 🏫 ☀").doesNotContain("\uFFFD");
        // As a reader extracts it: letters in reading order again, Arabic ones without their shapes.
        assertThat(java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFKC))
                .contains("בית", "ספר", "جمعية", "السلام");
    }

    @Test
    void arabicLettersTakeTheShapeThatTheirNeighboursAskFor() {
        // salam: seen initial, lam-alef after it, meem isolated
        assertThat(ArabicShapes.of("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        // dar: none of its letters joins the next one
        assertThat(ArabicShapes.of("دار")).isEqualTo("\uFEA9\uFE8D\uFEAD");
        assertThat(ArabicShapes.of("Mairie 12")).isEqualTo("Mairie 12");
        RightToLeft.Reorderer order = new RightToLeft.Reorderer();
        assertThat(order.reorderRTLTextToLTR("אבג (12)")).isEqualTo("(12) גבא");
    }

    @Test
    void aSheetWithoutAFigureSaysWhy() throws Exception {
        BuildingRecord record = Town.record(
                "b1",
                Town.rectangle(690_050, 7_030_050, 5, 4),
                null,
                null,
                false,
                new NoFigure(NoFigure.Reason.TOO_SMALL));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BuildingSheet.write(input(List.of(record)), record, pdf);
        assertThat(words("fiche-sans-chiffre.pdf", pdf, 2))
                .contains("Bâtiment b1", "La toiture est trop petite pour une installation.")
                .doesNotContain("kWc");
    }

    @Test
    void aSurveySheetFitsTwoPages() throws Exception {
        for (BuildingRecord record : List.of(Town.records(60).get(7), hostile().getLast())) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            SurveySheet.write(input(hostile()), record, "Vu le 12 mars ; =1+1 <i>", pdf);
            assertThat(words("releve.pdf", pdf, 2)).contains("Charpente", "Signature", "=1+1 <i>");
        }
    }

    @Test
    void theCouncilListNamesPublicBuildingsOnly() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        CouncilList.write(input(hostile()), Map.of("=1+1<b>", "Toiture refaite en 2019"), pdf);
        String words = words("liste.pdf", pdf, 3);
        assertThat(words).contains("École Jean-Macé", "Toiture refaite en 2019", "bâtiments privés, non listés");
        assertThat(words).doesNotContain("BATIMENT000000");
    }
}
