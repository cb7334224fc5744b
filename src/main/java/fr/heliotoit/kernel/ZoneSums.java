package fr.heliotoit.kernel;

/**
 * Weighted sums of cell values: what is needed for mean, spread and extremes, and what two parts of one zone need to be put together.
 * The parts are combined after Chan, Golub and LeVeque (1979), "Updating formulae and a pairwise algorithm for computing sample
 * variances", equation 1.5 with weights.
 */
public final class ZoneSums {
    private double count;
    private double sum;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Forgets everything. */
    public void clear() {
        count = 0;
        sum = 0;
        squares = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    /**
     * Adds the cells of a window, in the order of rows.
     *
     * @param shares row-major, {@code columns × rows}, each 0 to 1
     * @param values a grid of {@code stride} columns; NaN is left out
     * @param at index in {@code values} of the first cell of the window
     */
    public void add(double[] shares, int columns, int rows, float[] values, int at, int stride) {
        double n = 0;
        double s = 0;
        double lowest = min;
        double highest = max;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double share = shares[r * columns + c];
                float value = values[at + r * stride + c];
                if (share > 0 && !Float.isNaN(value)) {
                    n += share;
                    s += share * value;
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        if (n == 0) {
            return;
        }
        double mean = s / n;
        double q = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double share = shares[r * columns + c];
                float value = values[at + r * stride + c];
                if (share > 0 && !Float.isNaN(value)) {
                    q += share * (value - mean) * (value - mean);
                }
            }
        }
        combine(n, s, q);
        min = lowest;
        max = highest;
    }

    /** Adds what another part of the zone gave. */
    public void add(ZoneSums other) {
        if (other.count > 0) {
            combine(other.count, other.sum, other.squares);
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
        }
    }

    private void combine(double n, double s, double q) {
        if (count > 0) {
            double apart = s / n - sum / count;
            squares += q + apart * apart * count * n / (count + n);
        } else {
            squares = q;
        }
        count += n;
        sum += s;
    }

    /** Sum of the shares of the cells that have a value. */
    public double count() {
        return count;
    }

    /** Sum of share × value. */
    public double sum() {
        return sum;
    }

    /** Mean weighted with the shares; NaN without any cell. */
    public double mean() {
        return sum / count;
    }

    /** Standard deviation of the cells themselves (not of a sample), weighted with the shares; NaN without any cell. */
    public double deviation() {
        return Math.sqrt(squares / count);
    }

    /** Smallest value of all cells touched; NaN without any. */
    public double min() {
        return count > 0 ? min : Double.NaN;
    }

    /** Largest value of all cells touched; NaN without any. */
    public double max() {
        return count > 0 ? max : Double.NaN;
    }
}
