package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No row of any real file is lost: read = new + changed + unchanged + refused + ignored, the first time and the second. */
class ConservationTest {
    @TempDir
    private Path folder;

    @Test
    void everyRowOfEveryRealFileIsAccountedFor() throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Shared.path("data/france"))) {
            files = walk.filter(Files::isRegularFile)
                    .filter(f -> VectorFiles.supports(f) || ImportFiles.edigeo(f))
                    .sorted()
                    .toList();
        }
        Set<String> profiles = new TreeSet<>();
        int taken = 0;
        for (Path file : files) {
            ImportReport report = conserved(file);
            if (report == null) {
                continue;
            }
            taken++;
            report.findings().stream()
                    .filter(f -> f.code().equals("PROFILE"))
                    .forEach(f ->
                            profiles.add(String.valueOf(f.message().arguments().get(1))));
        }
        System.out.printf("%d files, %d imported, profiles %s%n", files.size(), taken, profiles);
        assertThat(taken).isGreaterThan(files.size() / 2);
        assertThat(profiles).hasSizeGreaterThanOrEqualTo(5);
    }

    /** Null when the file is refused, which is told in a sentence that names it. */
    private @Nullable ImportReport conserved(Path given) throws Failure {
        Path file = folder.resolve("p.gpkg");
        List<Crs> tries = new ArrayList<>();
        tries.add(null);
        tries.addAll(List.of(Crs.LAMBERT_93, Crs.WGS84));
        Failure last = null;
        for (Crs crs : tries) {
            try (ProjectFile project = ProjectFile.create(
                    file, new ProjectInfo(new Commune(null, "France", null, null), Crs.LAMBERT_93, false))) {
                ImportReport first = load(project, given, crs);
                check(given, first);
                ImportReport second = load(project, given, crs);
                check(given, second);
                if (first.accepted() > 0) {
                    assertThat(second.changes().unchanged())
                            .as(given + " again")
                            .hasSize(second.accepted());
                    assertThat(second.changes().isEmpty()).as(given + " again").isTrue();
                }
                return first;
            } catch (Failure e) {
                last = e;
            } finally {
                assertThat(file.toFile().delete()).isTrue();
            }
        }
        assertThat(last).hasMessageContaining(given.getFileName().toString());
        if (ImportFiles.edigeo(given)) {
            assertThat(last).hasMessageContaining("EDIGEO");
        }
        return null;
    }

    private static ImportReport load(ProjectFile project, Path given, @Nullable Crs crs) throws Failure {
        return ImportBatch.run(project, List.of(given), new ImportOptions(crs, "2026-01", null, false), Progress.NONE);
    }

    private static void check(Path given, ImportReport report) {
        assertThat(report.accepted() + report.attached() + report.refused() + report.ignored())
                .as(given.toString())
                .isEqualTo(report.read());
        ChangeSet changes = report.changes();
        if (report.accepted() > 0) {
            assertThat(changes.added().size()
                            + changes.changed().size()
                            + changes.unchanged().size())
                    .as(given.toString())
                    .isEqualTo(report.accepted());
        }
    }
}
