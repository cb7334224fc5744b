package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.SolarTown;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** Walks all outputs that show values of data packs: each names the packs and their dates, and says when one has expired. */
class NamedPacksTest {
    private static final String CONVENTIONS = "Conventions énergétiques 2026 \\(valable depuis le 1er janvier 2026\\)";

    /** Where this test, or the one that is named, reads what a command says. */
    private static final Map<String, String> WALKED = Map.ofEntries(
            Map.entry("economics", ""),
            Map.entry("sharing", ""),
            Map.entry("obligations", ""),
            Map.entry("heritage", ""),
            Map.entry("rank", ""),
            Map.entry("zaer", ""),
            Map.entry("installed", ""),
            Map.entry("evaluate", ""),
            Map.entry("query", ""),
            Map.entry("sheet", ""),
            Map.entry("list", ""),
            Map.entry("map", ""),
            Map.entry("kit", ""),
            Map.entry("report", ""),
            Map.entry("info", ""),
            Map.entry("compute", ""),
            Map.entry("survey", ""),
            Map.entry("demo", "prints as compute does"),
            Map.entry("planes", "PlanesCommandTest"),
            Map.entry("packs", "PacksCommandTest: it lists them"));

    /** What shows no value of a pack, and why. */
    private static final Map<String, String> NONE = Map.of(
            "new", "makes an empty file",
            "import", "buildings as they were delivered",
            "irradiance", "light of weather and surface alone",
            "zonal", "statistics of the user's raster",
            "history", "counts of buildings",
            "diff", "what changed in deliveries",
            "undo", "counts of buildings",
            "search", "names and addresses",
            "validate", "for developers, values in the text",
            "bench", "invented town");

    @TempDir
    Path folder;

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", " ");
    }

    /** Articles, posts, captions, poster, slides and read-me: whatever can be read there. */
    private static void everyTextOfTheKitNamesItsPacks(Path kit) throws IOException {
        int read = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(kit))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("textes-") || !name.matches(".*\\.(txt|html|vtt|pdf)")) {
                    continue;
                }
                byte[] bytes = zip.readAllBytes();
                String text;
                if (name.endsWith(".pdf")) {
                    try (PDDocument document = Loader.loadPDF(bytes)) {
                        text = new PDFTextStripper().getText(document);
                    }
                } else {
                    text = new String(bytes, StandardCharsets.UTF_8);
                }
                assertThat(plain(text)).as(name).containsPattern(CONVENTIONS);
                if (name.endsWith("diaporama.pdf")) {
                    assertThat(plain(text))
                            .as("what the council decides on")
                            .contains(
                                    "Nos obligations et notre budget",
                                    "d’investissement TTC",
                                    "Tarifs d’achat",
                                    "périmé")
                            .contains("covisibilité présumée", "avis réservé à l’ABF");
                }
                read++;
            }
        }
        assertThat(read).isGreaterThan(8);
    }

    @Test
    void noCommandIsLeftOut() {
        List<String> commands = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S")
                .matcher(Cli.run("--help").out())
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThan(20);
        assertThat(Stream.concat(WALKED.keySet().stream(), NONE.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    /** Every format names packs and dates; a row of a table those of its values, column by column. */
    private void exportsNameTheirPacks(Path project) throws Failure, IOException {
        String some = "van > -1000000";
        for (String format : List.of("csv", "excel", "json", "xlsx", "geojson", "gpkg")) {
            Path export = folder.resolve("export-" + format + (format.equals("excel") ? ".csv" : "." + format));
            Cli run = Cli.run("query", project, some, "--format", format, "--out", export);
            assertThat(run.code()).as("%s: %s", format, run.err()).isZero();
            String text = switch (format) {
                case "xlsx" -> workbook(export);
                case "gpkg" -> {
                    try (ProjectFile copy = ProjectFile.open(export)) {
                        yield String.join("\n", copy.citations(Attribute.VAN))
                                + String.join("\n", copy.citations(Attribute.PRODUCTION));
                    }
                }
                default -> Files.readString(export);
            };
            assertThat(plain(text)).as(format).contains("Tarifs d'achat").containsPattern(CONVENTIONS);
        }
        List<String> rows = Files.readAllLines(folder.resolve("export-csv.csv"));
        try (ProjectFile file = ProjectFile.open(project)) {
            for (BuildingRecord record : file.records()) {
                String row = rows.stream()
                        .filter(r -> r.startsWith(record.building().id() + ","))
                        .findFirst()
                        .orElse("");
                for (Attribute column : Attribute.values()) {
                    if (!row.isEmpty() && column.valueOf(record) != null) {
                        assertThat(file.citations(column))
                                .as(column.attributeName())
                                .allSatisfy(pack -> assertThat(row).contains(pack));
                        assertThat(file.citations(column).isEmpty())
                                .as("%s says where it comes from", column)
                                .isEqualTo(!column.computed() && !column.evaluated());
                    }
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(2);
    }

    /** What {@code --out} writes: a row for each thing, its packs in the row, the same in every format. */
    private void registersNameTheirPacks(Path project) throws IOException {
        for (String command : List.of("obligations", "heritage", "installed", "sharing", "rank")) {
            Path csv = folder.resolve(command + ".csv");
            Cli run = Cli.run(command, project, "--out", csv);
            assertThat(run.code()).as("%s: %s", command, run.err()).isZero();
            List<String> rows = Files.readAllLines(csv);
            assertThat(rows).as(command).hasSizeGreaterThan(1);
            assertThat(rows.getFirst()).as(command).endsWith(",paquets");
            assertThat(rows.subList(1, rows.size()))
                    .as(command)
                    .allSatisfy(row -> assertThat(plain(row)).containsPattern("\\(valable (depuis le|du) "));
            assertThat(Files.readString(folder.resolve(command + ".csv-metadata.json")))
                    .as(command)
                    .contains("paquet_1");
            Path json = folder.resolve(command + ".json");
            Path xlsx = folder.resolve(command + ".xlsx");
            assertThat(Cli.run(command, project, "--out", json).code()).isZero();
            assertThat(Cli.run(command, project, "--out", xlsx).code()).isZero();
            assertThat(Files.readString(json)).as(command).contains("\"paquets\" : [ \"");
            assertThat(workbook(xlsx)).as(command).contains("valable");
            Cli other = Cli.run(command, project, "--out", folder.resolve(command + ".pdf"));
            assertThat(other.code()).as(command).isEqualTo(2);
            assertThat(other.err()).as(command).contains(".csv, .xlsx ou .json");
        }
    }

    private static String workbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")))
                    .getDocumentElement()
                    .getTextContent();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    @Test
    void everyOutputNamesThePacksOfItsFigures() throws Failure, IOException {
        Path project = folder.resolve("ville.gpkg");
        try (ProjectFile file = SolarTown.make(folder)) {
            Commits.layer(
                    file,
                    Layer.PROTECTIONS,
                    List.of(new LayerFeature(
                            "m",
                            "Beffroi",
                            SolarTown.square(0, 124, 20),
                            new TreeMap<>(Map.of("role", "generateur", "suptype", "ac1")))));
        }
        try (ProjectFile file = ProjectFile.open(project)) {
            Commits.layer(
                    file,
                    Layer.INSTALLATIONS,
                    List.of(new LayerFeature(
                            "i",
                            null,
                            SolarTown.square(5, 5, 2),
                            new TreeMap<>(Map.of("puissance", "36", "production", "28 000")))));
        }
        Path zones = folder.resolve("zaer.geojson");
        Path pdf = folder.resolve("rapport.pdf");
        Path survey = folder.resolve("releve.pdf");
        String day = "2026-11-23";
        Map<String, Cli> outputs = new TreeMap<>();
        outputs.put("1 economics", Cli.run("economics", project, "--date", day));
        outputs.put(
                "2 economics --building",
                Cli.run("economics", project, "--building", "a-mairie", "--users", 8, "--date", day));
        outputs.put("3 sharing", Cli.run("sharing", project));
        outputs.put("4 obligations", Cli.run("obligations", project, "--date", day));
        outputs.put("5 heritage", Cli.run("heritage", project));
        outputs.put("6 rank", Cli.run("rank", project, "--top", 2));
        outputs.put("7 zaer", Cli.run("zaer", project, "--out", zones));
        outputs.put("8 query", Cli.run("query", project, "van > -1000000", "--columns", "id,van,note,distance"));
        outputs.put("9 installed", Cli.run("installed", project));
        outputs.put("evaluate", Cli.run("evaluate", project, "--date", day));
        outputs.put("info", Cli.run("info", project));
        outputs.put("query as text", Cli.run("query", project, "production > 0"));
        outputs.forEach((name, output) -> {
            assertThat(output.code()).as("%s: %s", name, output.err()).isZero();
            assertThat(output.out())
                    .as(name)
                    .contains("Données : ")
                    .containsPattern("\\(valable (depuis le|du) \\d+(er)? \\p{L}+ \\d{4}");
        });
        for (String expired : List.of("1 economics", "2 economics --building")) {
            assertThat(outputs.get(expired).out())
                    .as(expired)
                    .contains("Données périmées")
                    .contains("S21")
                    .contains("périmé");
        }
        Path sheet = folder.resolve("fiche.pdf");
        assertThat(Cli.run("sheet", project, "a-mairie", "--out", sheet).code()).isZero();
        try (PDDocument document = Loader.loadPDF(sheet.toFile())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " "))
                    .as("sheet")
                    .contains("Tarifs d’achat", "Protections et abords", "Conventions énergétiques")
                    .containsPattern("Taille (conseillée|la moins coûteuse) [\\d,]+ kWc \\(valeur nette")
                    .containsPattern("Chauffe-eau solaire [\\d,]+ m²")
                    .contains("Eau chaude solaire, 2026 (valable depuis le 1er janvier 2026)");
        }
        exportsNameTheirPacks(project);
        registersNameTheirPacks(project);
        assertThat(Cli.run("query", project, "public = true").out())
                .as("the usual columns, production among them")
                .contains("Conventions énergétiques");
        Path list = folder.resolve("liste.pdf");
        assertThat(Cli.run("list", project, "--out", list).code()).isZero();
        try (PDDocument document = Loader.loadPDF(list.toFile())) {
            assertThat(plain(new PDFTextStripper().getText(document)))
                    .as("list")
                    .contains("Conventions énergétiques", "Note/100", "Échéance", "Obligations solaires des")
                    .containsPattern("valable depuis le \\d+(er)? \\p{L}+ \\d{4}");
        }
        Path map = folder.resolve("carte.svg");
        assertThat(Cli.run("map", project, "--out", map).code()).isZero();
        assertThat(plain(Files.readString(map))).as("map").containsPattern(CONVENTIONS);
        Path kit = folder.resolve("kit.zip");
        String parts = "site,bulletin,reseaux,signature,qr,affiche,conseil"; // the video: CommunicationKitTest
        assertThat(Cli.run("kit", project, "--parts", parts, "--out", kit).code())
                .isZero();
        everyTextOfTheKitNamesItsPacks(kit);
        assertThat(outputs.get("5 heritage").out()).contains("avis réservé à l'ABF");
        assertThat(Files.readString(zones)).contains("valable depuis le");
        assertThat(Cli.run("report", project, "--out", pdf).code()).isZero();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
            for (String pack : List.of(
                    "Tarifs d’achat",
                    "Obligations solaires des",
                    "Note d’opportunité, pondération",
                    "Protections et abords")) {
                assertThat(text).as("report").contains(pack);
            }
            assertThat(text)
                    .contains("avis réservé à l’ABF", "Installations existantes", "28 000")
                    .contains("périmé");
        }
        assertThat(Cli.run("survey", project, "a-mairie", "--out", survey).code())
                .isZero();
        try (PDDocument document = Loader.loadPDF(survey.toFile())) {
            String text = plain(new PDFTextStripper().getText(document));
            if (text.contains("kW")) {
                assertThat(text).as("survey").containsPattern(CONVENTIONS);
            }
        }
        Path light = folder.resolve("lumiere.asc");
        Files.writeString(
                light,
                "ncols 2\nnrows 1\nxllcorner 686900\nyllcorner 7036900\ncellsize 300\nNODATA_value -9999\n1100 1100\n");
        Cli computed = Cli.run("compute", project, "--irradiation", light, "--crs", "EPSG:2154");
        assertThat(computed.code()).as(computed.err()).isZero();
        assertThat(plain(computed.out())).as("compute").containsPattern(CONVENTIONS);
    }
}
