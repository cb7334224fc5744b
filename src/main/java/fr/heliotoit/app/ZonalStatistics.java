package fr.heliotoit.app;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.Coverage;
import fr.heliotoit.kernel.ZoneSums;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Statistics of a raster over polygons, each cell weighted with the exact share of it that the polygon covers. The raster is gone
 * through once, window by window along its stored blocks, and only where zones are; memory depends on the zones, not on the raster.
 * Sums are put together in the order of the windows, so the result is the same, bit for bit, for any number of threads.
 */
public final class ZonalStatistics {
    /** Cells of a window, about: large enough to be worth a task, small enough for a processor's own cache. */
    private static final int GOOD_WINDOW = 1 << 16;

    private final List<? extends Geometry> zones;
    private final RasterSource raster;
    private final GridGeometry grid;
    private final int windowColumns;
    private final int windowRows;
    private final int across;
    /** For each window the zones whose rectangles meet it, and what it gave for each. */
    private final int[][] members;

    private final ZoneSums[] @Nullable [] parts;
    private final Queue<Window> spare = new ConcurrentLinkedQueue<>();

    /**
     * Statistics of one zone.
     *
     * @param count sum of the shares of the cells with data
     * @param sum sum of share × value
     * @param mean weighted mean; NaN without data
     * @param min smallest value of all cells touched; NaN without data
     * @param max largest value of all cells touched; NaN without data
     * @param deviation weighted standard deviation; NaN without data
     * @param coveredShare share of the zone's area that has data, 0 to 1
     */
    public record Statistics(
            double count, double sum, double mean, double min, double max, double deviation, double coveredShare) {}

    private ZonalStatistics(List<? extends Geometry> zones, RasterSource raster) {
        this.zones = zones;
        this.raster = raster;
        this.grid = raster.grid();
        int blockColumns = Math.min(raster.blockColumns(), grid.columns());
        int blockRows = Math.min(raster.blockRows(), grid.rows());
        int wanted = Math.max(1, GOOD_WINDOW / Math.max(1, blockColumns * Math.min(blockRows, 1 << 10)));
        int side = (int) Math.sqrt(wanted);
        this.windowColumns = Math.min(grid.columns(), blockColumns * (blockColumns < grid.columns() ? side : 1));
        this.windowRows = Math.min(grid.rows(), blockRows * Math.max(1, wanted / (windowColumns / blockColumns)));
        this.across = (grid.columns() + windowColumns - 1) / windowColumns;
        int down = (grid.rows() + windowRows - 1) / windowRows;
        this.members = members(across * down);
        this.parts = new ZoneSums[members.length][];
    }

    /** {@link #of(List, RasterSource, int, Progress)} with all processors. */
    public static List<Statistics> of(List<? extends Geometry> zones, RasterSource raster, Progress progress)
            throws Failure {
        return of(zones, raster, Runtime.getRuntime().availableProcessors(), progress);
    }

    /**
     * @param zones polygons and multipolygons in the system of the raster; other geometries cover nothing
     * @param threads at least 1
     * @return one entry per zone, in their order
     */
    public static List<Statistics> of(
            List<? extends Geometry> zones, RasterSource raster, int threads, Progress progress) throws Failure {
        ZonalStatistics run = new ZonalStatistics(zones, raster);
        run.windows(threads, progress);
        return run.statistics();
    }

    private int[][] members(int windows) {
        int[] sizes = new int[windows];
        forEachMeeting((zone, window) -> sizes[window]++);
        int[][] result = new int[windows][];
        for (int w = 0; w < windows; w++) {
            result[w] = new int[sizes[w]];
        }
        int[] filled = new int[windows];
        forEachMeeting((zone, window) -> result[window][filled[window]++] = zone);
        return result;
    }

    private interface Meeting {
        void of(int zone, int window);
    }

    private void forEachMeeting(Meeting meeting) {
        for (int z = 0; z < zones.size(); z++) {
            CellBox box = CellBox.of(zones.get(z).getEnvelopeInternal(), grid);
            if (box == null) {
                continue;
            }
            for (int y = box.north / windowRows; y <= (box.south - 1) / windowRows; y++) {
                for (int x = box.west / windowColumns; x <= (box.east - 1) / windowColumns; x++) {
                    meeting.of(z, y * across + x);
                }
            }
        }
    }

    private void windows(int threads, Progress progress) throws Failure {
        Parallel.each(threads, members.length, "app.stage.zonal", progress, w -> {
            if (members[w].length > 0) {
                Window pooled = spare.poll();
                Window window = pooled == null ? new Window() : pooled;
                parts[w] = window.sums(w);
                spare.offer(window);
            }
        });
    }

    private List<Statistics> statistics() {
        ZoneSums[] totals = new ZoneSums[zones.size()];
        for (int w = 0; w < members.length; w++) {
            ZoneSums[] part = parts[w];
            for (int i = 0; part != null && i < part.length; i++) {
                int zone = members[w][i];
                if (totals[zone] == null) {
                    totals[zone] = part[i];
                } else {
                    totals[zone].add(part[i]);
                }
            }
        }
        List<Statistics> result = new ArrayList<>(totals.length);
        for (int z = 0; z < totals.length; z++) {
            ZoneSums s = totals[z] == null ? new ZoneSums() : totals[z];
            double cells = zones.get(z).getArea() / grid.cellArea();
            double covered = cells > 0 ? Math.clamp(s.count() / cells, 0, 1) : 0;
            result.add(new Statistics(s.count(), s.sum(), s.mean(), s.min(), s.max(), s.deviation(), covered));
        }
        return result;
    }

    /** What it takes to go through a window; used again for the next one, since fresh memory costs more than what is done in it. */
    private final class Window {
        private final Coverage coverage = new Coverage();
        private final float[] cells = new float[windowColumns * windowRows];
        private double[] x = new double[64];
        private double[] y = new double[64];

        ZoneSums[] sums(int window) throws Failure {
            int column = window % across * windowColumns;
            int row = window / across * windowRows;
            int columns = Math.min(windowColumns, grid.columns() - column);
            int rows = Math.min(windowRows, grid.rows() - row);
            raster.read(column, row, columns, rows, cells);
            CellBox frame = new CellBox(column, row, column + columns, row + rows);
            ZoneSums[] sums = new ZoneSums[members[window].length];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = new ZoneSums();
                Geometry zone = zones.get(members[window][i]);
                CellBox box = CellBox.of(zone.getEnvelopeInternal(), grid);
                if (box != null) {
                    CellBox cut = box.intersection(frame);
                    int width = cut.east - cut.west;
                    int height = cut.south - cut.north;
                    coverage.begin(width, height);
                    rings(zone, cut);
                    int at = (cut.north - row) * columns + cut.west - column;
                    sums[i].add(coverage, cells, at, columns);
                }
            }
            return sums;
        }

        private void rings(Geometry zone, CellBox cut) {
            for (int g = 0; g < zone.getNumGeometries(); g++) {
                if (zone.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                    ring(polygon.getExteriorRing(), cut, false);
                    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                        ring(polygon.getInteriorRingN(h), cut, true);
                    }
                } else if (zone.getGeometryN(g) != zone && zone.getGeometryN(g).getNumGeometries() > 1) {
                    rings(zone.getGeometryN(g), cut);
                }
            }
        }

        private void ring(LinearRing ring, CellBox cut, boolean hole) {
            CoordinateSequence corners = ring.getCoordinateSequence();
            int count = corners.size() - 1;
            if (count > x.length) {
                x = new double[2 * count];
                y = new double[2 * count];
            }
            for (int i = 0; i < count; i++) {
                x[i] = (corners.getX(i) - grid.west()) / grid.cellWidth() - cut.west;
                y[i] = (grid.north() - corners.getY(i)) / grid.cellHeight() - cut.north;
            }
            coverage.ring(x, y, count, hole);
        }
    }

    /** A rectangle of cells; east and south are the first cells beyond. */
    private record CellBox(int west, int north, int east, int south) {
        /** The cells of the grid that a rectangle meets; null when none. */
        static @Nullable CellBox of(Envelope place, GridGeometry grid) {
            if (place.isNull()) {
                return null;
            }
            double west = Math.max(0, Math.floor((place.getMinX() - grid.west()) / grid.cellWidth()));
            double north = Math.max(0, Math.floor((grid.north() - place.getMaxY()) / grid.cellHeight()));
            double east = Math.min(grid.columns(), Math.ceil((place.getMaxX() - grid.west()) / grid.cellWidth()));
            double south = Math.min(grid.rows(), Math.ceil((grid.north() - place.getMinY()) / grid.cellHeight()));
            return west < east && north < south ? new CellBox((int) west, (int) north, (int) east, (int) south) : null;
        }

        CellBox intersection(CellBox other) {
            return new CellBox(
                    Math.max(west, other.west),
                    Math.max(north, other.north),
                    Math.min(east, other.east),
                    Math.min(south, other.south));
        }
    }
}
