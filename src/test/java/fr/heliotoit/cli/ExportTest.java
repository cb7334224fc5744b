package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.app.DemoProject;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.render.Town;
import fr.heliotoit.store.ImportCommit;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of buildings, some with names that a spreadsheet would take as formulas. */
class ExportTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void town() throws Exception {
        project = folder.resolve("p.gpkg");
        List<BuildingRecord> records = new ArrayList<>(Town.records(40));
        records.add(Town.record(
                "b1",
                Town.rectangle(690_300, 7_030_300, 20, 10),
                "=1+1",
                "@a;b \u0007",
                true,
                Town.potential(1100, 300)));
        try (ProjectFile file = ProjectFile.create(project, Town.info(true))) {
            List<Building> buildings =
                    records.stream().map(BuildingRecord::building).toList();
            Map<String, Outcome> outcomes = new HashMap<>();
            records.forEach(r -> outcomes.put(r.building().id(), r.outcome()));
            Snapshot snapshot = file.commit(
                    new ImportCommit(
                            "2026-03",
                            0,
                            List.of(new Snapshot.Source("buildings", "toits.gpkg", "ab12")),
                            buildings,
                            Comparison.of(List.of(), buildings),
                            Map.of(),
                            List.of(),
                            List.of()),
                    Progress.NONE);
            file.saveOutcomes(
                    snapshot,
                    List.of(new Snapshot.Source("weather", "m.epw", "cd34")),
                    List.of(),
                    outcomes,
                    Progress.NONE);
        }
    }

    private Path export(String name, String... more) {
        Path file = folder.resolve(name);
        List<Object> args = new ArrayList<>(List.of("query", project, "public = true", "--out", file));
        args.addAll(List.of(more));
        Cli run = Cli.run(args.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return file;
    }

    @Test
    void csvIsLanguageFreeAndExcelsIsNot() throws Exception {
        Path csv = export("a.csv");
        assertThat(Files.readString(csv)).startsWith("id,nom").contains("'=1+1", "'@a;b");
        JsonNode about = new ObjectMapper()
                .readTree(folder.resolve("a.csv-metadata.json").toFile());
        assertThat(about.path("heliotoit:metadata").path("source_1").asText()).contains("toits.gpkg");
        assertThat(about.path("heliotoit:metadata").path("millesime").asText()).isEqualTo("2026-03");
        assertThat(about.path("tableSchema")
                        .path("columns")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("id");
        String excel = Files.readString(export("b.csv", "--format", "excel"));
        assertThat(excel).startsWith("\uFEFFIdentifiant;").contains("'=1+1", "\"'@a;b", ";oui;", "1107,149");
        assertThat(excel).contains("\r\n").doesNotContain(";true;");
    }

    @Test
    void aWorkbookHoldsTextsAsTextsAndSaysWhereTheyComeFrom() throws Exception {
        try (ZipFile zip = new ZipFile(export("c.xlsx").toFile())) {
            String rows = entry(zip, "xl/worksheets/sheet1.xml");
            assertThat(rows).contains("<t>=1+1</t>").doesNotContain("<f>");
            assertThat(entry(zip, "xl/worksheets/sheet2.xml")).contains("toits.gpkg", "2026-03", "m.epw");
        }
    }

    private static String entry(ZipFile zip, String name) throws Exception {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void geoFilesHoldTheSelectionAndTheirMetadata() throws Exception {
        JsonNode json = new ObjectMapper().readTree(export("d.geojson").toFile());
        assertThat(json.path("metadata").path("source_2").asText()).contains("m.epw");
        assertThat(json.path("features")).hasSize(3);
        try (ProjectFile copy = ProjectFile.open(export("e.gpkg"))) {
            assertThat(copy.records()).hasSize(3);
            assertThat(copy.records().stream().map(BuildingRecord::outcome))
                    .allMatch(fr.heliotoit.cadastre.SolarPotential.class::isInstance);
            assertThat(copy.current().orElseThrow().vintage()).isEqualTo("2026-03");
            assertThat(copy.computationSources())
                    .extracting(Snapshot.Source::name)
                    .containsExactly("m.epw");
        }
    }

    @Test
    void evaluatedValuesNameTheirPacksInEveryFormat() throws Exception {
        try (ProjectFile file = ProjectFile.open(project)) {
            file.saveEvaluations(
                    file.current().orElseThrow(),
                    Set.of(Attribute.VAN, Attribute.TRI),
                    Map.of("b1", Map.of(Attribute.VAN, 1234.5, Attribute.TRI, 4.2)),
                    List.of("Coûts 2026", "Tarifs 2026-T1"));
            file.saveEvaluations(
                    file.current().orElseThrow(),
                    Set.of(Attribute.DISTANCE),
                    Map.of("b1", Map.of(Attribute.DISTANCE, 120.0)),
                    List.of("Protections 2026"));
        }
        export("f.csv", "--columns", "id,van,surface");
        JsonNode about = new ObjectMapper()
                .readTree(folder.resolve("f.csv-metadata.json").toFile());
        JsonNode columns = about.path("tableSchema").path("columns");
        assertThat(columns.path(1).path("dc:source").toString()).isEqualTo("[\"Coûts 2026\",\"Tarifs 2026-T1\"]");
        assertThat(columns.path(2).has("dc:source")).isFalse();
        try (ZipFile zip = new ZipFile(export("g.xlsx").toFile())) {
            assertThat(entry(zip, "xl/worksheets/sheet2.xml")).contains("Tarifs 2026-T1", "Protections 2026");
        }
        JsonNode json =
                new ObjectMapper().readTree(export("h.geojson").toFile()).path("metadata");
        assertThat(json.path("paquet_1").asText()).isEqualTo("Coûts 2026");
        assertThat(json.path("paquet_1_attributs").asText()).isEqualTo("van, tri");
        try (ProjectFile copy = ProjectFile.open(export("i.gpkg"))) {
            BuildingRecord b1 = copy.records().stream()
                    .filter(r -> r.building().id().equals("b1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Attribute.VAN.valueOf(b1)).isEqualTo(1234.5);
            assertThat(copy.citations(Attribute.VAN)).containsExactly("Coûts 2026", "Tarifs 2026-T1");
            assertThat(copy.citations(Attribute.DISTANCE)).containsExactly("Protections 2026");
        }
    }

    @Test
    void aGeoPackageHoldsTheModulesOfTheSelection() throws Exception {
        Path demo = DemoProject.create(folder.resolve("demo"), Progress.NONE);
        Path out = folder.resolve("j.gpkg");
        assertThat(Cli.run("query", demo, "id = 'SSA0002'", "--out", out).code())
                .isZero();
        try (ProjectFile all = ProjectFile.open(demo);
                ProjectFile copy = ProjectFile.open(out)) {
            assertThat(copy.modules("SSA0002"))
                    .isNotEmpty()
                    .extracting(ModuleArray::count)
                    .isEqualTo(all.modules("SSA0002").stream()
                            .map(ModuleArray::count)
                            .toList());
            assertThat(copy.moduleFacings()).containsOnlyKeys("SSA0002");
        }
    }

    @Test
    void mapsAreWrittenAsPngAndSvg() throws Exception {
        Path svg = folder.resolve("m.svg");
        assertThat(Cli.run("map", project, "--out", svg).code()).isZero();
        assertThat(Files.readString(svg))
                .contains("<title", "<desc", "Carte des toitures de", "viewBox=\"0 0 1000 750\"", "2026-03");
        Path png = folder.resolve("m.png");
        assertThat(Cli.run("map", project, "--out", png).code()).isZero();
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Cli.run("map", project, "--out", folder.resolve("m.gif")).err())
                .contains(".png ou .svg");
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThat(Cli.run("query", project, "public = true", "--out", folder.resolve("f.shp"))
                        .err())
                .contains("GeoPackage");
        assertThat(Cli.run("query", project, "public = true", "--format", "xlsx")
                        .err())
                .contains("--out");
        assertThat(Cli.run("query", project, "public = true", "--out", project).code())
                .isEqualTo(ExitCode.FAILED);
    }
}
