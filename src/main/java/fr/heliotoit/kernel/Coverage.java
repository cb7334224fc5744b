package fr.heliotoit.kernel;

import java.util.Arrays;

/**
 * Exact shares of grid cells covered by a polygon with any number of parts and holes, for one window of the grid. Each edge adds to
 * every row it crosses the signed area between itself and the eastern edge of each cell; a running sum along the row then gives the
 * covered area (the signed-area accumulation of anti-aliasing font rasterisers, here in double precision). Cost: cells of the window
 * plus cells on the outline; no cell is cut, no tolerance on the geometry.
 *
 * <p>Coordinates are in cells from the north-west corner of the window, x east, y south. One object serves many polygons, one after
 * the other; not for several threads at once.
 */
public final class Coverage {
    /** Coordinates of 7 000 000 m have steps of 1e-9 m; shares below this are rounding, no overlap. */
    private static final double NOTHING = 1e-8;

    /** Zero everywhere between polygons. */
    private double[] sums = new double[0];
    /** The cells of each row that edges have written to, and one beyond; all others continue the running sum. */
    private int[] first = new int[0];

    private int[] end = new int[0];
    private int columns;
    private int rows;
    private int width;

    /** Begins a polygon in a window of so many cells. */
    public void begin(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        // Edges on the eastern border write up to two cells beyond it.
        this.width = columns + 2;
        int length = Math.multiplyExact(width, rows);
        if (sums.length < length) {
            sums = new double[length];
        }
        if (first.length < rows) {
            first = new int[rows];
            end = new int[rows];
        }
        Arrays.fill(first, 0, rows, width);
        Arrays.fill(end, 0, rows, 0);
    }

    /**
     * Adds a ring.
     *
     * @param x corners; the first need not be repeated at the end
     * @param y corners
     * @param count how many corners
     * @param hole whether the ring is cut out; the direction in which it runs does not matter
     */
    public void ring(double[] x, double[] y, int count, boolean hole) {
        double area = 0;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            area += (x[j] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[j] - y[0]);
        }
        double sign = area < 0 == hole ? -1 : 1;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            edge(x[j], y[j], x[i], y[i], sign);
        }
    }

    /**
     * Ends the polygon and hands over the cells it covers, row by row from north to south, in runs from west to east; afterwards
     * {@link #begin} anew. Where no edge runs the sum goes on as it is, so the inside of a polygon is one run per row.
     */
    public void forEachRun(RunUser user) {
        double[] steps = sums;
        for (int r = 0; r < rows; r++) {
            if (end[r] == 0) {
                continue; // no edge crosses this row
            }
            int start = r * width;
            int stop = Math.min(end[r], columns);
            double sum = 0;
            for (int from = Math.min(first[r], columns), to; from < stop; from = to) {
                sum += steps[start + from];
                steps[start + from] = 0;
                to = from + 1;
                while (to < stop && steps[start + to] == 0) {
                    to++;
                }
                if (sum > NOTHING) {
                    // At the last edge of the window the polygon goes on beyond it.
                    user.run(r, from, to == stop ? columns : to, sum > 1 - NOTHING ? 1 : sum);
                }
            }
            steps[start + columns] = 0;
            steps[start + columns + 1] = 0;
        }
    }

    /** Takes cells of one row that are covered by the same share. */
    @FunctionalInterface
    public interface RunUser {
        /**
         * @param row from the north of the window
         * @param from first cell
         * @param to first cell not any more
         * @param share of each cell, above 0, at most 1
         */
        void run(int row, int from, int to, double share);
    }

    private void edge(double x0, double y0, double x1, double y1, double sign) {
        if (y0 == y1) {
            return;
        }
        // West to east, so that every cut is found in the same way from both sides of the edge.
        if (x0 > x1) {
            edge(x1, y1, x0, y0, -sign);
            return;
        }
        if (y1 > y0 ? y1 <= 0 || y0 >= rows : y0 <= 0 || y1 >= rows) {
            return;
        }
        if (x0 >= columns) {
            return;
        }
        if (x1 <= 0) {
            rows(0, y0, 0, y1, sign);
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        double fromX = x0;
        double fromY = y0;
        if (x0 < 0) {
            fromX = 0;
            fromY = y0 - x0 * slope;
            rows(0, y0, 0, fromY, sign);
        }
        double toX = x1;
        double toY = y1;
        if (x1 > columns) {
            toX = columns;
            toY = y0 + (columns - x0) * slope;
        }
        rows(fromX, fromY, toX, toY, sign);
    }

    /** An edge with {@code 0 ≤ x0 ≤ x1 ≤ columns}, cut at the rows. */
    private void rows(double x0, double y0, double x1, double y1, double sign) {
        boolean south = y1 > y0;
        double direction = south ? sign : -sign;
        double top = Math.max(0, south ? y0 : y1);
        double bottom = Math.min(rows, south ? y1 : y0);
        if (!(top < bottom)) {
            return;
        }
        double run = (x1 - x0) / (y1 - y0);
        for (int r = (int) top; r < bottom; r++) {
            double upper = Math.max(top, r);
            double lower = Math.min(bottom, r + 1);
            double a = within(x0, x0 + (upper - y0) * run, x1);
            double b = within(x0, x0 + (lower - y0) * run, x1);
            double west = Math.min(a, b);
            double east = Math.max(a, b);
            first[r] = Math.min(first[r], (int) west);
            end[r] = Math.max(end[r], (int) east + 2);
            row(r * width, west, east, direction * (lower - upper));
        }
    }

    private static double within(double least, double value, double most) {
        return value < least ? least : value > most ? most : value;
    }

    /** Spreads a piece of an edge from x = a to x = b, of signed height h inside one row. */
    private void row(int at, double a, double b, double h) {
        int cell = (int) a;
        int stop = (int) b < b ? (int) b + 1 : (int) b;
        if (stop <= cell + 1) {
            double east = (a + b) / 2 - cell;
            sums[at + cell] += h * (1 - east);
            sums[at + cell + 1] += h * east;
            return;
        }
        double perCell = 1 / (b - a);
        double before = cell + 1 - a;
        double after = b - (stop - 1);
        // Area east of the edge within each crossed cell, as differences from cell to cell.
        double inFirst = 0.5 * perCell * before * before;
        double inLast = 0.5 * perCell * after * after;
        sums[at + cell] += h * inFirst;
        if (stop == cell + 2) {
            sums[at + cell + 1] += h * (1 - inFirst - inLast);
        } else {
            double second = perCell * (before + 0.5);
            sums[at + cell + 1] += h * (second - inFirst);
            for (int c = cell + 2; c < stop - 1; c++) {
                sums[at + c] += h * perCell;
            }
            double beforeLast = second + (stop - cell - 3) * perCell;
            sums[at + stop - 1] += h * (1 - beforeLast - inLast);
        }
        sums[at + stop] += h * inLast;
    }
}
