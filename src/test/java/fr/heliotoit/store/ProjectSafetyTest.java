package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What other programs, other users and power cuts do to a project file. */
class ProjectSafetyTest {
    private static final ProjectInfo LENS =
            new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void project() throws Failure {
        file = folder.resolve("p.gpkg");
        ProjectFile.create(file, LENS).close();
    }

    private static Building building(String id, String wkt) throws ParseException {
        return new Building(id, new WKTReader().read(wkt), null, null, null, Usage.UNKNOWN, false, null);
    }

    private static void commit(ProjectFile project, String vintage, Building... buildings) throws Failure {
        Commits.buildings(project, vintage, List.of(), List.of(buildings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (5 5, 5 10, 10 10, 5 5), (20 20, 20 25, 25 25, 20 20))",
                "MULTIPOLYGON (((0 0, 30 0, 30 30, 0 0)), ((50 50, 60 50, 60 60, 50 50)))"
            })
    void footprintsComeBackExactly(String wkt) throws Exception {
        try (ProjectFile project = ProjectFile.open(file)) {
            commit(project, "2026", building("a", wkt));
            Geometry read = project.records().getFirst().building().footprint();
            assertThat(read.equalsExact(new WKTReader().read(wkt))).isTrue();
        }
    }

    @Test
    void hostileWordsAreKeptAsTheyAre() throws Exception {
        String hostile = "'; DROP TABLE batiments; -- \u0000 \uD83C\uDFE0 %s {0} <script> \u202E";
        try (ProjectFile project = ProjectFile.open(file)) {
            commit(
                    project,
                    hostile,
                    new Building(
                            hostile,
                            new WKTReader().read("POLYGON ((0 0, 30 0, 30 30, 0 0))"),
                            hostile,
                            hostile,
                            hostile,
                            Usage.UNKNOWN,
                            false,
                            null));
            Building read = project.records().getFirst().building();
            assertThat(List.of(read.id(), read.name(), read.address(), read.parcel()))
                    .containsOnly(hostile);
            assertThat(project.current().orElseThrow().vintage()).isEqualTo(hostile);
        }
    }

    @Test
    void twoOpenersSeeEachOthersChanges() throws Exception {
        try (ProjectFile one = ProjectFile.open(file);
                ProjectFile two = ProjectFile.open(file)) {
            commit(one, "2025", building("a", "POLYGON ((0 0, 30 0, 30 30, 0 0))"));
            assertThat(two.records()).hasSize(1);
            commit(two, "2026", building("b", "POLYGON ((0 0, 30 0, 30 30, 0 0))"));
            assertThat(one.current().orElseThrow().vintage()).isEqualTo("2026");
            assertThat(one.snapshots()).hasSize(2);
        }
    }

    /** The files as a power cut in the middle of a big change leaves them: half of the pages written, the journal beside. */
    @Test
    void aChangeCutShortIsUndoneAtTheNextOpening() throws Exception {
        try (ProjectFile project = ProjectFile.open(file)) {
            List<Building> many = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                many.add(building("b" + i, "POLYGON ((0 0, 30 0, 30 30, 0 0))"));
            }
            Commits.buildings(project, "2025", List.of(), many);
        }
        Path cut = Files.createDirectory(folder.resolve("cut"));
        byte[] before = Files.readAllBytes(file);
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA cache_size = 5");
            statement.execute("BEGIN");
            statement.execute("UPDATE millesimes SET millesime = 'half'");
            statement.execute("DELETE FROM pans");
            statement.execute("CREATE TABLE filler AS SELECT * FROM batiments");
            Files.copy(file, cut.resolve("p.gpkg"));
            Files.copy(folder.resolve("p.gpkg-journal"), cut.resolve("p.gpkg-journal"));
            statement.execute("ROLLBACK");
        }
        assertThat(Files.readAllBytes(cut.resolve("p.gpkg"))).isNotEqualTo(before);
        try (ProjectFile project = ProjectFile.open(cut.resolve("p.gpkg"))) {
            assertThat(project.current().orElseThrow().vintage()).isEqualTo("2025");
            assertThat(project.records()).hasSize(2000);
        }
        assertThat(Files.readAllBytes(cut.resolve("p.gpkg"))).isEqualTo(before);
    }

    @Test
    void inAProtectedFolderAProjectIsOpenedForReadingOnly() throws Exception {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            assumeFalse(Files.isWritable(folder), "skipped: this user may write everywhere (root)");
            try (ProjectFile project = ProjectFile.open(file)) {
                assertThat(project.readOnly()).isTrue();
                assertThat(project.journal()).hasSize(1);
                assertThatThrownBy(() -> project.saveFile(BuildingFile.empty("a")))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("lecture seule");
                project.note("rapport", "x");
                assertThat(project.unnoted()).isPresent();
            }
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    /** Pages of 4 KiB that are left; the import wants about 300. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50, 100, 150, 200})
    void aFullDiskLeavesTheFileAsItWas(int pages) throws Exception {
        List<Building> many = Importer.buildings(2, 2000);
        try (ProjectFile project = ProjectFile.open(file)) {
            Importer.commit(project, Importer.buildings(1, 300));
            byte[] before = Files.readAllBytes(file);
            project.endDiskAfter(pages);
            assertThatThrownBy(() -> Importer.commit(project, many))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("disque est plein")
                    .hasMessageContaining("p.gpkg");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(project.records()).hasSize(300);
            project.endDiskAfter(100_000);
            Importer.commit(project, many);
            assertThat(project.records()).hasSize(2000);
        }
    }

    /** Both have read and checked their files against the same state; only one may write. */
    @Test
    void ofTwoImportsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        try (ProjectFile one = ProjectFile.open(file);
                ProjectFile two = ProjectFile.open(file)) {
            ImportCommit first = Commits.of(one, "2026-01", List.of(), Importer.buildings(1, 10));
            ImportCommit second = Commits.of(two, "2026-02", List.of(), Importer.buildings(2, 20));
            one.commit(first, Progress.NONE);
            assertThatThrownBy(() -> two.commit(second, Progress.NONE))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("modifié")
                    .hasMessageContaining("p.gpkg");
            assertThat(two.records()).hasSize(10);
            assertThat(two.history()).hasSize(1);
        }
    }

    @Test
    void aGeometryThatSomebodySpoiltIsASentence() throws Exception {
        try (ProjectFile project = ProjectFile.open(file)) {
            commit(project, "2026", building("a", "POLYGON ((0 0, 30 0, 30 30, 0 0))"));
        }
        byte[] nested = new byte[200_000];
        ByteBuffer in = ByteBuffer.wrap(nested).put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0});
        while (in.remaining() >= 9) {
            in.put((byte) 0).putInt(6).putInt(1);
        }
        byte[] huge = ByteBuffer.allocate(17)
                .put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0, 0})
                .putInt(6)
                .putInt(Integer.MAX_VALUE)
                .array();
        byte[] point = ByteBuffer.allocate(29)
                .put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0, 0})
                .putInt(1)
                .array();
        for (byte[] blob : List.of(nested, huge, point, new byte[0], new byte[] {'G', 'P', 0, 127, 0, 0, 0, 0})) {
            spoil(blob);
            try (ProjectFile project = ProjectFile.open(file)) {
                assertThatThrownBy(project::records).isInstanceOf(Failure.class).hasMessageContaining("p.gpkg");
            }
        }
    }

    /** Puts a blob where the footprint was, as a program without the index functions would. */
    private void spoil(byte[] blob) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Schema.dropTriggers(connection, "batiments");
            try (PreparedStatement update = connection.prepareStatement("UPDATE batiments SET geom = ?")) {
                update.setBytes(1, blob);
                update.execute();
            }
        }
    }

    @Test
    void ofTwoWhoMakeTheSameProjectAtOnceOneDoesAndTheFileStays() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path file = folder.resolve("course-" + round + ".gpkg");
            java.util.concurrent.atomic.AtomicInteger made = new java.util.concurrent.atomic.AtomicInteger();
            java.util.concurrent.CountDownLatch start = new java.util.concurrent.CountDownLatch(1);
            List<Thread> makers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                makers.add(Thread.ofPlatform().start(() -> {
                    try {
                        start.await();
                        ProjectFile.create(
                                        file,
                                        new ProjectInfo(new Commune(null, "Lieu", null, null), Crs.LAMBERT_93, false))
                                .close();
                        made.incrementAndGet();
                    } catch (Failure | InterruptedException told) {
                        assertThat(told).hasMessageContaining("existe déjà");
                    }
                }));
            }
            start.countDown();
            for (Thread maker : makers) {
                maker.join();
            }
            assertThat(made).hasValue(1);
            ProjectFile.open(file).close();
        }
    }

    @Test
    void aBuildingDrawnInQgisIsReadAsNotComputedAndAnOddWordIsTold() throws Exception {
        Path file = folder.resolve("dessin.gpkg");
        try (ProjectFile project = ProjectFile.create(
                file, new ProjectInfo(new Commune(null, "Lieu", null, null), Crs.LAMBERT_93, false))) {
            Commits.buildings(
                    project,
                    "2024-01",
                    List.of(),
                    List.of(new fr.heliotoit.cadastre.Building(
                            "A",
                            new org.locationtech.jts.geom.GeometryFactory()
                                    .toGeometry(new org.locationtech.jts.geom.Envelope(
                                            700_000, 700_010, 6_600_000, 6_600_010)),
                            null,
                            null,
                            null,
                            fr.heliotoit.cadastre.Usage.UNKNOWN,
                            false,
                            null)));
        }
        edit(file, "UPDATE batiments SET raison = NULL");
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.records().getFirst().outcome())
                    .isEqualTo(new fr.heliotoit.cadastre.NoFigure(fr.heliotoit.cadastre.NoFigure.Reason.NOT_COMPUTED));
        }
        for (String odd : List.of("usage = 'château'", "hauteur = 'haut'")) {
            edit(file, "UPDATE batiments SET usage = 'inconnu', hauteur = NULL");
            edit(file, "UPDATE batiments SET " + odd);
            try (ProjectFile project = ProjectFile.open(file)) {
                assertThatThrownBy(project::records)
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("A")
                        .hasMessageContaining(odd.substring(0, odd.indexOf(' ')))
                        .hasMessageEndingWith("exemple.");
            }
        }
    }

    private static void edit(Path file, String sql) throws java.sql.SQLException {
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                java.sql.Statement statement = connection.createStatement()) {
            for (String trigger : List.of("update1", "update2", "update3", "update4")) {
                statement.execute("DROP TRIGGER IF EXISTS rtree_batiments_geom_" + trigger);
            }
            statement.execute(sql);
        }
    }
}
