package fr.heliotoit.solar;

/**
 * How a number of azimuths is best spread. Horizons are sampled in the middle of each sector, so what errs is light that stands where
 * horizons are: low. The error in a sum has the variance ∫ e² Δ dφ (e: such light per azimuth, Δ: width of the sectors there),
 * which for a given number of sectors is least when all hold the same share of it. So sectors are narrow where the low sun of
 * winter is; {@link #EVEN} of their density is spread evenly for the sky, which is all around.
 */
final class Sectors {
    private static final int DEGREES = 360;
    private static final double EVEN = 0.6;

    /** How steeply roof horizons thin out with the tangent of their elevation. */
    private static final double THINNING = 3;

    private final double[][] light;
    private final double[] sums;

    /** @param periods sums that shall be exact, each by itself and the whole */
    Sectors(int periods) {
        light = new double[periods][DEGREES];
        sums = new double[periods];
    }

    /** Counts light from a grid azimuth and elevation [rad]. */
    void add(int period, double azimuth, double elevation, double energy) {
        sums[period] += energy;
        light[period][Math.floorMod((int) Math.floor(Math.toDegrees(azimuth)), DEGREES)] +=
                energy * Math.exp(-THINNING * Math.tan(elevation));
    }

    /** Borders of this many sectors, for {@code SkyTable.Builder} [rad]. */
    double[] edges(int count) {
        double whole = sum(sums);
        double[] density = new double[DEGREES];
        for (int period = 0; period < light.length; period++) {
            if (sums[period] > 0) {
                double low = sum(light[period]) / sums[period]; // a month of low sun errs most
                for (int i = 0; i < DEGREES; i++) {
                    density[i] += light[period][i] * (low * low / sums[period] + 0.7 / whole);
                }
            }
        }
        double all = sum(density);
        for (int i = 0; i < DEGREES; i++) {
            density[i] = all > 0 ? EVEN / DEGREES + (1 - EVEN) * density[i] / all : 1.0 / DEGREES;
        }
        return cut(density, count);
    }

    private static double[] cut(double[] density, int count) {
        double share = sum(density) / count;
        double[] edges = new double[count + 1];
        int next = 1;
        double below = 0;
        for (int i = 0; i < DEGREES && next < count; i++) {
            while (next < count && below + density[i] >= next * share) {
                edges[next] = Math.toRadians(i + (next * share - below) / density[i]);
                next++;
            }
            below += density[i];
        }
        edges[count] = 2 * Math.PI;
        return edges;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
