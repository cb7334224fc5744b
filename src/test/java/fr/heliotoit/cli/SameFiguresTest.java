package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.SolarTown;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.DashboardContent;
import fr.heliotoit.ui.model.LoadedProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One building and one commune have the same figures wherever they are shown: card, sheet, tables, files, economics, report, kit. */
class SameFiguresTest {
    private static final String ID = "a-mairie";

    @TempDir
    Path folder;

    private Path project;
    private List<BuildingRecord> records;
    private SolarPotential potential;
    private Conventions conventions;

    @BeforeEach
    void town() throws Exception {
        conventions = Installation.conventions();
        project = folder.resolve("ville.gpkg");
        SolarTown.make(folder).close();
        assertThat(Cli.run("economics", project, "--date", "2026-11-23").code()).isZero();
        try (ProjectFile file = ProjectFile.open(project)) {
            records = file.records();
        }
        potential = (SolarPotential) record(records).outcome();
    }

    private static BuildingRecord record(List<BuildingRecord> records) {
        return records.stream()
                .filter(r -> r.building().id().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", " ");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    /** What is said of drawings to those who do not see them. */
    private static String alternatives(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary
                        && dictionary.getString(COSName.getPDFName("Alt")) != null) {
                    all.append(dictionary.getString(COSName.getPDFName("Alt"))).append('\n');
                }
            }
        }
        return plain(all.toString());
    }

    /** {@code 1 353} of each month, as it is printed. */
    private static List<String> printed(List<Double> kWh) {
        return kWh.stream().map(m -> plain(Formats.number(m, 0))).toList();
    }

    @Test
    void monthsYearAndIntervalOfABuildingAreTheSameInEveryOutput() throws Exception {
        List<Double> months = potential.monthlyYieldKWh();
        assertThat(months.stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(potential.yearlyYieldKWh(), within(1e-6));
        List<String> printed = printed(months);

        CardContent.Figure card = card().figure();
        assertThat(card).isNotNull();
        assertThat(card.monthlyKWh()).isEqualTo(months);

        String money = Cli.run("economics", project, "--building", ID).out();
        Matcher table = Pattern.compile("(?m)^ +(\\d+) +(\\d[\\d\\u202F]*)$").matcher(money);
        List<String> economics = new ArrayList<>();
        while (table.find()) {
            economics.add(plain(table.group(2)));
        }
        assertThat(economics).as("economics").isEqualTo(printed);

        Path sheet = folder.resolve("fiche.pdf");
        assertThat(Cli.run("sheet", project, ID, "--out", sheet).code()).isZero();
        assertThat(inOrder(alternatives(Files.readAllBytes(sheet)), printed))
                .as("sheet")
                .isTrue();
        yearAndInterval(money, Files.readAllBytes(sheet));

        Map<String, List<Double>> files = new TreeMap<>();
        files.put("csv", csv());
        files.put("geojson", geoJson());
        files.put("gpkg", geoPackage());
        files.forEach((format, found) -> {
            for (int m = 0; m < 12; m++) {
                assertThat(found.get(m)).as(format).isCloseTo(months.get(m), within(0.001));
            }
        });
        assertThat(xlsx()).as("xlsx").containsAll(csvWords());

        String july = "production_07 > " + (months.get(6) - 1) + " AND production_07 < " + (months.get(6) + 1);
        assertThat(Cli.run("query", project, july, "--columns", "id,production_07")
                        .out())
                .contains(ID, Attribute.PRODUCTION_07.unit())
                .doesNotContain("b-ecole");
    }

    private void yearAndInterval(String economics, byte[] sheet) throws Exception {
        String exact = plain(Formats.quantity(potential.yearlyYieldKWh(), 0, "kWh/an"));
        String rounded = plain(Energy.perYear(potential.yearlyYieldKWh()));
        String low = plain(Formats.number((Double) Attribute.PRODUCTION_MIN.valueOf(record(records)), 0));
        CardContent.Figure card = card().figure();
        assertThat(plain(card.headline())).isEqualTo(exact);
        assertThat(plain(card.interval())).contains(low);
        assertThat(plain(economics)).contains(exact, low);
        assertThat(text(sheet)).contains(rounded, low);
        Path list = folder.resolve("liste.pdf");
        assertThat(Cli.run("list", project, "public = true", "--out", list).code())
                .isZero();
        assertThat(text(Files.readAllBytes(list))).contains("Mairie", rounded.replace(" MWh/an", ""));
    }

    @Test
    void theCommuneHasTheSameTotalsInReportKitTableAndDashboard() throws Exception {
        // A single private roof is not told of on paper.
        List<BuildingRecord> told =
                records.stream().filter(r -> r.building().publicOwner()).toList();
        CommuneSummary summary = CommuneSummary.of(told, conventions.classes());
        double kWh = told.stream()
                .filter(r -> r.outcome() instanceof SolarPotential)
                .mapToDouble(r -> ((SolarPotential) r.outcome()).yearlyYieldKWh())
                .sum();
        assertThat(summary.yearlyYieldKWh()).isCloseTo(kWh, within(1e-6));
        assertThat(DashboardContent.of(told, conventions).summary()).isEqualTo(summary);
        String total = plain(Energy.amount(kWh));
        String power = plain(Energy.power(summary.peakPowerKWp()));
        Path report = folder.resolve("rapport.pdf");
        assertThat(Cli.run("report", project, "--out", report).code()).isZero();
        byte[] pdf = Files.readAllBytes(report);
        assertThat(text(pdf)).contains(total, power);
        List<String> months = summary.monthlyYieldKWh().stream()
                .map(m -> plain(Formats.number(m / 1000, kWh < 100_000 ? 1 : 0)))
                .toList();
        assertThat(inOrder(alternatives(pdf), months)).as("report").isTrue();
        Path kit = folder.resolve("kit.zip");
        assertThat(Cli.run("kit", project, "--parts", "site,conseil", "--out", kit)
                        .code())
                .isZero();
        Map<String, byte[]> parts = entries(kit);
        int slides = 0;
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().endsWith(".pdf")) {
                slides++;
                assertThat(inOrder(alternatives(part.getValue()), months))
                        .as("slides")
                        .isTrue();
                assertThat(text(part.getValue())).contains(total);
            }
        }
        assertThat(slides).isEqualTo(1);
        assertThat(parts.entrySet().stream()
                        .filter(e -> e.getKey().endsWith(".html"))
                        .map(e -> plain(new String(e.getValue(), StandardCharsets.UTF_8)
                                .replace("&nbsp;", " ")
                                .replaceAll("<[^>]*>", ""))))
                .as("article")
                .anyMatch(html -> html.contains(total));
    }

    private static boolean inOrder(String text, List<String> words) {
        String pattern = String.join(
                "(?!\\d)\\D+?(?:\\d+ )?", words.stream().map(Pattern::quote).toList());
        return Pattern.compile("(?<!\\d)" + pattern + "(?!\\d)").matcher(text).find();
    }

    private CardContent card() throws Exception {
        try (ProjectFile file = ProjectFile.open(project)) {
            LoadedProject loaded = LoadedProject.of(
                    project,
                    file.info(),
                    false,
                    file.current().orElse(null),
                    file.computationSources(),
                    Map.of(
                            Attribute.PRODUCTION,
                            List.of("Conventions énergétiques 2026 (valable depuis le 1er janvier 2026)")),
                    Map.of(),
                    records,
                    layer -> List.of());
            return CardContent.of(record(records), loaded, conventions);
        }
    }

    private List<String> csvWords() throws Exception {
        Path file = folder.resolve("toits.csv");
        assertThat(Cli.run("query", project, "id = '" + ID + "'", "--out", file).code())
                .isZero();
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.get(0).split(",", -1));
        List<String> cells = List.of(lines.get(1).split(",", -1));
        return Attribute.MONTHS.stream()
                .map(a -> cells.get(names.indexOf(a.attributeName())))
                .toList();
    }

    private List<Double> csv() throws Exception {
        return csvWords().stream().map(Double::valueOf).toList();
    }

    private List<Double> geoJson() throws Exception {
        Path file = folder.resolve("toits.geojson");
        assertThat(Cli.run("query", project, "id = '" + ID + "'", "--out", file).code())
                .isZero();
        JsonNode properties = new ObjectMapper()
                .readTree(file.toFile())
                .get("features")
                .get(0)
                .get("properties");
        return Attribute.MONTHS.stream()
                .map(a -> properties.get(a.attributeName()).asDouble())
                .toList();
    }

    private List<Double> geoPackage() throws Exception {
        Path file = folder.resolve("toits.gpkg");
        assertThat(Cli.run("query", project, "id = '" + ID + "'", "--out", file).code())
                .isZero();
        try (ProjectFile copy = ProjectFile.open(file)) {
            return ((SolarPotential) copy.records().getFirst().outcome()).monthlyYieldKWh();
        }
    }

    private List<String> xlsx() throws Exception {
        Path file = folder.resolve("toits.xlsx");
        assertThat(Cli.run("query", project, "id = '" + ID + "'", "--out", file).code())
                .isZero();
        List<String> values = new ArrayList<>();
        Matcher cell = Pattern.compile("<v>([^<]*)</v>")
                .matcher(new String(entries(file).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8));
        while (cell.find()) {
            values.add(cell.group(1));
        }
        return values;
    }

    private static Map<String, byte[]> entries(Path zipped) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipFile zip = new ZipFile(zipped.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
