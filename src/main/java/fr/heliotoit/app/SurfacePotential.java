package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.ModuleFacing;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.PlaneEnergy;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.roof.ModuleField;
import fr.heliotoit.roof.ModuleLayout;
import fr.heliotoit.roof.ModuleRules;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.RoofPotential;
import fr.heliotoit.rules.RoofPotential.SunnyPlane;
import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.solar.PlaneRun;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.Surroundings;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * The potential of every building from a surface model and a sky table: planes are found, the irradiation of each of their cells is
 * computed as the modules would face and with the cell's own horizon, modules are laid, and the mean over the cells that get enough of
 * it is the plane's. The production of a plane's modules is the sum of its hours.
 */
final class SurfacePotential {
    /** Planes, modules and outcomes, every building in. */
    record Result(List<RoofPlane> planes, List<ModuleArray> modules, Map<String, Outcome> outcomes) {}

    private final RasterSource surface;
    private final Crs surfaceCrs;
    private final Crs projectCrs;
    private final SkyTable sky;
    private final Surroundings surroundings;
    private final double convergenceDeg;
    private final DrawnPlanes drawn;
    private final Conventions conventions;
    private final EnergyModel energy;
    private final ModuleRules rules;

    /**
     * @param sky as {@link SkyTables} makes it for the surface model's grid
     * @param convergenceDeg true azimuth of the surface model's grid north [°]
     * @param latitudeDeg of the place, for the winter sun between rows [°]
     * @param drawn planes that were supplied, in the surface model's system
     * @param energy the hourly chain under the same weather year as the sky
     */
    SurfacePotential(
            RasterSource surface,
            Crs surfaceCrs,
            Crs projectCrs,
            SkyTable sky,
            Surroundings surroundings,
            double convergenceDeg,
            double latitudeDeg,
            DrawnPlanes drawn,
            Conventions conventions,
            EnergyModel energy) {
        this.surface = surface;
        this.surfaceCrs = surfaceCrs;
        this.projectCrs = projectCrs;
        this.sky = sky;
        this.surroundings = surroundings;
        this.convergenceDeg = convergenceDeg;
        this.drawn = drawn;
        this.conventions = conventions;
        this.energy = energy;
        this.rules = RoofModules.rules(conventions, latitudeDeg);
    }

    Result run(List<BuildingRecord> buildings, Progress progress) throws Failure {
        RoofScan[] scans = new RoofScan[buildings.size()];
        Parallel.<Failure>each(buildings.size(), "app.stage.planes", progress, i -> {
            Geometry footprint =
                    projectCrs.transform(buildings.get(i).building().footprint(), surfaceCrs);
            scans[i] = RoofScan.of(
                    buildings.get(i).building(),
                    footprint,
                    surface,
                    drawn.of(buildings.get(i).building().id(), footprint));
        });
        List<PlaneCells> cells = new ArrayList<>();
        int[] first = new int[scans.length];
        for (int i = 0; i < scans.length; i++) {
            first[i] = cells.size();
            cells.addAll(scans[i].planeCells(rules));
        }
        List<PlaneCells.Irradiation> light =
                new PlaneRun(surface, sky, surroundings, SurfaceIrradiation.Options.DEFAULT).run(cells, progress);
        Roof[] roofs = new Roof[scans.length];
        Parallel.<Failure>each(
                scans.length,
                "app.stage.modules",
                progress,
                i -> roofs[i] =
                        roof(scans[i], light.subList(first[i], i + 1 < scans.length ? first[i + 1] : light.size())));
        List<RoofPlane> planes = new ArrayList<>();
        List<ModuleArray> modules = new ArrayList<>();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < scans.length; i++) {
            planes.addAll(roofs[i].planes);
            modules.addAll(roofs[i].modules);
            outcomes.put(scans[i].building().id(), roofs[i].outcome);
        }
        return new Result(planes, modules, outcomes);
    }

    private record Roof(List<RoofPlane> planes, List<ModuleArray> modules, Outcome outcome) {}

    /** @param light per plane and facing, in the order of {@link RoofScan#planeCells} */
    private Roof roof(RoofScan scan, List<PlaneCells.Irradiation> light) throws Failure {
        RoofFit fit = scan.fit();
        if (fit == null || scan.reason() != null) {
            return new Roof(List.of(), List.of(), new NoFigure(Objects.requireNonNull(scan.reason())));
        }
        ModuleLayout layout = new ModuleLayout(fit, Objects.requireNonNull(scan.window()), rules);
        List<RoofPlane> planes = new ArrayList<>();
        List<ModuleArray> modules = new ArrayList<>();
        List<SunnyPlane> sunny = new ArrayList<>();
        int next = 0;
        for (RoofFit.Piece piece : fit.pieces()) {
            int facings = rules.facings(piece, fit.southDeg()).size();
            PlaneLight sun = PlaneLight.of(light.subList(next, next + facings), rules.leastShare());
            next += facings;
            RoofPlane plane = RoofModules.plane(scan, piece, planes.size() + 1, surfaceCrs, projectCrs, convergenceDeg);
            planes.add(plane);
            Optional<ModuleField> field = fit.support() == RoofFit.Support.PLANES
                            && RoofPotential.buildable(piece.areaM2(), piece.tiltDeg(), conventions)
                    ? layout.on(piece, sun.annual())
                    : Optional.empty();
            SunnyPlane own = new SunnyPlane(
                    piece.areaM2(),
                    piece.tiltDeg(),
                    plane.surfaceAzimuthDeg(),
                    sun.year(),
                    sun.months(),
                    fit.support() == RoofFit.Support.PLANES
                            ? OptionalInt.of(field.map(ModuleField::count).orElse(0))
                            : OptionalInt.empty(),
                    energy.monthlyKWhPerKWp(
                            rules.facings(piece, fit.southDeg()).stream()
                                    .map(f -> new ModuleFacing(
                                            f.tiltDeg(), RoofModules.trueAzimuth(f.azimuthDeg(), convergenceDeg), 1))
                                    .toList(),
                            sun.months()));
            sunny.add(own);
            if (field.isPresent() && RoofPotential.counts(own, conventions)) {
                modules.add(RoofModules.array(plane, field.get(), surfaceCrs, projectCrs, convergenceDeg, conventions));
            }
        }
        Outcome outcome = RoofPotential.ofPlanes(sunny, conventions);
        boolean none = outcome instanceof NoFigure;
        for (int i = 0; i < planes.size(); i++) {
            PlaneEnergy yields = RoofPotential.energy(sunny.get(i), conventions);
            // A site that is too small carries no modules at all, however well one plane lies.
            planes.set(i, planes.get(i).with(none ? new PlaneEnergy(yields.irradiationKWhM2(), 0, List.of()) : yields));
        }
        return new Roof(planes, none ? List.of() : modules, outcome);
    }
}
