package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.RoofPotential;
import fr.heliotoit.rules.RoofPotential.SunnyPlane;
import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.solar.PlaneRun;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * The potential of every building from a surface model and a sky table: planes are found, the irradiation of each of their cells is
 * computed with the plane's normal and the cell's own horizon, and the mean over a plane's cells is the plane's.
 */
final class SurfacePotential {
    /** Planes and outcomes, every building in. */
    record Result(List<RoofPlane> planes, Map<String, Outcome> outcomes) {}

    private final RasterSource surface;
    private final Crs surfaceCrs;
    private final Crs projectCrs;
    private final SkyTable sky;
    private final double convergenceDeg;
    private final Conventions conventions;

    /**
     * @param sky as {@link SkyTables} makes it for the surface model's grid
     * @param convergenceDeg true azimuth of the surface model's grid north [°]
     */
    SurfacePotential(
            RasterSource surface,
            Crs surfaceCrs,
            Crs projectCrs,
            SkyTable sky,
            double convergenceDeg,
            Conventions conventions) {
        this.surface = surface;
        this.surfaceCrs = surfaceCrs;
        this.projectCrs = projectCrs;
        this.sky = sky;
        this.convergenceDeg = convergenceDeg;
        this.conventions = conventions;
    }

    Result run(List<BuildingRecord> buildings, Progress progress) throws Failure {
        RoofScan[] scans = new RoofScan[buildings.size()];
        Parallel.<Failure>each(buildings.size(), "app.stage.planes", progress, i -> {
            Geometry footprint =
                    projectCrs.transform(buildings.get(i).building().footprint(), surfaceCrs);
            scans[i] = RoofScan.of(buildings.get(i).building(), footprint, surface);
        });
        List<PlaneCells> cells = new ArrayList<>();
        for (RoofScan scan : scans) {
            cells.addAll(scan.planeCells());
        }
        List<PlaneCells.Irradiation> light =
                new PlaneRun(surface, sky, SurfaceIrradiation.Options.DEFAULT).run(cells, progress);
        return outcomes(scans, light);
    }

    /**
     * @param light of every plane of every scan, in order
     */
    private Result outcomes(RoofScan[] scans, List<PlaneCells.Irradiation> light) throws Failure {
        List<RoofPlane> planes = new ArrayList<>();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        int next = 0;
        for (RoofScan scan : scans) {
            String id = scan.building().id();
            List<SunnyPlane> own = new ArrayList<>();
            for (RoofFit.Piece piece : scan.pieces()) {
                List<Double> months = monthlyMeans(light.get(next++));
                double azimuth = trueAzimuth(piece.azimuthDeg());
                double year = months.stream().mapToDouble(Double::doubleValue).sum();
                own.add(new SunnyPlane(piece.areaM2(), piece.tiltDeg(), azimuth, year, months));
                planes.add(new RoofPlane(
                        id + "-" + own.size(),
                        id,
                        surfaceCrs.transform(piece.outline(), projectCrs),
                        piece.tiltDeg(),
                        azimuth,
                        piece.areaM2(),
                        piece.fitErrorM(),
                        piece.explainedShare()));
            }
            outcomes.put(
                    id, scan.reason() == null ? RoofPotential.ofPlanes(own, conventions) : new NoFigure(scan.reason()));
        }
        return new Result(planes, outcomes);
    }

    /** Mean over the plane's cells, all of which have heights. */
    private static List<Double> monthlyMeans(PlaneCells.Irradiation light) {
        List<Double> means = new ArrayList<>();
        for (int month = 0; month < SkyTables.MONTHS; month++) {
            double sum = 0;
            for (float[] months : light.months()) {
                sum += months[month];
            }
            means.add(sum / light.months().length);
        }
        return means;
    }

    private double trueAzimuth(double gridAzimuthDeg) {
        double azimuth = (gridAzimuthDeg + convergenceDeg) % 360;
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }
}
