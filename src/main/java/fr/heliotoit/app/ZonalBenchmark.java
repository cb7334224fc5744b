package fr.heliotoit.app;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Measures {@code heliotoit zonal} as its user runs it: made-up roofs in a shapefile over a made-up irradiation map in a tiled, deflated
 * GeoTIFF, the installed command in a JVM of its own, start included. What the command wrote is checked in the same run against the
 * function that the map was made of, cut cell by cell with JTS.
 */
public final class ZonalBenchmark implements AutoCloseable {
    private static final double CELL = 0.5;
    /** Zones that are worked out again cell by cell. */
    private static final int CHECKED = 500;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final GridGeometry grid;
    private final List<Polygon> zones;
    private final BenchFolder folder;

    /**
     * One run of the command.
     *
     * @param cpuS user and system time, start of the JVM included; NaN where the system does not tell
     * @param residentBytes highest memory in use; 0 where the system does not tell
     * @param worstMean greatest difference of a mean from the check [kWh/m²]
     * @param worstCount greatest relative difference of a sum of shares from the check
     */
    public record Result(double cpuS, double wallS, long residentBytes, double worstMean, double worstCount) {}

    private ZonalBenchmark(int size, int zones, BenchFolder folder) {
        this.grid = new GridGeometry(size, size, 684_000, 7_036_000, CELL, CELL);
        this.zones = rectangles(zones);
        this.folder = folder;
    }

    /**
     * Makes the files in a folder for temporary files.
     *
     * @param size cells of the map on each side, at least 100
     * @param zones how many, at least 1
     */
    public static ZonalBenchmark create(int size, int zones, Progress progress) throws Failure {
        BenchFolder folder = BenchFolder.create();
        try {
            ZonalBenchmark made = new ZonalBenchmark(size, zones, folder);
            folder.map("map.tif", made.grid, ZonalBenchmark::value, progress);
            folder.zones("zones", made.zones);
            return made;
        } catch (Failure | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Length of the map's file [bytes]. */
    public long fileBytes() {
        return folder.file("map.tif").toFile().length();
    }

    /** Runs the command once and checks its table. */
    public Result run() throws Failure {
        Path table = folder.file("out.csv");
        ChildProcess.Measured measured = ChildProcess.heliotoit(
                List.of(
                        "zonal",
                        "--zones",
                        folder.file("zones.shp").toString(),
                        "--raster",
                        folder.file("map.tif").toString(),
                        "--out",
                        table.toString()),
                null);
        try {
            return check(measured, Files.readAllLines(table));
        } catch (IOException e) {
            throw BenchFolder.unwritable(e);
        }
    }

    private Result check(ChildProcess.Measured measured, List<String> lines) {
        boolean complete = lines.size() == zones.size() + 1;
        double worstMean = complete ? 0 : Double.POSITIVE_INFINITY;
        double worstCount = worstMean;
        int every = Math.max(1, zones.size() / CHECKED);
        for (int z = 0; complete && z < zones.size(); z++) {
            String[] row = lines.get(z + 1).split(",");
            double count = Double.parseDouble(row[1]);
            double mean = Double.parseDouble(row[3]);
            double expected = zones.get(z).getArea() / grid.cellArea();
            worstCount = Math.max(worstCount, Math.abs(count / expected - 1));
            if (z % every == 0) {
                worstMean = Math.max(worstMean, Math.abs(mean - mean(zones.get(z))));
            }
        }
        return new Result(measured.cpuS(), measured.wallS(), measured.residentBytes(), worstMean, worstCount);
    }

    /** The mean by definition: every cell cut with the polygon. */
    private double mean(Polygon zone) {
        Envelope box = zone.getEnvelopeInternal();
        double sum = 0;
        double area = 0;
        int lastColumn = (int) ((box.getMaxX() - grid.west()) / CELL);
        int lastRow = (int) ((grid.north() - box.getMinY()) / CELL);
        for (int row = (int) ((grid.north() - box.getMaxY()) / CELL); row <= lastRow; row++) {
            for (int column = (int) ((box.getMinX() - grid.west()) / CELL); column <= lastColumn; column++) {
                Envelope cell = new Envelope(grid.window(column, row, 1, 1).envelope());
                double share = zone.intersection(SHAPES.toGeometry(cell)).getArea();
                area += share;
                sum += share * value(column, row);
            }
        }
        return sum / area;
    }

    /** Irradiation of a cell [kWh/m²]: smooth from roof to roof, rough from cell to cell, so that it does not shrink much. */
    private static float value(int column, int row) {
        double smooth = 900 + 150 * Math.sin(column / 310.0) * Math.cos(row / 270.0);
        return (float) (smooth + 200 * UrbanModel.hash(column, row, 17));
    }

    private List<Polygon> rectangles(int count) {
        List<Polygon> made = new ArrayList<>(count);
        int across = (int) Math.ceil(Math.sqrt(count));
        // Roofs of 12 to 27 m, which lie over each other where they are many; from corner to corner none leaves the
        // map.
        double longest = Math.min(30, grid.columns() * CELL / 4);
        double lot = (grid.columns() * CELL - 2 * longest) / across;
        for (int i = 0; i < count; i++) {
            double length = longest * (0.4 + 0.5 * UrbanModel.hash(i, 1, 3));
            double width = length * (0.45 + 0.4 * UrbanModel.hash(i, 2, 3));
            double angle = Math.PI * UrbanModel.hash(i, 3, 3);
            double x = grid.west() + longest + (i % across + UrbanModel.hash(i, 4, 3)) * lot;
            double y = grid.north() - longest - (i / across + UrbanModel.hash(i, 5, 3)) * lot;
            double ux = Math.cos(angle) / 2;
            double uy = Math.sin(angle) / 2;
            Coordinate[] ring = new Coordinate[5];
            for (int corner = 0; corner < 4; corner++) {
                double along = (corner == 0 || corner == 3 ? -1 : 1) * length;
                double aside = (corner < 2 ? 1 : -1) * width;
                ring[corner] = new Coordinate(x + along * ux - aside * uy, y + along * uy + aside * ux);
            }
            ring[4] = ring[0].copy();
            made.add(SHAPES.createPolygon(ring));
        }
        return made;
    }

    /** Deletes the files. */
    @Override
    public void close() {
        folder.close();
    }
}
