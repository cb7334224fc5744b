package fr.heliotoit.kernel;

/**
 * Heights of the ground around a surface model, coarser and wider than it. Places are counted in metres to the east and to the south of
 * the surface model's north-western corner.
 *
 * @param heights row-major [m], row 0 at the north, NaN where there is no data; not copied
 * @param columns cells per row, at least 2
 * @param west of the western edge [m]
 * @param north of the northern edge, positive to the south [m]
 * @param cellWidth [m]
 * @param cellHeight [m]
 */
@SuppressWarnings("ArrayRecordComponent")
public record Terrain(float[] heights, int columns, double west, double north, double cellWidth, double cellHeight) {
    public Terrain {
        if (columns < 2 || heights.length < 2 * columns || heights.length % columns != 0) {
            throw new IllegalArgumentException(heights.length + " heights in rows of " + columns);
        }
        if (!(cellWidth > 0 && cellHeight > 0)) {
            throw new IllegalArgumentException("cells of " + cellWidth + " × " + cellHeight);
        }
    }

    int rows() {
        return heights.length / columns;
    }

    /** Farthest that any of its cells can lie from a place [m]. */
    double farthest(double east, double south) {
        double x = Math.max(Math.abs(east - west), Math.abs(west + columns * cellWidth - east));
        double y = Math.max(Math.abs(south - north), Math.abs(north + rows() * cellHeight - south));
        return Math.hypot(x, y);
    }

    /** Height interpolated between four cells [m]; NaN where one of them is unknown. */
    double at(double east, double south) {
        double x = (east - west) / cellWidth - 0.5;
        double y = (south - north) / cellHeight - 0.5;
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column + 1 >= columns || row + 1 >= rows()) {
            return Double.NaN;
        }
        double right = x - column;
        double down = y - row;
        int at = row * columns + column;
        double upper = heights[at] * (1 - right) + heights[at + 1] * right;
        double lower = heights[at + columns] * (1 - right) + heights[at + columns + 1] * right;
        return upper * (1 - down) + lower * down;
    }
}
