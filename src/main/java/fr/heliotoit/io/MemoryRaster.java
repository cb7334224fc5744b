package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A raster held in memory, seen as a source. */
public final class MemoryRaster implements RasterSource {
    private final Raster raster;
    private final @Nullable Crs crs;

    public MemoryRaster(Raster raster, @Nullable Crs crs) {
        this.raster = raster;
        this.crs = crs;
    }

    @Override
    public GridGeometry grid() {
        return raster.grid();
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.ofNullable(crs);
    }

    @Override
    public Raster read(int column, int row, int columns, int rows) throws Failure {
        GridGeometry grid = raster.grid();
        if (column == 0 && row == 0 && columns == grid.columns() && rows == grid.rows()) {
            return raster;
        }
        float[] values = new float[Math.multiplyExact(columns, rows)];
        Arrays.fill(values, Float.NaN);
        int first = Math.max(0, -column);
        int count = Math.min(columns, grid.columns() - column) - first;
        for (int r = Math.max(0, -row); r < Math.min(rows, grid.rows() - row) && count > 0; r++) {
            System.arraycopy(
                    raster.values(), (row + r) * grid.columns() + column + first, values, r * columns + first, count);
        }
        return new Raster(grid.window(column, row, columns, rows), values);
    }

    /** Any window reads alike; this one keeps parallel work in pieces. */
    @Override
    public int blockColumns() {
        return Math.min(512, raster.grid().columns());
    }

    @Override
    public int blockRows() {
        return Math.min(512, raster.grid().rows());
    }

    @Override
    public void close() {}
}
