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
     * Adds the cells of a window that a polygon covers, in the order of rows.
     *
     * @param coverage the polygon in the window
     * @param values a grid of {@code stride} columns; NaN is left out
     * @param at index in {@code values} of the first cell of the window
     */
    public void add(Coverage coverage, float[] values, int at, int stride) {
        Part part = new Part(values, at, stride);
        coverage.forEachRun(part);
        if (part.count > 0) {
            // Sums about a value near the mean lose no digits when squares are taken away from squares.
            double q = part.squares - part.sum * part.sum / part.count;
            combine(part.count, part.sum + part.near * part.count, Math.max(0, q));
            min = Math.min(min, part.min);
            max = Math.max(max, part.max);
        }
    }

    /** Sums over one window, of differences to the first value met. */
    private static final class Part implements Coverage.RunUser {
        private final float[] values;
        private final int start;
        private final int stride;
        private double near = Double.NaN;
        private double count;
        private double sum;
        private double squares;
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;

        Part(float[] values, int start, int stride) {
            this.values = values;
            this.start = start;
            this.stride = stride;
        }

        @Override
        public void run(int row, int from, int to, double share) {
            // Local names: a program that runs for two seconds is not worth the compiler that keeps fields in
            // registers.
            float[] cells = values;
            double middle = near;
            int n = 0;
            double s = 0;
            double q = 0;
            float low = min;
            float high = max;
            int shift = start + row * stride;
            for (int i = shift + from; i < shift + to; i++) {
                float value = cells[i];
                if (!Float.isNaN(value)) {
                    if (Double.isNaN(middle)) {
                        middle = value;
                    }
                    double apart = value - middle;
                    n++;
                    s += apart;
                    q += apart * apart;
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
            near = middle;
            min = low;
            max = high;
            count += share * n;
            sum += share * s;
            squares += share * q;
        }
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
