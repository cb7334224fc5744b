package fr.heliotoit.geo;

/**
 * A raster in memory: heights [m], irradiation [kWh/m²] or any other quantity.
 *
 * @param grid where the cells lie
 * @param values row-major, row 0 at the north; NaN where there is no data. Not copied: whoever hands it over leaves it alone
 */
@SuppressWarnings("ArrayRecordComponent")
public record Raster(GridGeometry grid, float[] values) {
    public Raster {
        if (values.length != (long) grid.columns() * grid.rows()) {
            throw new IllegalArgumentException(values.length + " values for " + grid);
        }
    }

    public float at(int column, int row) {
        return values[row * grid.columns() + column];
    }
}
