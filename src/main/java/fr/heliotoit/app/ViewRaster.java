package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A raster of any size as a map needs it: a window in the project's system, never finer than the view. From near the cells themselves are
 * read; from far an overview of at most {@value #OVERVIEW} cells a side, made once by going through the raster in bands. Safe for several
 * threads, which take turns.
 */
public final class ViewRaster implements AutoCloseable {
    private static final int OVERVIEW = 2048;
    /** Most cells of the raster that a view reads [cells]. */
    private static final long NEAR = 6_000_000;

    private final RasterSource source;
    private final Crs crs;
    private final Crs project;
    private @Nullable Kept overview;
    private boolean closed;

    /** @param source closed with this one */
    ViewRaster(RasterSource source, Crs project) {
        this.source = source;
        this.crs = source.crs().orElse(project);
        this.project = project;
    }

    /** Size of a cell, whatever the view [CRS unit]. */
    public double cell() {
        return Math.max(source.grid().cellWidth(), source.grid().cellHeight());
    }

    /**
     * @param box in the project's system
     * @param metresPerPixel of the view: cells are not smaller
     * @return empty where the raster does not reach, when it was given up, or when this is closed
     */
    public synchronized Optional<Raster> at(Envelope box, double metresPerPixel, BooleanSupplier cancelled)
            throws Failure {
        Envelope inside = box.intersection(extent());
        if (closed || inside.isNull() || !(inside.getWidth() > 0 && inside.getHeight() > 0)) {
            return Optional.empty();
        }
        double size = Math.max(cell(), metresPerPixel);
        // Cells of the view lie on multiples of their size, so that they do not flicker when the view moves.
        double west = Math.floor(inside.getMinX() / size) * size;
        double north = Math.ceil(inside.getMaxY() / size) * size;
        GridGeometry grid = new GridGeometry(
                (int) Math.ceil((inside.getMaxX() - west) / size),
                (int) Math.ceil((north - inside.getMinY()) / size),
                west,
                north,
                size,
                size);
        double cells = inside.getArea() / source.grid().cellArea();
        RasterSource from = source;
        if (cells > NEAR) {
            Kept far = overview(cancelled);
            if (far == null) {
                return Optional.empty();
            }
            from = far;
        }
        return Optional.of(new AlignedRaster(from, crs, grid, project).read(0, 0, grid.columns(), grid.rows()));
    }

    /** A value below and one above which lie a twentieth of the cells; empty when there are no data. */
    public synchronized Optional<double[]> range(BooleanSupplier cancelled) throws Failure {
        Kept far = closed ? null : overview(cancelled);
        if (far == null) {
            return Optional.empty();
        }
        float[] values = far.raster.values().clone();
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                values[count++] = value;
            }
        }
        Arrays.sort(values, 0, count);
        return count == 0
                ? Optional.empty()
                : Optional.of(new double[] {values[count / 20], values[count - 1 - count / 20]});
    }

    /** In the project's system. */
    private Envelope extent() throws Failure {
        GridGeometry grid = source.grid();
        if (crs.equals(project)) {
            return grid.envelope();
        }
        Envelope box = new Envelope();
        for (int i = 0; i <= 8; i++) {
            for (int k = 0; k <= 8; k += i % 8 == 0 ? 1 : 8) {
                Coordinate edge = crs.transform(
                        grid.west() + (grid.east() - grid.west()) * i / 8,
                        grid.south() + (grid.north() - grid.south()) * k / 8,
                        project);
                box.expandToInclude(edge);
            }
        }
        return box;
    }

    private @Nullable Kept overview(BooleanSupplier cancelled) throws Failure {
        if (overview != null) {
            return overview;
        }
        GridGeometry grid = source.grid();
        int step = Math.max(1, Math.ceilDiv(Math.max(grid.columns(), grid.rows()), OVERVIEW));
        int columns = Math.ceilDiv(grid.columns(), step);
        int rows = Math.ceilDiv(grid.rows(), step);
        float[] values = new float[columns * rows];
        // Bands of whole rows of blocks, so that no block is read twice, cut so that a band stays small.
        int band = step * Math.max(1, source.blockRows() / step);
        int width = step * Math.max(1, (int) Math.min(columns, 4_000_000L / band / step));
        for (int top = 0; top < grid.rows(); top += band) {
            for (int left = 0; left < grid.columns(); left += width) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
                int wide = Math.min(width, step * columns - left);
                int high = Math.min(band, step * rows - top);
                means(source.read(left, top, wide, high), step, values, columns, left / step, top / step);
            }
        }
        overview = new Kept(new Raster(
                new GridGeometry(
                        columns, rows, grid.west(), grid.north(), grid.cellWidth() * step, grid.cellHeight() * step),
                values));
        return overview;
    }

    /** Mean of the cells that have data. */
    private static void means(Raster cells, int step, float[] values, int columns, int column, int row) {
        int wide = cells.grid().columns() / step;
        int high = cells.grid().rows() / step;
        for (int r = 0; r < high; r++) {
            for (int c = 0; c < wide; c++) {
                double sum = 0;
                int count = 0;
                for (int i = 0; i < step * step; i++) {
                    float value = cells.at(c * step + i % step, r * step + i / step);
                    if (!Float.isNaN(value)) {
                        sum += value;
                        count++;
                    }
                }
                values[(row + r) * columns + column + c] = count == 0 ? Float.NaN : (float) (sum / count);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        overview = null;
        source.close();
    }

    /** A raster in memory, read as a file is. */
    private record Kept(Raster raster) implements RasterSource {
        @Override
        public GridGeometry grid() {
            return raster.grid();
        }

        @Override
        public Optional<Crs> crs() {
            return Optional.empty();
        }

        @Override
        public Raster read(int column, int row, int columns, int rows) {
            float[] values = new float[Math.multiplyExact(columns, rows)];
            Arrays.fill(values, Float.NaN);
            int first = Math.max(0, -column);
            int count = Math.min(columns, raster.grid().columns() - column) - first;
            int last = Math.min(rows, raster.grid().rows() - row);
            for (int r = Math.max(0, -row); r < last && count > 0; r++) {
                System.arraycopy(
                        raster.values(),
                        (row + r) * raster.grid().columns() + column + first,
                        values,
                        r * columns + first,
                        count);
            }
            return new Raster(raster.grid().window(column, row, columns, rows), values);
        }

        @Override
        public void close() {}
    }
}
