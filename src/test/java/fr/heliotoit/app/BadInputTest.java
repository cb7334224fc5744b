package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every odd and corrupt file collected from the test suites of other programs goes through the import as a user would give it: it is
 * imported, or refused with a sentence, and a refusal leaves the project file as it was. What happened, with time and memory, is written to
 * {@code target/hostile/import.tsv}.
 */
class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileIsImportedOrRefusedWithAReason() throws Exception {
        Path all = Shared.path("data/badinput");
        List<String> rows = Files.readAllLines(all.resolve("MANIFEST.tsv"));
        List<String> report = new ArrayList<>(List.of("file\toutcome\tms\theap_mb\tsentence"));
        List<String> faults = new ArrayList<>();
        Path file = folder.resolve("p.gpkg");
        try (ProjectFile project = ProjectFile.create(
                file, new ProjectInfo(new Commune(null, "Lieu", null, null), Crs.LAMBERT_93, false))) {
            for (String row : rows.subList(1, rows.size())) {
                String name = row.split("\t", 2)[0];
                report.add(name + "\t" + outcome(project, file, all.resolve(name), faults));
            }
        }
        Files.write(Files.createDirectories(Path.of("target", "hostile")).resolve("import.tsv"), report);
        assertThat(report).hasSize(rows.size());
        assertThat(faults).isEmpty();
    }

    private static String outcome(ProjectFile project, Path file, Path given, List<String> faults) throws Failure {
        boolean raster = given.toString().toLowerCase(Locale.ROOT).matches(".*(/tiff/|/asc/).*");
        ImportOptions options =
                new ImportOptions(Crs.LAMBERT_93, "2026-01", raster ? ImportKind.SURFACE_MODEL : null, false);
        String before = FileDigest.sha256(file);
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        long used = heap(false);
        long start = System.nanoTime();
        String said;
        try {
            ImportReport report = ImportBatch.run(project, List.of(given), options, Progress.NONE);
            said = report.snapshot().isPresent() || !report.registered().isEmpty() ? "imported" : "nothing taken";
            if (said.equals("nothing taken")) {
                assertThat(report.findings()).as(given.toString()).isNotEmpty();
            }
        } catch (Failure e) {
            said = "refused";
            if (!FileDigest.sha256(file).equals(before)) {
                faults.add(given + ": refused, but the project has changed");
            }
            if (!e.getMessage().matches("(?s).*[.»)]\\s*") || e.getMessage().contains("Exception")) {
                faults.add(given + ": " + e.getMessage());
            }
            return line(said, start, used) + "\t" + e.getMessage().replaceAll("\\s+", " ");
        } catch (RuntimeException | Error e) {
            faults.add(given + ": " + e);
            said = "fault " + e;
        }
        return line(said, start, used) + "\t";
    }

    private static String line(String said, long start, long used) {
        return said + "\t" + (System.nanoTime() - start) / 1_000_000 + "\t"
                + Math.max(0, heap(true) - used) / 1_000_000;
    }

    private static long heap(boolean peak) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(p -> (peak ? p.getPeakUsage() : p.getUsage()).getUsed())
                .sum();
    }
}
