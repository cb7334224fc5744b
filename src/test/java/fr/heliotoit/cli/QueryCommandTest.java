package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.Commits;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** {@code query} and {@code info} on a project of five buildings whose names are hostile. */
class QueryCommandTest {
    private static final List<String> NAMES =
            List.of("École", "=HYPERLINK(\"http://x\")", "a,\"b\"\nc", "-1+1", "\u001B[31mrouge");

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void town() throws Failure {
        project = folder.resolve("p.gpkg");
        List<Building> buildings = new ArrayList<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            buildings.add(new Building(
                    "b" + i,
                    new GeometryFactory()
                            .toGeometry(new Envelope(687_000 + 50 * i, 687_010 + 50 * i, 7_037_000, 7_037_020)),
                    NAMES.get(i),
                    null,
                    null,
                    i % 2 == 0 ? Usage.PUBLIC : Usage.RESIDENTIAL,
                    i % 2 == 0,
                    null));
            outcomes.put(
                    "b" + i,
                    i == 4
                            ? new NoFigure(NoFigure.Reason.TOO_SMALL)
                            : new SolarPotential(
                                    1100.5,
                                    List.of(),
                                    300,
                                    50 + 30 * i,
                                    10,
                                    1234567 + i,
                                    List.of(),
                                    3 + i % 2,
                                    30,
                                    180,
                                    SolarPotential.Method.RASTER));
        }
        try (ProjectFile file = ProjectFile.create(
                project, new ProjectInfo(new Commune("62498", "Lens", "CA", 32_000), Crs.LAMBERT_93, false))) {
            List<Snapshot.Source> sources = List.of(new Snapshot.Source("buildings", "toits.shp", "ab"));
            Commits.buildings(file, "2026-03", sources, buildings);
            file.saveOutcomes(
                    file.current().orElseThrow(),
                    List.of(new Snapshot.Source("irradiation", "soleil.tif", "cd")),
                    List.of(),
                    outcomes,
                    Progress.NONE);
            Commits.input(file, new InputFile(InputFile.Kind.WEATHER, "meteo.epw", "ef", null));
        }
    }

    @Test
    void printsATableForPeople() {
        Cli result = Cli.run("query", project, "usage = 'public' AND surface > 60");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("surface (m²)")
                .contains("1\u202f234\u202f569")
                .contains("oui")
                .contains("1 bâtiment sur 5.");
        assertThat(Cli.run("query", project, "INCLUDE").out()).doesNotContain("\u001B");
    }

    @Test
    void sortsLimitsAndChoosesColumns() {
        Cli result = Cli.run(
                "query",
                project,
                "INCLUDE",
                "--sort",
                "-surface",
                "--limit",
                "2",
                "--columns",
                "id,Surface",
                "--format",
                "csv");
        assertThat(result.out()).isEqualTo("id,surface\r\nb3,140\r\nb2,110\r\n");
        assertThat(Cli.run("query", project, "INCLUDE", "--sort=surface", "--columns=id", "--format=csv")
                        .out()
                        .lines())
                .containsExactly("id", "b0", "b1", "b2", "b3", "b4");
        assertThat(Cli.run("query", project, "INCLUDE", "--limit", "2").out()).contains("5 bâtiments sur 5 ; les 2");
        assertThat(Cli.run("query", project, "INCLUDE", "--limit", "1").out())
                .contains("5 bâtiments sur 5 ; le premier est montré.");
        Cli none = Cli.run("query", project, "INCLUDE", "--limit", "-1");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("La valeur « -1 » ne convient pas pour --limit.");
        Cli wrong = Cli.run("query", project, "INCLUDE", "--columns", "id,surfaces");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("« surface »");
    }

    @Test
    void csvIsLanguageFreeAndHarmlessInASpreadsheet() {
        String csv = Cli.run("query", project, "INCLUDE", "--format", "csv", "--columns", "nom,irradiation,public")
                .out();
        assertThat(csv)
                .contains("École,1100.5,true\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\",1100.5,false\r\n")
                .contains("\"a,\"\"b\"\"\nc\",1100.5,true\r\n")
                .contains("'-1+1,1100.5,false\r\n")
                .contains("rouge,,true\r\n");
    }

    @Test
    void jsonAndGeoJsonAreWellFormed() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode rows = mapper.readTree(Cli.run("query", project, "id IN ('b2','b4')", "--format", "json")
                .out());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("nom").asText()).isEqualTo("a,\"b\"\nc");
        assertThat(rows.get(0).get("production").asDouble()).isEqualTo(1234569);
        assertThat(rows.get(1).get("surface").isNull()).isTrue();
        assertThat(rows.get(1).get("raison").asText()).isEqualTo("trop_petit");
        JsonNode map = mapper.readTree(
                Cli.run("query", project, "surface > 60", "--format", "geojson").out());
        assertThat(map.get("features")).hasSize(3);
    }

    @Test
    void writesToAFileWholeOrNotAtAll() throws IOException {
        Path out = folder.resolve("r.csv");
        assertThat(Cli.run("query", project, "public = true", "--format", "csv", "--out", out)
                        .out())
                .contains("3 bâtiments écrits dans");
        assertThat(Files.readAllLines(out).getFirst()).startsWith("id,nom,adresse");
        Cli nowhere =
                Cli.run("query", project, "public = true", "--format", "csv", "--out", folder.resolve("no/r.csv"));
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("existe pas : créez-le").doesNotContain("Exception");
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("p.gpkg", "r.csv", "r.csv-metadata.json");
        }
    }

    @Test
    void anEmptyResultSaysWhyWithoutSpoilingTheTable() {
        assertThat(Cli.run("query", project, "surface > 5000").out()).contains("Aucun des 5 bâtiments");
        Cli csv = Cli.run("query", project, "hauteur > 1", "--format", "csv", "--columns", "id");
        assertThat(csv.out()).isEqualTo("id\r\n");
        assertThat(csv.err()).contains("« hauteur » n'est renseigné");
        assertThat(csv.code()).isZero();
    }

    @Test
    void aWrongExpressionOrFormatIsOneSentence() {
        Cli result = Cli.run("query", project, "surfac > 100");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Vouliez-vous dire « surface » ?").contains("^");
        assertThat(Cli.run("query", project, "INCLUDE", "--format", "xls").code())
                .isEqualTo(2);
        assertThat(Cli.run("query", folder.resolve("none.gpkg"), "INCLUDE").err())
                .contains("introuvable");
    }

    @Test
    void infoTellsWhatTheProjectHolds() throws IOException {
        Cli info = Cli.run("info", project);
        assertThat(info.err()).isEmpty();
        assertThat(info.out())
                .contains("Commune : Lens 62498")
                .contains("EPSG:2154")
                .contains("* 2026-03 : 5 bâtiments")
                .contains("toits.shp")
                .contains("(meteo) : meteo.epw")
                .contains("soleil.tif")
                .contains("Bâtiments : 5, dont 4 avec un chiffre")
                .contains("classe 3 : 2 bâtiments")
                .contains("trop_petit")
                .contains("creation  Lens")
                .containsPattern("irradiation +kWh/m²/an +Irradiation globale annuelle");
        JsonNode json =
                new ObjectMapper().readTree(Cli.run("info", project, "--json").out());
        assertThat(json.get("commune").get("insee").asText()).isEqualTo("62498");
        assertThat(json.get("totaux").get("surface_m2").asDouble()).isEqualTo(50 + 80 + 110 + 140);
        assertThat(json.get("attributs")).hasSize(fr.heliotoit.cadastre.Attribute.values().length);
        assertThat(json.get("millesimes").get(1).get("courant").asBoolean()).isTrue();
    }
}
