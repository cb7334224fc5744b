package fr.heliotoit.kernel;

import java.util.Arrays;

/**
 * The cells of a tile that are wanted and how they are tilted, put into strips of {@link Surface#LANES} neighbours of a row. A strip begins at the
 * first wanted cell that is in no strip yet: roofs fill their strips to three quarters, strips at fixed places would be filled to two thirds.
 */
final class TileCells {
    private int columns;
    private int rows;
    private int count;

    /** Per cell of the tile one more than its number in the order of asking, then its place among the strips' cells; 0 for nobody's. */
    private int[] places = new int[0];

    private float[] normals = new float[0];

    private int used;
    private int[] cells = new int[0];
    private float[] east = new float[0];
    private float[] north = new float[0];
    private float[] up = new float[0];

    void begin(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        int most = columns * rows;
        if (places.length < most) {
            places = new int[most];
            normals = new float[3 * most];
        }
        int strips = Math.ceilDiv(columns, Surface.LANES) * rows;
        if (cells.length < strips) {
            cells = new int[strips];
            east = new float[strips * Surface.LANES];
            north = new float[strips * Surface.LANES];
            up = new float[strips * Surface.LANES];
        }
        Arrays.fill(places, 0, most, 0);
        count = 0;
        used = 0;
    }

    void want(int column, int row, double slopeEast, double slopeNorth) {
        int cell = row * columns + column;
        if (places[cell] == 0) {
            places[cell] = ++count;
        }
        int at = 3 * (places[cell] - 1);
        double length = Math.sqrt(1 + slopeEast * slopeEast + slopeNorth * slopeNorth);
        normals[at] = (float) (-slopeEast / length);
        normals[at + 1] = (float) (-slopeNorth / length);
        normals[at + 2] = (float) (1 / length);
    }

    boolean any() {
        return count > 0;
    }

    /** Puts the cells into strips of a surface in which the tile lies at this column and row. */
    void pack(Surface surface, int tileColumn, int tileRow) {
        used = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (places[row * columns + column] > 0) {
                    cells[used] = surface.cell(tileColumn + column, tileRow + row);
                    strip(row * columns + column, Math.min(Surface.LANES, columns - column));
                    used++;
                    column += Surface.LANES - 1;
                }
            }
        }
    }

    private void strip(int first, int wide) {
        int from = used * Surface.LANES;
        Arrays.fill(up, from, from + Surface.LANES, 0);
        Arrays.fill(east, from, from + Surface.LANES, 0);
        Arrays.fill(north, from, from + Surface.LANES, 0);
        for (int lane = 0; lane < wide; lane++) {
            int number = places[first + lane];
            if (number > 0) {
                east[from + lane] = normals[3 * number - 3];
                north[from + lane] = normals[3 * number - 2];
                up[from + lane] = normals[3 * number - 1];
                places[first + lane] = from + lane + 1;
            }
        }
    }

    /** Strips in use. */
    int used() {
        return used;
    }

    /** Per strip its first cell in the surface. */
    int[] cells() {
        return cells;
    }

    /** The normal's component to the east, {@link Surface#LANES} per strip; 0 for nobody's cells. */
    float[] east() {
        return east;
    }

    float[] north() {
        return north;
    }

    /** Above 0 for every cell that is wanted. */
    float[] up() {
        return up;
    }

    /** Most cells that there can be in strips. */
    int most() {
        return up.length;
    }

    /** Place of a cell among the strips' cells, or −1 for one that was not wanted. */
    int at(int column, int row) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(column);
        }
        return places[row * columns + column] - 1;
    }
}
