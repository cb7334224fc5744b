package fr.heliotoit.roof;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hypotheses of planes and how many free cells lie on each: the least-squares planes of small windows all over the roof, scored as by Torr
 * and Zisserman (2000, MSAC). Scores can only fall while cells are taken, so one that was not asked again is an upper bound and most need
 * not be asked again (lazy greedy selection, Minoux 1978).
 */
final class Consensus {
    /** Hypotheses tried per size of window; a large roof is sampled evenly. */
    private static final int HYPOTHESES = 200;

    /** Cells looked at for a score; a large roof is sampled evenly. */
    private static final int SAMPLE = 1500;

    private record Hypothesis(int number, Plane plane, double score) implements Comparable<Hypothesis> {
        @Override
        public int compareTo(Hypothesis other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : Integer.compare(number, other.number);
        }
    }

    private final RoofCells cells;
    private final double near;
    private final int[] sample;
    private final PriorityQueue<Hypothesis> open = new PriorityQueue<>();
    private @Nullable Hypothesis last;

    /**
     * @param near distance at which a cell counts nothing any more [m]
     * @param least cells that a window needs
     * @param steepest of the planes wanted [°]
     */
    Consensus(RoofCells cells, double near, int least, double steepest) {
        this.cells = cells;
        this.near = near;
        int step = Math.max(1, (int) Math.ceil((double) cells.count() / SAMPLE));
        sample = new int[(cells.count() + step - 1) / step];
        Arrays.setAll(sample, i -> i * step);
        double cell = Math.sqrt(cells.grid.cellArea());
        int fine = Math.max(1, (int) Math.round(0.75 / cell));
        int coarse = Math.max(fine + 1, (int) Math.round(1.5 / cell));
        int stride = Math.max(1, cells.count() / HYPOTHESES);
        int number = 0;
        for (int reach : new int[] {fine, coarse}) {
            for (int k = 0; k < cells.count(); k += stride) {
                PlaneSums window = around(k, reach);
                Plane plane = window.plane();
                if (window.count() >= least && plane.tiltDeg() < steepest) {
                    open.add(new Hypothesis(number++, plane, Double.MAX_VALUE));
                }
            }
        }
    }

    private PlaneSums around(int k, int reach) {
        PlaneSums window = new PlaneSums();
        int column = cells.cell[k] % cells.grid.columns();
        int row = cells.cell[k] / cells.grid.columns();
        for (int r = Math.max(0, row - reach); r <= Math.min(cells.grid.rows() - 1, row + reach); r++) {
            for (int c = Math.max(0, column - reach); c <= Math.min(cells.grid.columns() - 1, column + reach); c++) {
                int other = cells.at[r * cells.grid.columns() + c];
                if (other >= 0) {
                    cells.add(window, other);
                }
            }
        }
        return window;
    }

    /**
     * Takes the hypothesis that most free cells lie on; null when no cell lies on any.
     *
     * @param region per cell its plane, −1 when free
     */
    @Nullable
    Plane best(int[] region) {
        while (!open.isEmpty()) {
            Hypothesis top = open.poll();
            double score = score(top.plane, region);
            Hypothesis next = open.peek();
            if (next == null || score >= next.score) {
                last = top;
                return score > 0 ? top.plane : null;
            }
            open.add(new Hypothesis(top.number, top.plane, score));
        }
        return null;
    }

    /** Puts the last best back: other cells that lie on it may not hang together with those taken. */
    void keepLast() {
        if (last != null) {
            open.add(last);
        }
    }

    /** Free cells near the plane, each the more the nearer. */
    private double score(Plane plane, int[] region) {
        double scale = 1 / (near * near * plane.normalLengthSquared());
        double score = 0;
        for (int k : sample) {
            if (region[k] < 0) {
                double d = cells.z[k] - plane.at(cells.x[k], cells.y[k]);
                double square = d * d * scale;
                score += square < 1 ? 1 - square : 0;
            }
        }
        return score;
    }
}
