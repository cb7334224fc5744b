package fr.heliotoit.demo;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.roof.RoofPlaneFinder;
import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.solar.PlaneRun;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The irradiation raster as a supplier would hand it over: the product's own core on the surface model and the weather year, roof cell
 * by roof cell with the slope of the roof plane, as means over cells of 1 m in whole kWh/m².
 */
final class DemoIrradiation {
    private static final int PER_CELL = 2;
    private static final double ALBEDO = 0.2;

    private DemoIrradiation() {}

    /** @param folder where {@code mns.tif} and {@code meteo.epw} already are */
    static Raster of(Path folder, Town town) throws Failure {
        try (RasterSource surface = RasterFiles.open(folder.resolve("mns.tif"))) {
            double x = surface.grid().envelope().centre().x;
            double y = surface.grid().envelope().centre().y;
            SkyTable sky = SkyTables.of(
                    WeatherFiles.read(folder.resolve("meteo.epw"), DemoWeather.PLACE),
                    Crs.LAMBERT_93.convergenceDeg(x, y),
                    ALBEDO,
                    SkyTables.AZIMUTHS,
                    SkyTables.PARTS);
            List<PlaneCells> planes = new ArrayList<>();
            for (Structure building : town.buildings) {
                planes.addAll(planes(surface, building));
            }
            return means(
                    planes, new PlaneRun(surface, sky, SurfaceIrradiation.Options.DEFAULT).run(planes, Progress.NONE));
        }
    }

    private static List<PlaneCells> planes(RasterSource surface, Structure building) throws Failure {
        GridGeometry grid = surface.grid();
        Envelope box = Site.toLambert(building.footprint()).getEnvelopeInternal();
        int column = (int) Math.floor((box.getMinX() - grid.west()) / grid.cellWidth()) - 1;
        int row = (int) Math.floor((grid.north() - box.getMaxY()) / grid.cellHeight()) - 1;
        int columns = (int) Math.ceil(box.getWidth() / grid.cellWidth()) + 3;
        int rows = (int) Math.ceil(box.getHeight() / grid.cellHeight()) + 3;
        RoofFit fit =
                RoofPlaneFinder.find(surface.read(column, row, columns, rows), Site.toLambert(building.footprint()));
        List<PlaneCells> planes = new ArrayList<>();
        for (RoofFit.Piece piece : fit.pieces()) {
            planes.add(PlaneCells.tilted(
                    Arrays.stream(piece.cells()).map(c -> column + c % columns).toArray(),
                    Arrays.stream(piece.cells()).map(c -> row + c / columns).toArray(),
                    piece.tiltDeg(),
                    piece.azimuthDeg()));
        }
        return planes;
    }

    private static Raster means(List<PlaneCells> planes, List<PlaneCells.Irradiation> light) {
        GridGeometry grid = Site.grid(1);
        double[] sums = new double[grid.columns() * grid.rows()];
        int[] counts = new int[sums.length];
        for (int p = 0; p < planes.size(); p++) {
            float[] annual = light.get(p).annual();
            for (int k = 0; k < annual.length; k++) {
                int cell = planes.get(p).rows()[k] / PER_CELL * grid.columns()
                        + planes.get(p).columns()[k] / PER_CELL;
                if (!Float.isNaN(annual[k])) {
                    sums[cell] += annual[k];
                    counts[cell]++;
                }
            }
        }
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i] == 0 ? Float.NaN : (float) Math.rint(sums[i] / counts[i]);
        }
        return new Raster(grid, values);
    }
}
