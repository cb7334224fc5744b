package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.InputFile.Kind;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.NoFigure.Reason;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.Interval;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.RoofPotential;
import fr.heliotoit.rules.Score;
import fr.heliotoit.solar.Foliage;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Computes the solar potential of every building of the current snapshot and keeps it in the project. */
public final class ComputePotential {
    /** No place on Earth receives that much in a year: a raster above is in Wh, or not of irradiation [kWh/m²]. */
    private static final double MOST_KWH_M2 = 4000;

    /** The brightest roof of a place receives more than that in a year, even in the far north [kWh/m²]. */
    private static final double LEAST_KWH_M2 = 200;

    private final ProjectFile project;
    private final Packs packs;
    private final Conventions conventions;
    private @Nullable EnergyModel energy;
    private final Progress progress;
    private final List<Snapshot.Source> sources = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();

    private ComputePotential(ProjectFile project, Packs packs, Progress progress) throws Failure {
        this.project = project;
        this.packs = packs;
        this.conventions = DataPacks.conventions(packs);
        this.progress = progress;
    }

    /**
     * From the surface model and weather year when they are given or registered, else from the irradiation raster. An irradiation raster
     * given here goes before registered files.
     *
     * @return what came of it; every building has a figure or a reason
     * @throws Failure when an input is missing or unusable; the project is then as before
     */
    public static ComputeReport run(ProjectFile project, ComputeInputs inputs, Packs packs, Progress progress)
            throws Failure {
        return new ComputePotential(project, packs, progress).run(Resolved.of(project, inputs), inputs.albedo());
    }

    private ComputeReport run(Resolved inputs, double albedo) throws Failure {
        // The snapshot first: should another program import in between, its buildings are told from these when saving.
        Snapshot snapshot = project.current().orElseThrow(() -> Failure.of("store.empty", project.path()));
        List<BuildingRecord> buildings = project.records();
        if (buildings.isEmpty()) {
            throw Failure.of("store.empty", project.path());
        }
        Coordinate first = buildings.getFirst().building().footprint().getCoordinate();
        project.info().crs().requireTrueScale(first.x, first.y);
        progress.at("app.stage.read", 0, 0);
        SurfacePotential.Result result = inputs.irradiation() != null
                ? fromRaster(buildings, inputs.irradiation())
                : fromSurface(buildings, inputs, albedo);
        progress.check();
        NoFigure outside = new NoFigure(Reason.OUTSIDE_DATA);
        if (result.outcomes().values().stream().allMatch(outside::equals)) {
            // Figures of an earlier computation are not given up for data of another place.
            throw Failure.of("app.compute.outside", sources.getFirst().name());
        }
        Set<EvaluateAll.Part> evaluated = EvaluateAll.present(project);
        Map<Score.Criterion, Double> weights = RankRoofs.typedWeights(project);
        project.saveOutcomes(snapshot, sources, result.planes(), result.modules(), result.outcomes(), progress);
        // The figures are kept: to stop between them and what belongs to them would leave half of it.
        Progress steady = steady(progress);
        List<BuildingRecord> computed = project.records();
        keepIntervals(snapshot, computed, steady);
        evaluateAgain(evaluated, weights, steady);
        return new ComputeReport(
                CommuneSummary.of(computed, conventions.classes()),
                result.planes().size(),
                sources,
                notes);
    }

    /** Tells how far it is and is not to be stopped. */
    private static Progress steady(Progress progress) {
        return new Progress() {
            @Override
            public void at(String stage, long done, long total) {
                progress.at(stage, done, total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /** What had been evaluated is evaluated anew: the figures that it was made of are no more. */
    private void evaluateAgain(Set<EvaluateAll.Part> parts, Map<Score.Criterion, Double> weights, Progress steady)
            throws Failure {
        EvaluateAll.Report again = EvaluateAll.run(project, parts, packs, weights, steady);
        notes.addAll(again.left().values());
    }

    /** No figure stands alone: its interval is kept beside it at once. */
    private void keepIntervals(Snapshot snapshot, List<BuildingRecord> records, Progress steady) throws Failure {
        EnergyModel model = energy == null ? null : energy.withModules(project.moduleFacings());
        Interval[] intervals = new Interval[records.size()];
        Parallel.<Failure>each(records.size(), "app.stage.interval", steady, i -> {
            if (records.get(i).outcome() instanceof SolarPotential potential) {
                intervals[i] = model == null
                        ? EnergyModel.intervalOfRaster(potential, packs)
                        : model.interval(records.get(i), potential);
            }
        });
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (int i = 0; i < intervals.length; i++) {
            if (intervals[i] != null) {
                values.put(
                        records.get(i).building().id(),
                        Map.of(
                                Attribute.PRODUCTION_MIN,
                                intervals[i].low(),
                                Attribute.PRODUCTION_MAX,
                                intervals[i].high()));
            }
        }
        project.saveEvaluations(
                snapshot,
                Set.of(Attribute.PRODUCTION_MIN, Attribute.PRODUCTION_MAX),
                values,
                EnergyModel.sources(packs, model != null));
    }

    private SurfacePotential.Result fromRaster(List<BuildingRecord> buildings, Resolved.Input input) throws Failure {
        try (RasterSource raster = open(input)) {
            Crs crs = crsOf(raster, input);
            List<Geometry> roofs = new ArrayList<>();
            for (BuildingRecord building : buildings) {
                roofs.add(project.info().crs().transform(building.building().footprint(), crs));
            }
            List<ZonalStatistics.Statistics> means = ZonalStatistics.of(roofs, raster, progress);
            // Not even the brightest roof is lit like a roof: these are heights, or sums of a day.
            double brightest = means.stream()
                    .mapToDouble(ZonalStatistics.Statistics::mean)
                    .filter(m -> !Double.isNaN(m))
                    .max()
                    .orElse(LEAST_KWH_M2);
            if (brightest < LEAST_KWH_M2) {
                throw Failure.of("app.compute.unit", input.file().getFileName(), brightest);
            }
            Envelope reach = raster.grid().envelope();
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            for (int i = 0; i < buildings.size(); i++) {
                ZonalStatistics.Statistics roof = means.get(i);
                if (roof.mean() > MOST_KWH_M2 || roof.mean() < 0) {
                    throw Failure.of("app.compute.unit", input.file().getFileName(), roof.mean());
                }
                outcomes.put(
                        buildings.get(i).building().id(),
                        outcome(
                                buildings.get(i),
                                roof,
                                reach.intersects(roofs.get(i).getEnvelopeInternal())));
            }
            return new SurfacePotential.Result(List.of(), List.of(), outcomes);
        }
    }

    private Outcome outcome(BuildingRecord building, ZonalStatistics.Statistics roof, boolean reached) {
        if (!reached) {
            return new NoFigure(Reason.OUTSIDE_DATA);
        }
        if (!(roof.count() > 0)) {
            return new NoFigure(Reason.NO_DATA);
        }
        if (roof.coveredShare() < RoofScan.LEAST_COVERED) {
            return new NoFigure(Reason.PARTLY_COVERED);
        }
        return RoofPotential.ofFootprint(building.building().footprintM2(), roof.mean(), conventions);
    }

    private SurfacePotential.Result fromSurface(List<BuildingRecord> buildings, Resolved inputs, double albedo)
            throws Failure {
        if (inputs.surfaceModel() == null) {
            throw Failure.of("app.compute.nothing", project.path().getFileName());
        }
        try (RasterSource surface = open(inputs.surfaceModel())) {
            Crs crs = crsOf(surface, inputs.surfaceModel());
            if (!crs.projected()) {
                throw Failure.of(
                        "app.compute.degrees", inputs.surfaceModel().file().getFileName(), crs.code());
            }
            Coordinate middle = surface.grid().envelope().centre();
            crs.requireTrueScale(middle.x, middle.y);
            Coordinate lonLat = crs.transform(middle.x, middle.y, Crs.WGS84);
            Place place = new Place(lonLat.y, lonLat.x, 0);
            Resolved.Input hours = weather(inputs, place);
            WeatherYear weather = WeatherFiles.read(hours.file(), place);
            // A year made of twelve monthly values is called so wherever the sources are listed.
            addSource(weather.origin().synthetic() ? "weather-synthetic" : "weather", hours);
            notes.addAll(weather.origin().notes());
            WeatherPlace.check(hours.file(), weather, place).ifPresent(notes::add);
            EnergyModel chain = EnergyModel.of(weather, packs, Map.of());
            energy = chain;
            double convergence = crs.convergenceDeg(middle.x, middle.y);
            DrawnPlanes drawn =
                    DrawnPlanes.of(project.layer(Layer.PLANES), project.info().crs(), crs, convergence);
            SceneFiles.Light light =
                    shares -> SkyTables.of(weather, convergence, albedo, SkyTables.AZIMUTHS, SkyTables.PARTS, shares);
            try (SceneFiles scene = scene(surface, crs, inputs)) {
                SurfacePotential.Result result = new SurfacePotential(
                                surface,
                                crs,
                                project.info().crs(),
                                scene.sky(light),
                                scene.surroundings(light),
                                convergence,
                                lonLat.y,
                                drawn,
                                conventions,
                                chain)
                        .run(buildings, progress);
                notes.addAll(PlaneNotes.of(result.planes(), drawn.unusable()));
                return result;
            }
        }
    }

    /** The commune's own year, else the shipped climate of its region, which is said. */
    private Resolved.Input weather(Resolved inputs, Place place) throws Failure {
        if (inputs.weather() != null) {
            return inputs.weather();
        }
        Path climate = ShippedClimate.near(place)
                .orElseThrow(
                        () -> Failure.of("app.compute.weather", project.path().getFileName()));
        notes.add(Message.of("app.compute.climate", climate.getFileName()));
        return new Resolved.Input(Kind.WEATHER, List.of(climate), null);
    }

    /** Relief and trees that the project has registered. */
    private SceneFiles scene(RasterSource surface, Crs crs, Resolved inputs) throws Failure {
        Resolved.Input terrain = inputs.terrain();
        Resolved.Input canopy = inputs.canopy();
        Foliage foliage = new Foliage(Foliage.IN_LEAF, Foliage.IN_LEAF);
        SceneFiles.Source ground = terrain == null ? null : new SceneFiles.Source(terrain.files(), terrain.crs());
        SceneFiles.Source trees = canopy == null ? null : new SceneFiles.Source(canopy.files(), canopy.crs());
        SceneFiles scene = SceneFiles.open(surface, crs, ground, trees, foliage);
        if (terrain != null) {
            addSource("terrain-model", terrain);
        }
        if (canopy != null) {
            addSource("canopy", canopy);
        }
        return scene;
    }

    private RasterSource open(Resolved.Input input) throws Failure {
        addSource(input.kind() == Kind.IRRADIATION ? "irradiation" : "surface-model", input);
        return RasterFiles.open(input.files(), input.crs());
    }

    private void addSource(String kind, Resolved.Input input) throws Failure {
        List<Path> files = input.files();
        String name = String.valueOf(input.file().getFileName());
        if (files.size() > 1) {
            name = Texts.current()
                    .text("app.compute.tiles", name, files.getLast().getFileName(), Formats.number(files.size()));
        }
        String sha256 = FileDigest.sha256(files);
        sources.add(new Snapshot.Source(kind, name, sha256));
        if (RegisteredFiles.replaced(project, files, sha256)) {
            notes.add(Message.of("app.compute.replaced", name));
        }
    }

    private static Crs crsOf(RasterSource raster, Resolved.Input input) throws Failure {
        return raster.crs()
                .orElseThrow(() -> Failure.of("app.compute.crs", input.file().getFileName()));
    }
}
