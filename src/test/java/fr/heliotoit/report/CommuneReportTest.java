package fr.heliotoit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.render.Ink;
import fr.heliotoit.render.Town;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommuneReportTest {
    private static final String DIGEST = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @AfterEach
    void speakFrenchAgain() {
        Texts.choose("fr");
    }

    private static ReportInput input(List<BuildingRecord> records, boolean synthetic) {
        Snapshot snapshot = new Snapshot(
                1,
                "2026-03",
                Instant.parse("2026-11-22T10:00:00Z"),
                List.of(new Snapshot.Source("buildings", "toits_2026.gpkg", DIGEST)),
                records.size());
        return new ReportInput(
                Town.info(synthetic),
                records,
                Optional.of(snapshot),
                List.of(
                        new Snapshot.Source("surface-model", "mns.tif", DIGEST),
                        new Snapshot.Source("weather", "meteo.epw", DIGEST)),
                Town.conventions(),
                LocalDate.of(2026, 11, 22),
                "0.1.0");
    }

    private static byte[] pdf(ReportInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommuneReport.write(input, out, Progress.NONE);
        return out.toByteArray();
    }

    /** The words of all pages, every kind of blank a plain one. */
    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", " ");
    }

    /** For the eyes: under {@code target/report}. */
    private static byte[] keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "report"));
        Files.write(folder.resolve(name), pdf);
        return pdf;
    }

    @Test
    void isAccessibleArchivableAndSmall() throws Exception {
        byte[] pdf = keep("commune.pdf", pdf(input(Town.records(700), true)));
        Accessibility.check(pdf);
        assertThat(pdf.length).isLessThan(5_000_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Potentiel solaire des toitures — Saint-Soleil-en-Artois");
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .children()
                            .iterator()
                            .next()
                            .getTitle())
                    .isEqualTo("L’essentiel");
            assertThat(document.getNumberOfPages()).isBetween(8, 14);
        }
    }

    @Test
    void quotesTheFiguresOfTheSummary() throws Exception {
        List<BuildingRecord> records = Town.records(700);
        CommuneSummary summary = CommuneSummary.of(records, 7);
        String words = words(pdf(input(records, false)));
        assertThat(words)
                .contains("700")
                .contains(plain(Formats.quantity(summary.usableAreaM2(), 0, "m²")))
                .contains(plain(Formats.quantity(summary.yearlyYieldKWh() / 1e6, 1, "GWh/an")))
                .contains(plain(Formats.number(Math.round(summary.yearlyYieldKWh() / 4300)) + " foyers"))
                .contains("4 300 kWh/an par foyer")
                .contains("Enedis 4287")
                .contains("École Jean-Macé")
                .contains("Estimation — ne remplace pas une étude de faisabilité")
                .contains("0123456789ab")
                .contains("La toiture est trop petite pour une installation.")
                .contains("Office fédéral")
                .doesNotContain("Données synthétiques")
                .doesNotContain("�");
    }

    @Test
    void theEssentialsAreSixSentences() {
        assertThat(EssentialsSection.sentences(input(Town.records(700), false))).hasSize(6);
        List<BuildingRecord> privately = Town.records(200).stream()
                .filter(r -> !r.building().publicOwner())
                .toList();
        assertThat(EssentialsSection.sentences(input(privately, false))).hasSize(6);
    }

    @Test
    void privateRoofsAppearOnlyInGroups() throws Exception {
        List<BuildingRecord> records = Town.records(700);
        assertThat(words(pdf(input(records, false)))).doesNotContain("rue de la Fosse n° 1 Bâtiment");
        for (BuildingRecord record : records) {
            if (!record.building().publicOwner()) {
                assertThat(words(pdf(input(records, false))))
                        .doesNotContain(record.building().id());
                break;
            }
        }
        List<BuildingRecord> few = records.stream()
                .filter(r -> !r.building().publicOwner() && r.outcome() instanceof SolarPotential)
                .limit(10)
                .toList();
        List<BuildingRecord> mostlyPublic = new ArrayList<>(
                records.stream().filter(r -> r.building().publicOwner()).toList());
        mostlyPublic.addAll(few);
        assertThat(words(pdf(input(mostlyPublic, false))))
                .contains("10 bâtiments privés du périmètre ne sont pas décrits");
    }

    @Test
    void neighbourhoodsHoldElevenPrivateRoofsOrMoreAndKeepPublicOnes() {
        List<BuildingRecord> records = Town.records(300);
        List<BuildingRecord> shown = Neighbourhoods.averaged(records, Town.conventions());
        Map<Double, Integer> sizes = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).building().publicOwner()) {
                assertThat(shown.get(i)).isSameAs(records.get(i));
            } else if (shown.get(i).outcome() instanceof SolarPotential p) {
                sizes.merge(p.irradiationKWhM2(), 1, Integer::sum);
                assertThat(p.yearlyYieldKWh()).isZero();
            }
        }
        assertThat(sizes.values()).allMatch(n -> n >= Groups.LEAST);
        assertThat(sizes).hasSizeGreaterThan(8);
    }

    @Test
    void countsApartHoldNoPrivateRoofOrElevenOfThem() {
        Random random = new Random(11);
        for (int n = 0; n < 500; n++) {
            int[] bins = random.ints(1 + random.nextInt(9), 0, 25)
                    .map(v -> Math.max(0, v - 8))
                    .toArray();
            if (Arrays.stream(bins).sum() < Groups.LEAST) {
                continue;
            }
            int next = 0;
            for (int[] run : Groups.runs(bins)) {
                assertThat(run[0]).isEqualTo(next);
                int sum = Arrays.stream(bins, run[0], run[1] + 1).sum();
                assertThat(sum == 0 || sum >= Groups.LEAST).isTrue();
                next = run[1] + 1;
            }
            assertThat(next).isEqualTo(bins.length);
        }
    }

    @Test
    void carriesLogoAndColoursThatCanBeRead() throws Exception {
        Path logo = Files.createDirectories(Path.of("target", "report")).resolve("logo.svg");
        Files.writeString(
                logo,
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='200' height='80'>"
                        + "<rect width='200' height='80' fill='#0a7'/><script>throw 1</script>"
                        + "<image xlink:href='file:///etc/passwd' width='9' height='9'/></svg>");
        assertThatThrownBy(() -> Brand.of(logo, "#F0E442", null)).isInstanceOf(Failure.class);
        Files.writeString(
                logo,
                "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='80'><rect width='200' height='80' fill='#0a7'/></svg>");
        Brand brand = Brand.of(logo, "#F0E442,#8a5a00", "https://www.exemple.fr");
        assertThat(Ink.contrast(brand.primaryInk(), Color.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(Ink.contrast(brand.onPrimary(), brand.primary())).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.contrastFindings().getFirst().key()).isEqualTo("report.brand.contrastLow");
        ReportInput plain = input(Town.records(200), true);
        ReportInput input = new ReportInput(
                plain.info(),
                plain.records(),
                plain.snapshot(),
                plain.computedFrom(),
                plain.conventions(),
                plain.date(),
                "0.1.0",
                Optional.of(new Evolution(
                        "2024-06",
                        CommuneSummary.of(Town.records(150), 7),
                        CommuneSummary.of(Town.records(200), 7),
                        false,
                        51,
                        1,
                        3,
                        146)),
                new ReportOptions("usage = 'public'", 6, brand, true));
        byte[] pdf = keep("logo.pdf", pdf(input));
        Accessibility.check(pdf);
        assertThat(words(pdf)).contains("Entre juin 2024 et mars 2026 : 51 bâtiments nouveaux, 1 disparu, 3 modifiés");
    }

    @Test
    void ligaturesAreExtractedAsLetters() throws Exception {
        assertThat(words(pdf(input(Town.records(50), false))))
                .contains("chiffré")
                .doesNotContain("ﬁ", "ﬀ");
    }

    @Test
    void saysOnEveryPageThatTheDataAreSynthetic() throws Exception {
        byte[] pdf = pdf(input(Town.records(100), true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int p = 1; p <= document.getNumberOfPages(); p++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(p);
                stripper.setEndPage(p);
                assertThat(plain(stripper.getText(document)))
                        .as("page %d", p)
                        .contains("Données synthétiques")
                        .contains("Page " + p + " / " + document.getNumberOfPages());
            }
        }
    }

    @Test
    void sameInputSameBytes() throws Exception {
        ReportInput input = input(Town.records(60), true);
        byte[] first = pdf(input);
        Thread.sleep(1100);
        assertThat(pdf(input)).isEqualTo(first);
    }

    @Test
    void withoutAnyFigureItSaysWhy() throws Exception {
        List<BuildingRecord> records = new ArrayList<>();
        for (BuildingRecord record : Town.records(40)) {
            records.add(new BuildingRecord(
                    record.building(), List.of(), new NoFigure(NoFigure.Reason.NOT_COMPUTED), record.vintage()));
        }
        byte[] pdf = keep("sans-calcul.pdf", pdf(input(records, false)));
        Accessibility.check(pdf);
        assertThat(words(pdf))
                .contains("potentiel non calculé")
                .contains("Le potentiel n’a pas encore été calculé.")
                .doesNotContain("NaN")
                .doesNotContain("foyers");
    }

    @Test
    void anEmptyProjectGivesAnHonestPage() throws Exception {
        ReportInput empty = new ReportInput(
                Town.info(false),
                List.of(),
                Optional.empty(),
                List.of(),
                Town.conventions(),
                LocalDate.of(2026, 11, 22),
                "");
        byte[] pdf = keep("vide.pdf", pdf(empty));
        Accessibility.check(pdf);
        assertThat(words(pdf)).contains("ne contient encore aucun bâtiment").contains("Aucun fichier source");
    }

    @Test
    void hostileNamesAreOnlyWords() throws Exception {
        List<BuildingRecord> records = new ArrayList<>();
        List<String> names = List.of(
                "<script>alert('x')</script>",
                "]]> & \" ' %s {0} \\",
                "École 🏫 du Soleil ☀",
                "בית ספר مدرسة",
                "\u0000\u0007\uFFFE\uD800 contrôle",
                "A".repeat(10_000),
                "<img src=\"file:///etc/passwd\"/>",
                "\u202Eesrever");
        for (int i = 0; i < names.size(); i++) {
            records.add(Town.record(
                    "id-" + i + "<b>",
                    Town.rectangle(50 * i, 0, 30, 20),
                    names.get(i),
                    names.get(names.size() - 1 - i),
                    true,
                    i == 3 ? new NoFigure(NoFigure.Reason.TOO_STEEP) : Town.potential(1100, 400 - i)));
        }
        byte[] pdf = keep("hostile.pdf", pdf(input(records, false)));
        Accessibility.check(pdf);
        assertThat(words(pdf))
                .contains("<script>alert('x')</script>")
                .contains("<img src=\"file:///etc/passwd\"/>")
                .contains("AAAA")
                .doesNotContain("root:");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isLessThan(15);
        }
    }

    @Test
    void noPageIsNearlyEmpty() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(input(Town.records(700), true)))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getContents().readAllBytes().length).isGreaterThan(1500);
            }
        }
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        Texts.choose("en");
        byte[] pdf = keep("english.pdf", pdf(input(Town.records(200), true)));
        Accessibility.check(pdf);
        assertThat(words(pdf)).contains("Solar potential of roofs").contains("Synthetic data");
    }

    @Test
    void aLargeCommuneBecomesAPictureAndStaysSmall() throws Exception {
        byte[] pdf = keep("grande.pdf", pdf(input(Town.records(6000), false)));
        assertThat(pdf.length).isLessThan(5_000_000);
        Accessibility.check(pdf);
    }

    @Test
    void stopsWhenToldTo() {
        Progress stop = new Progress() {
            @Override
            public void at(String stage, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> CommuneReport.write(input(Town.records(5), false), new ByteArrayOutputStream(), stop))
                .isInstanceOf(CancellationException.class);
    }
}
