package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportBatchTest {
    private static final String SQUARE =
            "[[[700000,6600000],[700010,6600000],[700010,6600010],[700000,6600010],[700000,6600000]]]";

    @TempDir
    Path folder;

    private ProjectFile project;

    @BeforeEach
    void newProject() throws Exception {
        project = ProjectFile.create(
                folder.resolve("commune.gpkg"),
                new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false));
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void theProjectsOwnAttributeNamesAreUnderstood() throws Exception {
        ImportReport report = run(geojson(feature(
                "\"id\":\"B1\",\"nom\":\"École Jean-Macé\",\"adresse\":\"12 rue Basse\",\"parcelle\":\"62498000AB0012\","
                        + "\"usage\":\"public\",\"public\":\"oui\",\"hauteur\":\"7,5\"",
                SQUARE)));
        assertThat(report.accepted()).isEqualTo(1);
        BuildingRecord record = project.records().getFirst();
        assertThat(record.building().id()).isEqualTo("B1");
        assertThat(record.building().name()).isEqualTo("École Jean-Macé");
        assertThat(record.building().address()).isEqualTo("12 rue Basse");
        assertThat(record.building().parcel()).isEqualTo("62498000AB0012");
        assertThat(record.building().usage()).isEqualTo(Usage.PUBLIC);
        assertThat(record.building().publicOwner()).isTrue();
        assertThat(record.building().heightM()).isEqualTo(7.5);
        assertThat(record.building().footprintM2()).isEqualTo(100);
        assertThat(record.vintage()).isEqualTo(YearMonth.now().toString());
    }

    @Test
    void nothingGetsLostBetweenReadAndTold() throws Exception {
        ImportReport report = run(geojson(
                feature("\"id\":\"bon\"", SQUARE),
                feature("\"id\":\"bon\"", SQUARE),
                feature("\"id\":\"bon\"", SQUARE.replace("700010", "700020")),
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"sans\"},\"geometry\":null}",
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"point\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[700000,6600000]}}",
                feature("\"id\":\"vide\"", "[]"),
                feature("\"id\":\"infini\"", SQUARE.replaceFirst("700000", "1e999")),
                feature("\"id\":\"plat\"", "[[[700000,6600000],[700010,6600000],[700000,6600000],[700000,6600000]]]"),
                feature(
                        "\"id\":\"papillon\"",
                        "[[[700000,6600000],[700010,6600010],[700010,6600000],[700000,6600012],[700000,6600000]]]"),
                feature("\"id\":\"ailleurs\"", "[[[0,0],[10,0],[10,10],[0,0]]]"),
                feature("\"nom\":\"anonyme\"", SQUARE.replace("7000", "7001"))));
        assertThat(report.read()).isEqualTo(11);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(7);
        assertThat(refusals(report))
                .containsExactly(
                        "sans GEOM_NONE",
                        "point GEOM_NOT_POLYGON",
                        "vide GEOM_EMPTY",
                        "infini GEOM_NAN",
                        "plat AREA_ZERO",
                        "papillon GEOM_INVALID",
                        "ailleurs COORDINATES_OUTSIDE");
        assertThat(codes(report)).contains("DUPLICATE", "ID_DUPLICATE", "ID_EMPTY");
        assertThat(project.records().stream().map(r -> r.building().id()))
                .containsExactlyInAnyOrder("bon", "bon-2", "lieu-700105-6600005");
    }

    @Test
    void aSpikeIsRepairedAndTold() throws Exception {
        String spike =
                "[[[700000,6600000],[700010,6600000],[700015,6600000],[700010,6600000],[700010,6600010],[700000,6600010],[700000,6600000]]]";
        ImportReport report = run(geojson(feature("\"id\":\"pic\"", spike)));
        assertThat(codes(report)).contains("GEOM_REPAIRED");
        assertThat(project.records().getFirst().building().footprint().isValid())
                .isTrue();
        assertThat(project.records().getFirst().building().footprintM2()).isEqualTo(100);
    }

    @Test
    void ownersAreLeftOutAndNamed() throws Exception {
        ImportReport report = run(geojson(feature(
                "\"id\":\"B1\",\"Propriétaire\":\"Mme Martin\",\"nom_prop\":\"Martin\",\"nom\":\"Mairie\"", SQUARE)));
        Finding finding = report.findings().stream()
                .filter(f -> f.code().equals("PERSONAL_DATA"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.message().arguments()).containsExactly("Propriétaire, nom_prop");
        assertThat(Files.readString(folder.resolve("commune.gpkg"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Martin");
    }

    @Test
    void coordinatesInAnotherSystemAreAskedFor() throws Exception {
        Path degrees = write(
                "degres.geojson",
                collection("", feature("\"id\":\"B1\"", "[[[2.8,50.4],[2.801,50.4],[2.801,50.401],[2.8,50.4]]]")));
        assertThat(run(degrees).accepted()).isEqualTo(1);
        Path metres = write("metres.geojson", collection("", feature("\"id\":\"B1\"", SQUARE)));
        assertThatThrownBy(() -> run(metres))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("metres.geojson")
                .hasMessageContaining("ce pourrait être EPSG:2154");
        Path swapped = write(
                "inverse.geojson",
                collection("", feature("\"id\":\"B1\"", "[[[50.4,2.8],[50.4,2.801],[50.401,2.801],[50.4,2.8]]]")));
        assertThatThrownBy(() -> run(swapped)).isInstanceOf(Failure.class).hasMessageContaining("inverse.geojson");
    }

    @Test
    void aCancelledImportLeavesTheFileUntouched() throws Exception {
        run(geojson(feature("\"id\":\"avant\"", SQUARE)));
        project.close();
        byte[] before = Files.readAllBytes(folder.resolve("commune.gpkg"));
        project = ProjectFile.open(folder.resolve("commune.gpkg"));
        Progress cancelled = new Progress() {
            @Override
            public void at(String stage, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Path file = geojson(feature("\"id\":\"apres\"", SQUARE));
        assertThatThrownBy(() -> ImportBatch.run(project, List.of(file), ImportOptions.NONE, cancelled))
                .isInstanceOf(CancellationException.class);
        project.close();
        assertThat(Files.readAllBytes(folder.resolve("commune.gpkg"))).isEqualTo(before);
        project = ProjectFile.open(folder.resolve("commune.gpkg"));
        assertThat(project.records()).hasSize(1);
    }

    @Test
    void oneBadFileAmongSeveralChangesNothing() throws Exception {
        Path good = geojson(feature("\"id\":\"B1\"", SQUARE));
        Path cut = write(
                "coupe.geojson",
                collection(",\"crs\":null", feature("\"id\":\"B2\"", SQUARE)).substring(0, 80));
        assertThatThrownBy(() -> run(good, cut)).isInstanceOf(Failure.class).hasMessageContaining("coupe.geojson");
        assertThat(project.current()).isEmpty();
    }

    @Test
    void theDemonstrationCommuneComesInWithItsTwoFaults() throws Exception {
        Path demo = Installation.data().resolve("demo");
        ImportReport first = run(demo.resolve("batiments-2024.shp"), demo.resolve("batiments-2024.gpkg"));
        assertThat(first.accepted()).isPositive().isEqualTo(first.ignored());
        assertThat(first.refused()).isZero();
        assertThat(project.records())
                .anyMatch(r -> r.building().publicOwner() && r.building().usage() == Usage.PUBLIC);
        ImportReport second = run(demo.resolve("batiments-2026.gpkg"));
        assertThat(refusals(second)).singleElement().asString().endsWith("GEOM_INVALID");
        assertThat(codes(second)).containsOnlyOnce("ID_DUPLICATE");
    }

    @Test
    void aDryRunSavesNothing() throws Exception {
        ImportReport report = ImportBatch.run(
                project,
                List.of(geojson(feature("\"id\":\"B1\"", SQUARE))),
                new ImportOptions(null, "2026-03", null, true),
                Progress.NONE);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.snapshot()).isEmpty();
        assertThat(project.current()).isEmpty();
    }

    @Test
    void aRasterMustBeNamedAndIsKnownByReference() throws Exception {
        Path grid = write(
                "toits.asc",
                "ncols 2\nnrows 2\nxllcorner 700000\nyllcorner 6600000\ncellsize 1\nNODATA_value -9999\n1 2\n3 4\n");
        assertThatThrownBy(() -> run(grid)).isInstanceOf(Failure.class).hasMessageContaining("--as");
        ImportReport report = ImportBatch.run(
                project, List.of(grid), new ImportOptions(null, null, ImportKind.SURFACE_MODEL, false), Progress.NONE);
        assertThat(codes(report)).containsExactly("CRS_ASSUMED");
        assertThat(project.inputs()).singleElement().satisfies(i -> {
            assertThat(i.path()).isEqualTo("toits.asc");
            assertThat(i.kind()).isEqualTo(InputFile.Kind.SURFACE_MODEL);
            assertThat(i.crs()).isEqualTo("EPSG:2154");
            assertThat(i.sha256()).hasSize(64);
        });
        assertThat(project.current()).isEmpty();
    }

    private ImportReport run(Path... files) throws Failure {
        return ImportBatch.run(project, List.of(files), ImportOptions.NONE, Progress.NONE);
    }

    private static List<String> codes(ImportReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private static List<String> refusals(ImportReport report) {
        return report.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.REFUSED)
                .map(f -> f.featureId() + " " + f.code())
                .toList();
    }

    private Path geojson(String... features) throws Exception {
        return write(
                "toits.geojson",
                collection(
                        ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2154\"}}",
                        features));
    }

    private static String collection(String members, String... features) {
        return "{\"type\":\"FeatureCollection\"" + members + ",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
