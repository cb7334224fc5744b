package fr.heliotoit.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * Where the cells of a north-up raster lie.
 *
 * @param columns cells from west to east, at least 1
 * @param rows cells from north to south, at least 1
 * @param west x of the western edge of column 0 [CRS unit]
 * @param north y of the northern edge of row 0 [CRS unit]
 * @param cellWidth east–west size of a cell, positive [CRS unit]
 * @param cellHeight north–south size of a cell, positive [CRS unit]
 */
public record GridGeometry(int columns, int rows, double west, double north, double cellWidth, double cellHeight) {
    public GridGeometry {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("grid of " + columns + " × " + rows + " cells");
        }
        if (!(cellWidth > 0 && cellHeight > 0 && Double.isFinite(cellWidth + cellHeight + west + north))) {
            throw new IllegalArgumentException(
                    "cell size " + cellWidth + " × " + cellHeight + " at " + west + ", " + north);
        }
    }

    public double east() {
        return west + columns * cellWidth;
    }

    public double south() {
        return north - rows * cellHeight;
    }

    /** x of the centre of a column. */
    public double x(double column) {
        return west + (column + 0.5) * cellWidth;
    }

    /** y of the centre of a row. */
    public double y(double row) {
        return north - (row + 0.5) * cellHeight;
    }

    public double cellArea() {
        return cellWidth * cellHeight;
    }

    public Envelope envelope() {
        return new Envelope(west, east(), south(), north);
    }

    /** The geometry of a rectangle of cells of this grid. */
    public GridGeometry window(int column, int row, int columns, int rows) {
        return new GridGeometry(
                columns, rows, west + column * cellWidth, north - row * cellHeight, cellWidth, cellHeight);
    }
}
