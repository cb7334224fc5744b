package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.SolarTown;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks all outputs that show values of data packs: each names the packs and their dates, and says when one has expired. */
class NamedPacksTest {
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
                assertThat(plain(text)).as(name).contains("Conventions énergétiques 2026");
                read++;
            }
        }
        assertThat(read).isGreaterThan(8);
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
                    .contains("Tarifs d’achat", "Protections et abords", "Conventions énergétiques");
        }
        for (String format : List.of("csv", "geojson", "xlsx")) {
            Path export = folder.resolve("export." + format);
            assertThat(Cli.run("query", project, "van > -1000000", "--out", export)
                            .code())
                    .as(format)
                    .isZero();
        }
        assertThat(Files.readString(folder.resolve("export.geojson"))).contains("Tarifs d'achat");
        assertThat(Files.readString(folder.resolve("export.csv"))).contains("van");
        assertThat(Cli.run("query", project, "public = true").out())
                .as("the usual columns, production among them")
                .contains("Conventions énergétiques");
        Path list = folder.resolve("liste.pdf");
        assertThat(Cli.run("list", project, "--out", list).code()).isZero();
        try (PDDocument document = Loader.loadPDF(list.toFile())) {
            assertThat(plain(new PDFTextStripper().getText(document)))
                    .as("list")
                    .contains("Conventions énergétiques")
                    .containsPattern("valable depuis le \\d+(er)? \\p{L}+ \\d{4}");
        }
        Path map = folder.resolve("carte.svg");
        assertThat(Cli.run("map", project, "--out", map).code()).isZero();
        Path kit = folder.resolve("kit.zip");
        assertThat(Cli.run("kit", project, "--out", kit).code()).isZero();
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
            assertThat(text).contains("avis réservé à l’ABF").contains("périmé");
        }
    }
}
