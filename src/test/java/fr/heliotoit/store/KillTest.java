package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.geo.Crs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} during imports: the file is the state before or the state after, whole. Every other kill waits for a transaction to be
 * open. The profile {@code campaign} kills 300 times with 100 000 buildings.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("heliotoit.kills", 20);
    private static final int ROWS = Integer.getInteger("heliotoit.kill.rows", 2000);

    @TempDir
    private Path folder;

    @Test
    void aKilledImportLosesAndDoublesNothing() throws Exception {
        Path base = folder.resolve("base.gpkg");
        long start = System.nanoTime();
        try (ProjectFile project = ProjectFile.create(
                base, new ProjectInfo(new Commune("62498", "Lens", null, null), Crs.LAMBERT_93, false))) {
            Importer.commit(project, Importer.buildings(1, ROWS));
        }
        // The first import of a JVM takes as long as two or three later ones.
        long commitMillis = Math.max(20, (System.nanoTime() - start) / 1_000_000);
        Path file = folder.resolve("p.gpkg");
        Path journal = folder.resolve("p.gpkg-journal");
        Random random = new Random();
        int cutShort = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Files.copy(base, file, StandardCopyOption.REPLACE_EXISTING);
            Process child = Holder.start(Importer.class, file.toString(), String.valueOf(ROWS));
            if (kill % 2 == 0) {
                waitFor(journal, commitMillis * 10);
                Thread.sleep(random.nextLong(ROWS / 50));
            } else {
                Thread.sleep(random.nextLong(2 * commitMillis));
            }
            child.destroyForcibly();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            cutShort += Files.exists(journal) ? 1 : 0;
            checkWhole(file, kill);
        }
        System.out.printf("%d kills, %d of them inside a transaction%n", KILLS, cutShort);
        // Otherwise the test would prove nothing.
        assertThat(cutShort).isPositive();
    }

    private static void waitFor(Path journal, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!Files.exists(journal) && System.nanoTime() < end) {
            Thread.sleep(1);
        }
    }

    private static void checkWhole(Path file, int kill) throws Exception {
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.readOnly())
                    .as("kill %d: nobody holds the lock", kill)
                    .isFalse();
            List<Snapshot> snapshots = project.snapshots();
            Snapshot current = project.current().orElseThrow();
            assertThat(current.id()).isEqualTo(snapshots.getLast().id());
            for (Snapshot snapshot : snapshots) {
                assertThat(snapshot.buildings()).isEqualTo(ROWS);
                assertThat(project.records(snapshot.id()))
                        .as("kill %d, entry %d", kill, snapshot.id())
                        .extracting(BuildingRecord::building)
                        .extracting(Building::id)
                        .containsExactlyElementsOf(IntStream.range(0, ROWS)
                                .mapToObj(i -> snapshot.id() + "-" + i)
                                .sorted()
                                .toList());
            }
            assertThat(project.search("1999 rue de l'eglise", 10)).hasSizeGreaterThanOrEqualTo(1);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(row.getString(1)).as("kill %d", kill).isEqualTo("ok");
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM rtree_batiments_geom")) {
                assertThat(row.getInt(1)).isEqualTo(ROWS);
            }
        }
    }
}
