package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.NoFigure.Reason;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.roof.ModuleField;
import fr.heliotoit.roof.ModuleLayout;
import fr.heliotoit.roof.ModuleRules;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.RoofPotential;
import fr.heliotoit.store.LayerFile;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The roof planes of all buildings of a file and the modules that fit on them, without weather and without a project. */
public final class RoofPlanes {
    /**
     * What to find planes from.
     *
     * @param surfaceModel heights of ground, roofs and trees [m]
     * @param footprints buildings
     * @param drawn planes that somebody else has drawn, which go before those of the model; null for none
     * @param crs system of files that name none
     */
    public record Inputs(
            Path surfaceModel,
            Path footprints,
            @Nullable Path drawn,
            @Nullable Crs crs) {}

    /**
     * One building.
     *
     * @param scan what the model shows
     * @param planes with true azimuths, largest first
     * @param modules of the planes that carry some
     */
    record Roof(RoofScan scan, List<RoofPlane> planes, List<ModuleArray> modules) {}

    /** Footprints are taken wherever they are. */
    private static final Commune NO_COMMUNE = new Commune(null, "-", null, null);

    private final RasterSource surface;
    private final Crs crs;
    private final double convergenceDeg;
    private final Conventions conventions;
    private final ModuleRules rules;
    private final DrawnPlanes drawn;

    RoofPlanes(
            RasterSource surface,
            Crs crs,
            double convergenceDeg,
            double latitudeDeg,
            Conventions conventions,
            DrawnPlanes drawn) {
        this.surface = surface;
        this.crs = crs;
        this.convergenceDeg = convergenceDeg;
        this.conventions = conventions;
        this.rules = RoofModules.rules(conventions, latitudeDeg);
        this.drawn = drawn;
    }

    /**
     * Finds the planes, lays modules and writes them as layers {@code pans}, {@code modules} and {@code toitures}.
     *
     * @param out a GeoPackage in the surface model's system
     * @throws Failure when a file cannot be read or written, or no building lies in the surface model
     */
    public static PlanesReport write(Inputs inputs, Path out, Conventions conventions, Progress progress)
            throws Failure {
        try (RasterSource surface = RasterFiles.open(inputs.surfaceModel(), inputs.crs())) {
            Crs crs = surface.crs()
                    .orElseThrow(() ->
                            Failure.of("app.compute.crs", inputs.surfaceModel().getFileName()));
            if (!crs.projected()) {
                throw Failure.of("app.compute.degrees", inputs.surfaceModel().getFileName(), crs.code());
            }
            Coordinate middle = surface.grid().envelope().centre();
            crs.requireTrueScale(middle.x, middle.y);
            double convergence = crs.convergenceDeg(middle.x, middle.y);
            double latitude = crs.transform(middle.x, middle.y, Crs.WGS84).y;
            BuildingReader reader = new BuildingReader(new ProjectInfo(NO_COMMUNE, crs, false), inputs.crs(), null);
            List<ColumnProfile> profiles =
                    ColumnProfile.load(Installation.data().resolve("profiles"));
            try (FeatureFile file = new FeatureFile(inputs.footprints(), profiles, progress)) {
                reader.add(file);
            }
            DrawnPlanes drawn = drawn(inputs, crs, convergence);
            List<Roof> roofs = new RoofPlanes(surface, crs, convergence, latitude, conventions, drawn)
                    .run(reader.buildings(), progress);
            if (roofs.stream().allMatch(r -> r.scan().reason() == Reason.OUTSIDE_DATA)) {
                throw Failure.of("app.compute.outside", inputs.surfaceModel().getFileName());
            }
            try (LayerFile file = LayerFile.create(out, crs)) {
                PlaneLayers.write(file, roofs, conventions);
                file.describe(conventions.citation());
                progress.check();
                file.finish();
            }
            List<Finding> findings = reader.findings();
            return PlanesReport.of(roofs, reader.refused(), drawn.unusable(), findings);
        }
    }

    private static DrawnPlanes drawn(Inputs inputs, Crs crs, double convergence) throws Failure {
        if (inputs.drawn() == null) {
            return DrawnPlanes.of(List.of(), crs, crs, convergence);
        }
        try (VectorSource source = VectorFiles.open(inputs.drawn())) {
            Crs from = source.crs().orElse(inputs.crs());
            if (from == null) {
                throw Failure.of("app.zonal.crs", inputs.drawn().toString());
            }
            // A city model has its planes beside its buildings.
            DrawnPlanes planes = source.planes().isEmpty()
                    ? DrawnPlanes.of(DrawnPlanes.read(source), from, crs, convergence)
                    : DrawnPlanes.of(
                            SuppliedPlanes.of(
                                    source.layer(), source.planes(), from, crs, building -> true, new ArrayList<>()),
                            crs,
                            crs,
                            convergence);
            if (planes.usable() == 0) {
                throw Failure.of("app.planes.drawn", inputs.drawn().getFileName());
            }
            return planes;
        }
    }

    /** Planes and modules of buildings in the surface model's system; the same for any number of processors. */
    List<Roof> run(List<Building> buildings, Progress progress) throws Failure {
        Roof[] roofs = new Roof[buildings.size()];
        Parallel.<Failure>each(buildings.size(), "app.stage.planes", progress, i -> roofs[i] = roof(buildings.get(i)));
        return List.of(roofs);
    }

    private Roof roof(Building building) throws Failure {
        Geometry footprint = building.footprint();
        RoofScan scan = RoofScan.of(building, footprint, surface, drawn.of(building.id(), footprint));
        RoofFit fit = scan.fit();
        if (fit == null) {
            return new Roof(scan, List.of(), List.of());
        }
        ModuleLayout layout = new ModuleLayout(fit, Objects.requireNonNull(scan.window()), rules);
        List<RoofPlane> planes = new ArrayList<>();
        List<ModuleArray> modules = new ArrayList<>();
        for (RoofFit.Piece piece : fit.pieces()) {
            RoofPlane plane = RoofModules.plane(scan, piece, planes.size() + 1, crs, crs, convergenceDeg);
            planes.add(plane);
            if (!plane.origin().makeshift() && RoofPotential.buildable(piece.areaM2(), piece.tiltDeg(), conventions)) {
                Optional<ModuleField> field = layout.on(piece, null);
                if (field.isPresent()) {
                    modules.add(RoofModules.array(plane, field.get(), crs, crs, convergenceDeg, conventions));
                }
            }
        }
        return new Roof(scan, planes, modules);
    }
}
