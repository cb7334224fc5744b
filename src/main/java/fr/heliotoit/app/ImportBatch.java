package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.io.FindingsFile;
import fr.heliotoit.store.ImportCommit;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes files into a project: buildings, layers, lists of what the commune owns; rasters and weather files are registered by reference.
 * Everything is read, checked and compared with what is there before anything is written; then it is committed whole or not at all.
 */
public final class ImportBatch {
    /** Fewer buildings than that are a try, not a commune. */
    private static final int MANY = 20;

    /** The largest French communes are some 30 km across. */
    private static final double FAR_KM = 20;

    private final ProjectFile project;
    private final ImportOptions options;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Snapshot.Source> sources = new ArrayList<>();
    private final BuildingReader reader;
    private final LayerReader layers;
    private final List<ColumnProfile> profiles;
    private boolean buildingFiles;

    private ImportBatch(ProjectFile project, ImportOptions options, Progress progress) throws Failure {
        this.project = project;
        this.options = options;
        this.progress = progress;
        ColumnProfile wanted = options.columns();
        List<ColumnProfile> all = ImportColumns.automatic();
        this.profiles = wanted == null
                ? all
                : Stream.concat(
                                Stream.of(wanted),
                                all.stream().filter(p -> p.detect().isEmpty()))
                        .toList();
        this.reader = new BuildingReader(project.info(), options.crs(), outline(project));
        this.layers = new LayerReader(project.info(), options.crs());
    }

    /**
     * @param files files, folders and archives with buildings, layers, rasters, weather
     * @throws Failure when a file cannot be taken as a whole; the project is as before
     * @throws java.util.concurrent.CancellationException when cancelled; the project is as before
     */
    public static ImportReport run(ProjectFile project, List<Path> files, ImportOptions options, Progress progress)
            throws Failure {
        String vintage = options.vintage() == null ? YearMonth.now().toString() : options.vintage();
        if (!vintage.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw Failure.of("app.import.vintage", vintage);
        }
        try (GivenFiles given = GivenFiles.of(files)) {
            return new ImportBatch(project, options, progress).run(given, vintage);
        }
    }

    /** Writes findings as CSV or JSON, by the ending of the file. */
    public static void writeFindings(List<Finding> findings, Path file) throws Failure {
        FindingsFile.write(findings, file);
    }

    private ImportReport run(GivenFiles given, String vintage) throws Failure {
        findings.addAll(given.findings());
        ImportFiles sorted = ImportFiles.sort(given, options.kind());
        List<InputFile> inputs = new RegisteredFiles(project, options.crs()).check(sorted.inputs(), findings);
        List<Path> lists = new ArrayList<>();
        for (Path path : sorted.features()) {
            read(path, lists);
        }
        findings.addAll(reader.findings());
        findings.addAll(layers.findings());
        progress.check();
        long base = project.head();
        List<Building> before = project.imported();
        List<Building> buildings = reader.buildings();
        if (buildings.isEmpty() && buildingFiles) {
            findings.add(Finding.warning("NOTHING_ACCEPTED", null, Message.of("app.import.nothing")));
        }
        tellFarAway(before, buildings);
        if (!buildings.isEmpty()) {
            Coordinate place = middle(buildings);
            project.info().crs().requireTrueScale(place.x, place.y);
        }
        Ownership ownership = ownership(lists, buildings.isEmpty() ? before : buildings);
        boolean changed = !buildings.isEmpty() || ownership.found() > 0;
        List<Building> after = buildings.isEmpty() ? before : buildings;
        progress.at("app.stage.compare", 0, after.size());
        CarriedOver carried = CarriedOver.of(
                before, ownership.marked(after, !buildings.isEmpty()), reader::silent, ownership::decides);
        after = carried.buildings();
        ChangeSet changes = changed ? carried.changes() : ChangeSet.NONE;
        findings.addAll(carried.findings());
        if (!buildings.isEmpty()) {
            tellReplaced(before.size(), after.size(), changes);
        }
        Map<Layer, List<LayerFeature>> kept = new EnumMap<>(Layer.class);
        kept.putAll(layers.layers());
        if (changed && !ownership.lists().equals(project.layer(Layer.OWNERSHIP))) {
            kept.put(Layer.OWNERSHIP, ownership.lists());
            if (ownership.found() == 0) {
                // The lists are those of before; only what they change is another now.
                project.current().stream()
                        .flatMap(s -> s.sources().stream())
                        .filter(s -> s.kind().equals(Layer.OWNERSHIP.code()))
                        .forEach(sources::add);
            }
        }
        progress.check();
        Optional<Snapshot> snapshot = Optional.empty();
        if (!options.dryRun() && (changed || !layers.layers().isEmpty() || !inputs.isEmpty())) {
            progress.at("app.stage.commit", 0, after.size());
            if (buildings.isEmpty()) {
                // A list changes the buildings there are; they still come from their files.
                project.current()
                        .ifPresent(s -> s.sources().stream()
                                .filter(old ->
                                        changed && Layer.ofCode(old.kind()).isEmpty())
                                .forEach(sources::addFirst));
            }
            Snapshot committed = project.commit(
                    new ImportCommit(
                            buildings.isEmpty()
                                    ? project.current().map(Snapshot::vintage).orElse(vintage)
                                    : vintage,
                            base,
                            sources,
                            changed ? after : null,
                            changes,
                            kept,
                            inputs,
                            findings),
                    progress);
            snapshot = changed || !layers.layers().isEmpty() ? Optional.of(committed) : Optional.empty();
        }
        int unknown = ownership.read() - ownership.found();
        return new ImportReport(
                reader.read() + layers.read() + ownership.read(),
                buildings.size(),
                layers.kept() + ownership.found(),
                layers.layers().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().size())),
                reader.refused() + layers.refused() + unknown,
                reader.ignored() + layers.elsewhere(),
                changes,
                findings,
                snapshot,
                inputs);
    }

    private void read(Path path, List<Path> lists) throws Failure {
        // On another core, while this one reads the features; a failure to read the file shows there first.
        CompletableFuture<String> digest = CompletableFuture.supplyAsync(() -> {
            try {
                return FileDigest.sha256(path);
            } catch (Failure e) {
                throw new CompletionException(e);
            }
        });
        try (FeatureFile file = open(path)) {
            ImportKind kind = kind(file);
            Layer layer = kind.layer();
            if (layer == Layer.PLANES && !file.source().planes().isEmpty()) {
                layers.addModel(file);
            } else if (layer != null) {
                layers.add(file, layer);
            } else if (kind == ImportKind.OWNERSHIP) {
                lists.add(path);
            } else {
                buildingFiles = true;
                Crs crs = reader.add(file);
                layers.addPlanes(file, crs, reader::has);
            }
            sources.add(new Snapshot.Source(
                    kind == ImportKind.BUILDINGS ? "buildings" : kind.code(),
                    path.getFileName().toString(),
                    digest(digest)));
        }
    }

    private static String digest(CompletableFuture<String> digest) throws Failure {
        try {
            return digest.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Another commune's file is noticed by its distance when neither a boundary nor a code tells. */
    private void tellFarAway(List<Building> before, List<Building> buildings) {
        if (before.isEmpty() || buildings.isEmpty()) {
            return;
        }
        Coordinate there = middle(buildings);
        double km = there.distance(middle(before)) / 1000;
        if (km > FAR_KM) {
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    "FAR_AWAY",
                    null,
                    there.x,
                    there.y,
                    Message.of("app.import.farAway", Formats.number(km, 0))));
        }
    }

    /** Car parks taken for buildings, or the file of one street, would put nearly all buildings away and bring few. */
    private void tellReplaced(int before, int after, ChangeSet changes) throws Failure {
        int gone = changes.removed().size();
        if (gone * 2 <= before) {
            return;
        }
        boolean nearlyAll = before >= MANY && gone * 10L >= before * 9L && after * 2L < before;
        if (nearlyAll && !options.replace() && !options.dryRun()) {
            throw Failure.of("app.import.replacesRefused", gone, before);
        }
        findings.add(Finding.warning("MOST_REMOVED", null, Message.of("app.import.replaces", gone, before)));
    }

    /** The median of the places, which a few strays do not move. */
    private static Coordinate middle(List<Building> buildings) {
        double[] x = new double[buildings.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Coordinate centre =
                    buildings.get(i).footprint().getEnvelopeInternal().centre();
            x[i] = centre.x;
            y[i] = centre.y;
        }
        Arrays.sort(x);
        Arrays.sort(y);
        return new Coordinate(x[x.length / 2], y[y.length / 2]);
    }

    private FeatureFile open(Path path) throws Failure {
        FeatureFile file = new FeatureFile(path, profiles, options.swapAxes(), progress);
        ColumnProfile wanted = options.columns();
        if (wanted != null && !file.columns().profile().equals(wanted)) {
            file.close();
            throw Failure.of(
                    "app.import.profileUnfit",
                    path.getFileName(),
                    String.join(", ", wanted.detect()),
                    String.join(", ", file.source().columns()));
        }
        return file;
    }

    /** What the user says the features are, else what the columns say. */
    private ImportKind kind(FeatureFile file) throws Failure {
        ImportKind said = options.kind();
        if (said != null && said.input() == null) {
            return said;
        }
        if (said == null && Ownership.isList(file)) {
            findings.add(new Finding(
                    Finding.Severity.INFO,
                    "OWNERSHIP_LIST",
                    null,
                    Double.NaN,
                    Double.NaN,
                    Message.of("app.import.ownershipList", file.path().getFileName())));
            return ImportKind.OWNERSHIP;
        }
        String holds = file.columns().profile().holds();
        return ImportKind.ofCode(holds)
                .filter(k -> k.input() == null)
                .orElseThrow(() -> Failure.of(
                        "app.import.notBuildings",
                        file.path().getFileName(),
                        file.columns().profile().title()));
    }

    private Ownership ownership(List<Path> lists, List<Building> buildings) throws Failure {
        List<LayerFeature> earlier = project.layer(Layer.OWNERSHIP);
        boolean none = lists.isEmpty() && (earlier.isEmpty() || !buildingFiles);
        List<LayerFeature> parcels =
                none ? List.of() : layers.layers().getOrDefault(Layer.PARCELS, project.layer(Layer.PARCELS));
        Ownership ownership = new Ownership(none ? List.of() : buildings, parcels);
        for (Path path : lists) {
            try (FeatureFile file = open(path)) {
                ownership.add(file);
            }
        }
        if (!none) {
            ownership.addKept(earlier);
        }
        findings.addAll(ownership.findings());
        return ownership;
    }

    /** The commune's boundary; a layer of many communes gives ours by its code. */
    private static @Nullable Geometry outline(ProjectFile project) throws Failure {
        String ours = project.info().commune().inseeCode();
        Geometry outline = null;
        List<LayerFeature> features = project.layer(Layer.OUTLINE);
        // A single one that names no commune is ours.
        boolean single = features.size() == 1
                && Stream.concat(Stream.of(features.getFirst().id()), features.getFirst().values().values().stream())
                        .noneMatch(v -> v.matches("(\\d{2}|2[AB])\\d{3}"));
        for (LayerFeature feature : features) {
            boolean match = single
                    || ours == null
                    || feature.values().containsValue(ours)
                    || feature.id().equals(ours);
            Geometry shape = feature.geometry();
            if (match && shape != null && shape.getArea() > 0) {
                outline = outline == null ? shape : outline.union(shape);
            }
        }
        return outline;
    }
}
