package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The cells of a surface model whose centres lie in a footprint, as a list in reading order; positions are metres from the grid's
 * north-west corner, x east and y north (so y is negative), which keeps sums of squares small.
 */
final class RoofCells {
    private static final int[][] STEPS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}};

    /** Neighbours per cell in {@link #next}. */
    static final int AROUND = STEPS.length;

    /** The part of the window that the footprint reaches. */
    final GridGeometry grid;

    private final int first;
    private final int stride;
    /** Row-major over the grid: whether the centre lies in the footprint, with or without a height. */
    final boolean[] mask;
    /** How many centres lie in the footprint. */
    final int inside;
    /** Cells with a height: their row-major index in the grid. */
    final int[] cell;
    /** Row-major over the grid: position in the list, −1 for none. */
    final int[] at;

    final double[] x;
    final double[] y;
    /** Heights [m]. */
    final double[] z;
    /** {@link #AROUND} neighbours of each cell as positions in this list, those that share an edge first; −1 for none. */
    final int[] next;

    /**
     * @param surfaceModel window that covers the footprint wholly or in part
     * @param footprint in the model's CRS
     */
    RoofCells(Raster surfaceModel, Geometry footprint) {
        GridGeometry all = surfaceModel.grid();
        Envelope reach = footprint.getEnvelopeInternal();
        int west = clamp((reach.getMinX() - all.west()) / all.cellWidth(), all.columns() - 1);
        int east = clamp((reach.getMaxX() - all.west()) / all.cellWidth(), all.columns() - 1);
        int north = clamp((all.north() - reach.getMaxY()) / all.cellHeight(), all.rows() - 1);
        int south = clamp((all.north() - reach.getMinY()) / all.cellHeight(), all.rows() - 1);
        first = north * all.columns() + west;
        stride = all.columns();
        grid = all.window(west, north, east - west + 1, south - north + 1);
        mask = CellMask.of(grid, footprint);
        int[] known = new int[mask.length];
        at = new int[mask.length];
        Arrays.fill(at, -1);
        int in = 0;
        int n = 0;
        for (int i = 0; i < mask.length; i++) {
            in += mask[i] ? 1 : 0;
            if (mask[i] && !Float.isNaN(surfaceModel.values()[given(i)])) {
                at[i] = n;
                known[n++] = i;
            }
        }
        inside = in;
        cell = Arrays.copyOf(known, n);
        x = new double[n];
        y = new double[n];
        z = new double[n];
        next = new int[AROUND * n];
        for (int k = 0; k < n; k++) {
            int column = cell[k] % grid.columns();
            int row = cell[k] / grid.columns();
            x[k] = (column + 0.5) * grid.cellWidth();
            y[k] = -(row + 0.5) * grid.cellHeight();
            z[k] = surfaceModel.values()[given(cell[k])];
            for (int s = 0; s < AROUND; s++) {
                int c = column + STEPS[s][0];
                int r = row + STEPS[s][1];
                boolean there = c >= 0 && r >= 0 && c < grid.columns() && r < grid.rows();
                next[AROUND * k + s] = there ? at[r * grid.columns() + c] : -1;
            }
        }
    }

    private static int clamp(double position, int most) {
        return (int) Math.max(0, Math.min(most, Math.floor(position)));
    }

    /** The row-major index in the window that was handed over, from that in {@link #grid}. */
    int given(int i) {
        return first + i / grid.columns() * stride + i % grid.columns();
    }

    int count() {
        return cell.length;
    }

    void add(PlaneSums sums, int k) {
        sums.add(x[k], y[k], z[k]);
    }

    /** Perpendicular distance from a plane [m]. */
    double distance(Plane plane, int k) {
        return Math.abs(plane.distance(x[k], y[k], z[k]));
    }
}
