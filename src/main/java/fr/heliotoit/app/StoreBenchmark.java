package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingQuery;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ImportCommit;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Measures the project file: an import against {@code ogr2ogr} writing a GeoPackage of the same shapefile, and questions to a big
 * project. Every answer is compared with what going through all buildings gives.
 */
public final class StoreBenchmark implements AutoCloseable {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double STEP = 25;
    /** Times that a question is asked; the median counts. */
    private static final int TIMES = 15;

    private final Path folder;

    private StoreBenchmark(Path folder) {
        this.folder = folder;
    }

    /** @throws Failure when there is no room for temporary files */
    public static StoreBenchmark create() throws Failure {
        try {
            return new StoreBenchmark(Files.createTempDirectory("heliotoit-bench"));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * One import.
     *
     * @param ours reading, checking, comparing and committing
     * @param ogr {@code ogr2ogr -f GPKG} of the same file; null when it is not installed
     * @param command whether ours was the command {@code heliotoit import} in a process of its own, its start included
     * @param right whether every building arrived
     */
    public record Import(Cost ours, @Nullable Cost ogr, boolean command, boolean right) {}

    /**
     * What something took.
     *
     * @param cpuS user and system time of all threads: what counts on a busy machine; NaN where the system does not tell
     */
    public record Cost(double wallS, double cpuS) {}

    /**
     * One kind of question.
     *
     * @param name {@code open}, {@code box}, {@code filter}, {@code text} or {@code scan}
     * @param medianMs median wall time [ms]
     * @param cpuMs median time of the processor [ms]
     * @param hits how many buildings it gave
     * @param right whether they are the right ones
     */
    public record Question(String name, double medianMs, double cpuMs, long hits, boolean right) {
        static <T> Question of(String name, long hits, boolean right, Ask<T> question) throws Failure {
            double[] wall = new double[TIMES];
            double[] cpu = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                question.now();
                wall[i] = (System.nanoTime() - start) * 1e-6;
                cpu[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart) * 1e-6;
            }
            Arrays.sort(wall);
            Arrays.sort(cpu);
            return new Question(name, wall[TIMES / 2], cpu[TIMES / 2], hits, right);
        }
    }

    /** Imports a made-up shapefile into new projects, each time beside ogr2ogr: by the command, as its user does, then within this process. */
    public List<Import> imports(int buildings, int runs, Progress progress) throws Failure {
        List<Import> results = new ArrayList<>();
        try {
            Path source = folder.resolve("toits.shp");
            BenchShapefile.write(folder.resolve("toits"), outlines(buildings), Crs.LAMBERT_93);
            for (int run = 0; run <= runs; run++) {
                Cost ogr = ogr(source);
                Path file = folder.resolve("import-" + run + ".gpkg");
                boolean command = run == 0;
                Cost ours = command ? command(file, source) : here(file, source, progress);
                try (ProjectFile project = ProjectFile.open(file)) {
                    results.add(new Import(ours, ogr, command, project.count() == buildings));
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failure(e);
        }
        return results;
    }

    private static Cost command(Path file, Path source) throws Failure {
        ProjectFile.create(file, info()).close();
        ChildProcess.Measured measured =
                ChildProcess.heliotoit(List.of("import", file.toString(), source.toString()), null);
        return new Cost(measured.wallS(), measured.cpuS());
    }

    private static Cost here(Path file, Path source, Progress progress) throws Failure {
        long start = System.nanoTime();
        double cpuStart = Benchmark.cpuS();
        try (ProjectFile project = ProjectFile.create(file, info())) {
            ImportBatch.run(project, List.of(source), new ImportOptions(null, "2026-03", null, false), progress);
        }
        return new Cost((System.nanoTime() - start) * 1e-9, Benchmark.cpuS() - cpuStart);
    }

    /** Asks a computed project of made-up buildings. */
    public List<Question> questions(int buildings, Progress progress) throws Failure {
        Path file = folder.resolve("grand.gpkg");
        try (ProjectFile project = ProjectFile.create(file, info())) {
            fill(project, buildings, progress);
        }
        List<Question> results = new ArrayList<>();
        results.add(open(file, buildings));
        try (ProjectFile project = ProjectFile.open(file)) {
            List<BuildingRecord> all = project.records();
            results.add(box(project, all));
            results.add(filter(project, all));
            results.add(text(project, all));
            results.add(scan(project, all));
        }
        return results;
    }

    @FunctionalInterface
    private interface Ask<T> {
        T now() throws Failure;
    }

    private static Question open(Path file, int buildings) throws Failure {
        Ask<Integer> question = () -> {
            try (ProjectFile project = ProjectFile.open(file)) {
                return project.current().orElseThrow().buildings();
            }
        };
        int hits = question.now();
        return Question.of("open", hits, hits == buildings, question);
    }

    private static Question box(ProjectFile project, List<BuildingRecord> all) throws Failure {
        Envelope middle = all.get(all.size() / 2).building().footprint().getEnvelopeInternal();
        BuildingQuery.Box box = new BuildingQuery.Box(
                middle.getMinX() - 200, middle.getMinY() - 100, middle.getMinX() + 200, middle.getMinY() + 100);
        Envelope window = new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
        List<String> expected = ids(all.stream()
                .filter(r -> window.intersects(r.building().footprint().getEnvelopeInternal())));
        Ask<List<BuildingRecord>> question =
                () -> project.find(box, null, false, Integer.MAX_VALUE).records();
        List<String> hits = ids(question.now().stream());
        return Question.of("box", hits.size(), hits.containsAll(expected), question);
    }

    private static Question filter(ProjectFile project, List<BuildingRecord> all) throws Failure {
        String ecql = "usage = 'public' AND surface > 60 AND classe >= 4";
        List<String> expected = ids(FindBuildings.sorted(FindBuildings.run(all, ecql), "-production").stream()
                .limit(50));
        Ask<FindBuildings.Answer> question = () -> FindBuildings.run(project, ecql, "-production", 50);
        FindBuildings.Answer answer = question.now();
        return Question.of(
                "filter", answer.found(), ids(answer.listed().stream()).equals(expected), question);
    }

    private static Question text(ProjectFile project, List<BuildingRecord> all) throws Failure {
        // As typed: no accents, no hyphens, the last word begun.
        String typed = "12 rue saint ne";
        long expected = all.stream()
                .map(r -> String.valueOf(r.building().address()))
                .filter(a -> a.startsWith("12, rue ") && a.contains("Saint-Né"))
                .count();
        Ask<Integer> question = () -> project.search(typed, 5000).size();
        int hits = question.now();
        return Question.of("text", hits, hits == expected, question);
    }

    /** No index begins with the production: every value is looked at. */
    private static Question scan(ProjectFile project, List<BuildingRecord> all) throws Failure {
        String ecql = "production >= 12000";
        int expected = FindBuildings.run(all, ecql).size();
        Ask<Integer> question = () -> FindBuildings.run(project, ecql, null, 1).found();
        int hits = question.now();
        return Question.of("scan", hits, hits == expected, question);
    }

    private static List<String> ids(Stream<BuildingRecord> records) {
        return records.map(r -> r.building().id()).toList();
    }

    private static ProjectInfo info() {
        return new ProjectInfo(new Commune(null, "Mesure", null, null), Crs.LAMBERT_93, true);
    }

    private static List<Polygon> outlines(int buildings) {
        Random random = new Random(1);
        int side = (int) Math.ceil(Math.sqrt(buildings));
        List<Polygon> outlines = new ArrayList<>(buildings);
        for (int i = 0; i < buildings; i++) {
            double x = 600_000 + STEP * (i % side);
            double y = 6_500_000 + STEP * Math.floorDiv(i, side);
            double w = 8 + random.nextInt(10);
            double h = 8 + random.nextInt(8);
            outlines.add(SHAPES.createPolygon(new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x, y + h),
                new Coordinate(x + w / 2, y + h),
                new Coordinate(x + w / 2, y + h + 3),
                new Coordinate(x + w, y + h + 3),
                new Coordinate(x + w, y + 1),
                new Coordinate(x, y)
            }));
        }
        return outlines;
    }

    /** Made-up, but as long and as different as real ones. */
    private static String street(int k) {
        List<String> kinds = List.of("rue", "avenue", "place", "chemin", "allée");
        List<String> links = List.of("de l'Église-", "du Général-", "Saint-", "des Frères-");
        List<String> syllables = List.of("Bé", "Lo", "Mi", "Ta", "Ru", "Né", "Pa", "Vi", "So", "Ça");
        String name = syllables.get(k % 10)
                + (syllables.get(Math.floorDiv(k, 10) % 10) + syllables.get(Math.floorDiv(k, 100)))
                        .toLowerCase(Locale.ROOT);
        return kinds.get(k % 5) + " " + links.get(Math.floorDiv(k, 7) % 4) + name;
    }

    /** Makes a computed project of made-up buildings, {@value #STEP} m apart in blocks. */
    public static void make(Path file, int buildings, Progress progress) throws Failure {
        try (ProjectFile project = ProjectFile.create(file, info())) {
            fill(project, buildings, progress);
        }
    }

    /** Writes a made-up shapefile of buildings. */
    public static void makeShapefile(Path base, int buildings) throws Failure {
        try {
            BenchShapefile.write(base, outlines(buildings), Crs.LAMBERT_93);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void fill(ProjectFile project, int buildings, Progress progress) throws Failure {
        Random random = new Random(2);
        List<Polygon> outlines = outlines(buildings);
        List<Building> made = new ArrayList<>(buildings);
        Map<String, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < buildings; i++) {
            Building building = new Building(
                    String.format("BATIMENT%016d", i),
                    outlines.get(i),
                    i % 500 == 0 ? "École Jean-Macé " + i : null,
                    (i % 90 + 1) + ", " + street(i % 777),
                    null,
                    Usage.values()[i % Usage.values().length],
                    i % 40 == 0,
                    3.0 + random.nextInt(9));
            made.add(building);
            double irradiation = 700 + random.nextInt(600);
            double usable = building.footprintM2() * 0.6;
            outcomes.put(
                    building.id(),
                    new SolarPotential(
                            irradiation,
                            java.util.Collections.nCopies(12, irradiation / 12),
                            building.footprintM2() * 1.2,
                            usable,
                            usable / 5,
                            usable * irradiation * 0.16,
                            java.util.Collections.nCopies(12, usable * irradiation * 0.16 / 12),
                            1 + random.nextInt(7),
                            30,
                            180,
                            SolarPotential.Method.SURFACE_MODEL));
        }
        ChangeSet added = new ChangeSet(
                made.stream().map(Building::id).toList(), List.of(), List.of(), List.of(), List.of(), List.of());
        project.commit(
                new ImportCommit("2026-03", 0, List.of(), made, added, Map.of(), List.of(), List.of()), progress);
        project.saveOutcomes(project.current().orElseThrow(), List.of(), List.of(), outcomes, progress);
    }

    private @Nullable Cost ogr(Path source) throws IOException {
        Path target = folder.resolve("ogr.gpkg");
        Files.deleteIfExists(target);
        long start = System.nanoTime();
        double cpuStart = ChildProcess.childrenCpuS();
        try {
            Process process = new ProcessBuilder("ogr2ogr", "-f", "GPKG", target.toString(), source.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                return null;
            }
        } catch (IOException absent) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        return new Cost((System.nanoTime() - start) * 1e-9, ChildProcess.childrenCpuS() - cpuStart);
    }

    private static Failure failure(IOException e) {
        return new Failure(Message.of("app.bench.folder", String.valueOf(e.getMessage())), e);
    }

    @Override
    public void close() throws Failure {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
