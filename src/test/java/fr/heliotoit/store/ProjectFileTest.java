package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.NoFigure.Reason;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ProjectFileTest {
    private static final ProjectInfo LENS =
            new ProjectInfo(new Commune("62498", "Lens", "CA de Lens-Liévin", 32000), Crs.LAMBERT_93, false);
    private static final List<Snapshot.Source> SOURCES = List.of(new Snapshot.Source("buildings", "toits.shp", "ab12"));

    @TempDir
    private Path folder;

    private static Geometry square(double x, double y, double side) {
        return new GeometryFactory().toGeometry(new Envelope(x, x + side, y, y + side));
    }

    private static Building building(String id, double x) {
        return new Building(
                id,
                square(x, 7_037_000, 12),
                "École « Jean-Macé » <b>",
                "1, rue de l'Église",
                null,
                Usage.PUBLIC,
                true,
                7.5);
    }

    private ProjectFile project() throws Failure {
        return ProjectFile.create(folder.resolve("p.gpkg"), LENS);
    }

    private static void commit(ProjectFile project, String vintage, Building... buildings) throws Failure {
        Commits.buildings(project, vintage, SOURCES, List.of(buildings));
    }

    private static SolarPotential potential() {
        return new SolarPotential(
                1080,
                Collections.nCopies(12, 90.0),
                150,
                100,
                22,
                19000,
                Collections.nCopies(12, 19000 / 12.0),
                5,
                35.5,
                181.25,
                SolarPotential.Method.SURFACE_MODEL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void twoConnectionsReadWhatOneReads(int buildings) throws Failure, SQLException {
        Path file = folder.resolve("p.gpkg");
        try (ProjectFile project = project()) {
            Building[] all = new Building[buildings];
            Arrays.setAll(all, i -> building("b" + (char) ('e' - i), 687_000 + 20 * i));
            commit(project, "2026-03", all);
        }
        Connection first = Opening.connect(file, true);
        Connection second = Opening.connect(file, true);
        try {
            Sql.execute(first, "BEGIN");
            assertThat(BuildingTable.read(first, second))
                    .hasSize(buildings)
                    .isEqualTo(BuildingTable.read(first, Rows.CURRENT));
        } finally {
            Sql.close(first);
            Sql.close(second);
        }
    }

    @Test
    void whatIsWrittenIsReadAfterReopening() throws Failure {
        RoofPlane plane =
                new RoofPlane("b-1", "b", square(687_000, 7_037_000, 6), 35.5, 181.25, 44.2, 0.07, Double.NaN);
        ModuleArray modules =
                new ModuleArray("b-1", "b", square(687_001, 7_037_001, 1.4), 1, 0.44, 1.9888, 35.5, 181.25, "portrait");
        try (ProjectFile project = project()) {
            commit(project, "2026-03", building("a", 687_100), building("b", 687_000));
            project.saveOutcomes(
                    project.current().orElseThrow(),
                    List.of(new Snapshot.Source("mns", "mns.tif", "cd34")),
                    List.of(plane),
                    List.of(modules),
                    Map.of("b", potential(), "a", new NoFigure(Reason.OUTSIDE_DATA)),
                    Progress.NONE);
            Commits.input(project, new InputFile(InputFile.Kind.SURFACE_MODEL, "mns.tif", "cd34", "EPSG:2154"));
        }
        try (ProjectFile project = ProjectFile.open(folder.resolve("p.gpkg"))) {
            assertThat(project.info()).isEqualTo(LENS);
            List<BuildingRecord> records = project.records();
            assertThat(records).extracting(r -> r.building().id()).containsExactly("a", "b");
            assertThat(records.getFirst().outcome()).isEqualTo(new NoFigure(Reason.OUTSIDE_DATA));
            assertThat(records.getLast().outcome()).isEqualTo(potential());
            assertThat(records.getLast().planes()).hasSize(1);
            assertThat(records.getLast().planes().getFirst().outline().equalsExact(plane.outline()))
                    .isTrue();
            assertThat(records.getLast().planes().getFirst().explainedShare()).isNaN();
            assertThat(records.getLast().planes().getFirst().origin()).isEqualTo(RoofPlane.Origin.FOUND);
            assertThat(project.modules("a")).isEmpty();
            assertThat(project.modules(new Envelope(687_002, 687_003, 7_037_000, 7_038_000)))
                    .isEqualTo(project.modules("b"));
            assertThat(project.modules("b"))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("modules")
                    .containsExactly(modules);
            assertThat(project.modules("b").getFirst().modules().equalsExact(modules.modules()))
                    .isTrue();
            Building b = records.getLast().building();
            assertThat(b.footprint().equalsExact(square(687_000, 7_037_000, 12)))
                    .isTrue();
            assertThat(b.name()).isEqualTo("École « Jean-Macé » <b>");
            assertThat(b.parcel()).isNull();
            assertThat(b.heightM()).isEqualTo(7.5);
            assertThat(records.getLast().vintage()).isEqualTo("2026-03");
            assertThat(project.current().orElseThrow().sources()).isEqualTo(SOURCES);
            assertThat(project.computationSources())
                    .extracting(Snapshot.Source::name)
                    .containsExactly("mns.tif");
            assertThat(project.inputs()).hasSize(1);
            assertThat(project.journal())
                    .extracting(JournalEntry::action)
                    .containsExactly("creation", "import", "calcul", "import");
        }
    }

    @Test
    void aNewSnapshotKeepsTheOldOneInTheArchive() throws Failure, SQLException {
        try (ProjectFile project = project()) {
            commit(project, "2024-06", building("a", 687_100), building("b", 687_000));
            project.saveOutcomes(
                    project.current().orElseThrow(), List.of(), List.of(), Map.of("b", potential()), Progress.NONE);
            commit(project, "2026-03", building("a", 687_100), building("c", 687_300));

            assertThat(project.snapshots()).extracting(Snapshot::vintage).containsExactly("2024-06", "2026-03");
            assertThat(project.current().orElseThrow().vintage()).isEqualTo("2026-03");
            assertThat(project.records()).extracting(r -> r.building().id()).containsExactly("a", "c");
            assertThat(project.records())
                    .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(new NoFigure(Reason.NOT_COMPUTED)));
        }
        assertThat(
                        count(
                                "SELECT count(*) FROM archive_batiments WHERE snapshot = 1 AND id = 'b' AND production = 19000"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM archive_potentiels WHERE snapshot = 1"))
                .isEqualTo(1);
    }

    @Test
    void outcomesOfAnEarlierSnapshotAreRefusedAndNothingChanges() throws Failure {
        try (ProjectFile project = project()) {
            commit(project, "2024-06", building("a", 687_100));
            Snapshot before = project.current().orElseThrow();
            commit(project, "2026-03", building("a", 687_100));

            assertThatThrownBy(() ->
                            project.saveOutcomes(before, List.of(), List.of(), Map.of("a", potential()), Progress.NONE))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Un autre millésime");
            assertThat(project.records().getFirst().outcome()).isEqualTo(new NoFigure(Reason.NOT_COMPUTED));
        }
    }

    @Test
    void theSpatialIndexAndExtentFollowTheData() throws Failure, SQLException {
        try (ProjectFile project = project()) {
            commit(project, "2024-06", building("a", 687_100), building("b", 687_000));
            commit(project, "2026-03", building("c", 687_300));
        }
        assertThat(count("SELECT count(*) FROM rtree_batiments_geom")).isEqualTo(1);
        assertThat(count("SELECT min_x FROM gpkg_contents WHERE table_name = 'batiments'"))
                .isEqualTo(687_300);
        assertThat(count("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree_%'"))
                .isEqualTo(6
                        * (3
                                + Arrays.stream(Layer.values())
                                        .filter(Layer::placed)
                                        .count()));
        assertThat(count("PRAGMA user_version")).isEqualTo(10300);
    }

    @Test
    void aCancelledOrFailedCommitLeavesTheFileAsItWas() throws Failure, IOException {
        try (ProjectFile project = project()) {
            commit(project, "2024-06", building("a", 687_100));
            byte[] before = Files.readAllBytes(folder.resolve("p.gpkg"));
            Progress stop = new Progress() {
                @Override
                public void at(String stage, long done, long total) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            assertThatThrownBy(() -> project.commit(
                            Commits.of(project, "2026-03", SOURCES, List.of(building("b", 687_000))), stop))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> commit(project, "2026-03", building("b", 687_000), building("b", 687_000)))
                    .isInstanceOf(Failure.class);

            assertThat(Files.readAllBytes(folder.resolve("p.gpkg"))).isEqualTo(before);
            assertThat(project.records()).extracting(r -> r.building().id()).containsExactly("a");
            commit(project, "2026-04", building("b", 687_000));
            assertThat(project.records()).hasSize(1);
        }
    }

    @Test
    void aFileThatAnotherProgramWritesIsToldAndLeftAlone() throws Failure, SQLException {
        try (ProjectFile project = project();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p.gpkg"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> commit(project, "2026-03", building("b", 687_000)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("en cours d'utilisation");
            statement.execute("ROLLBACK");
            commit(project, "2026-03", building("b", 687_000));
            assertThat(project.records()).hasSize(1);
        }
    }

    @Test
    void whatIsNotAProjectIsRefusedWithASentence() throws IOException, SQLException, Failure {
        Path text = Files.writeString(folder.resolve("text.gpkg"), "bonjour ".repeat(200));
        Path empty = Files.createFile(folder.resolve("empty.gpkg"));
        Path other = folder.resolve("other.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + 0x47504B47);
            statement.execute("CREATE TABLE x(y)");
        }
        for (Path file : List.of(text, empty, other)) {
            assertThatThrownBy(() -> ProjectFile.open(file))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("n'est pas un projet");
        }
        assertThatThrownBy(() -> ProjectFile.open(folder.resolve("none.gpkg")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("introuvable");
        assertThatThrownBy(() -> ProjectFile.create(other, LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("existe déjà");
        assertThatThrownBy(() -> ProjectFile.create(folder.resolve("no/p.gpkg"), LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("dossier");
    }

    @Test
    void aProjectOfANewerVersionIsRefused() throws Failure, SQLException {
        project().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p.gpkg"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE projet SET valeur = '99' WHERE cle = 'format'");
        }
        assertThatThrownBy(() -> ProjectFile.open(folder.resolve("p.gpkg")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("plus récente");
    }

    @Test
    void tenThousandBuildingsRoundTrip() throws Failure {
        List<Building> many = new ArrayList<>();
        Map<String, Outcome> outcomes = new java.util.HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(building("b" + i, 600_000 + 20.0 * i));
            outcomes.put("b" + i, potential());
        }
        try (ProjectFile project = project()) {
            Commits.buildings(project, "2026-03", SOURCES, many);
            project.saveOutcomes(project.current().orElseThrow(), List.of(), List.of(), outcomes, Progress.NONE);
            assertThat(project.records())
                    .hasSize(10_000)
                    .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(potential()));
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p.gpkg"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
