package fr.heliotoit.app;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Another Héliotoit that imports every odd and corrupt file: into a project in Lambert-93, and into one in a system that fits the file. Started
 * with a small heap, so that a file that needs more ends as an error.
 */
final class BadInputs {
    private final Path folder;
    private final Map<Crs, ProjectFile> projects = new HashMap<>();
    private final List<String> report =
            new ArrayList<>(List.of("file\tproject\toutcome\tms\theap_mb\tread\ttaken\trefused\tsentence"));
    private final List<String> faults = new ArrayList<>();

    private BadInputs(Path folder) {
        this.folder = folder;
    }

    /** @param arguments folder of the files, folder for projects, where to write what happened, where to write what must not happen */
    public static void main(String[] arguments) throws Exception {
        Path all = Path.of(arguments[0]);
        BadInputs inputs = new BadInputs(Path.of(arguments[1]));
        List<String> rows = Files.readAllLines(all.resolve("MANIFEST.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String name = row.split("\t", 2)[0];
            boolean raster = name.toLowerCase(Locale.ROOT).matches("(tiff|asc)/.*");
            inputs.take(all, name, raster, Crs.LAMBERT_93, Crs.LAMBERT_93);
            Fit fit = raster ? raster(all.resolve(name)) : vector(all.resolve(name));
            if (fit != null) {
                inputs.take(all, name, raster, fit.project, fit.given);
            }
        }
        for (ProjectFile project : inputs.projects.values()) {
            project.close();
        }
        Files.write(Path.of(arguments[2]), inputs.report);
        Files.write(Path.of(arguments[3]), inputs.faults);
    }

    /** A system of metres where the file lies, and that of its coordinates when it names none. */
    private record Fit(Crs project, @Nullable Crs given) {}

    private static @Nullable Fit vector(Path file) {
        try (VectorSource source = VectorFiles.open(file)) {
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                if (f.geometry() != null && !f.geometry().isEmpty()) {
                    Coordinate place = f.geometry().getEnvelopeInternal().centre();
                    Crs named = source.crs().orElse(null);
                    boolean degrees = Math.abs(place.x) <= 180 && Math.abs(place.y) <= 84;
                    if (named == null) {
                        // Numbers without a system are those of some metric one.
                        return degrees
                                ? new Fit(utm(place), Crs.WGS84)
                                : new Fit(Crs.of("EPSG:32631"), Crs.of("EPSG:32631"));
                    }
                    return new Fit(utm(named.transform(place.x, place.y, Crs.WGS84)), null);
                }
            }
        } catch (Failure | RuntimeException none) {
            return null; // The import has said why.
        }
        return null;
    }

    private static @Nullable Fit raster(Path file) {
        try (RasterSource source = RasterFiles.open(file)) {
            Crs named = source.crs().orElse(null);
            return named != null && named.inMetres() ? new Fit(named, null) : null;
        } catch (Failure | RuntimeException none) {
            return null;
        }
    }

    private static Crs utm(Coordinate degrees) throws Failure {
        int zone = Math.clamp((int) Math.floor((degrees.x + 180) / 6) + 1, 1, 60);
        return Crs.of("EPSG:" + (degrees.y >= 0 ? 32600 + zone : 32700 + zone));
    }

    private void take(Path all, String name, boolean raster, Crs crs, @Nullable Crs given) throws Failure {
        ProjectFile project = projects.get(crs);
        if (project == null) {
            project = ProjectFile.create(
                    folder.resolve(crs.code().replace(':', '-') + ".gpkg"),
                    new ProjectInfo(new Commune(null, "Lieu", null, null), crs, false));
            projects.put(crs, project);
        }
        ImportOptions options = new ImportOptions(given, "2026-01", raster ? ImportKind.SURFACE_MODEL : null, false);
        String before = FileDigest.sha256(project.path());
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        long used = heap(false);
        long start = System.nanoTime();
        String said;
        String counts = "\t\t";
        String sentence = "";
        try {
            ImportReport r = ImportBatch.run(project, List.of(all.resolve(name)), options, Progress.NONE);
            boolean taken = r.snapshot().isPresent() || !r.registered().isEmpty();
            said = taken ? "imported" : "nothing taken";
            counts = r.read() + "\t" + (r.accepted() + r.attached()) + "\t" + r.refused();
            if (r.read() != r.accepted() + r.attached() + r.refused() + r.ignored()) {
                faults.add(name + ": rows are lost: " + counts);
            }
            if (!taken && r.findings().isEmpty()) {
                faults.add(name + ": nothing was taken and nothing said");
            }
        } catch (Failure e) {
            said = "refused";
            sentence = e.getMessage().replaceAll("\\s+", " ");
            if (!FileDigest.sha256(project.path()).equals(before)) {
                faults.add(name + ": refused, but the project has changed");
            }
            if (!e.getMessage().matches("(?s).*[.»)]\\s*") || e.getMessage().contains("Exception")) {
                faults.add(name + ": " + e.getMessage());
            }
        } catch (RuntimeException | Error e) {
            said = "fault " + e;
            faults.add(name + ": " + e);
        }
        report.add(String.join(
                "\t",
                name,
                crs.code(),
                said,
                String.valueOf((System.nanoTime() - start) / 1_000_000),
                String.valueOf(Math.max(0, heap(true) - used) / 1_000_000),
                counts,
                sentence));
    }

    private static long heap(boolean peak) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> (peak ? p.getPeakUsage() : p.getUsage()).getUsed())
                .sum();
    }
}
