package fr.heliotoit.solar;

/**
 * How a number of azimuths is best spread. Horizons are sampled in the middle of each sector, so what errs is light that stands where
 * horizons are: low. Where the horizon jumps from one roof to the next, a sector is right up to the jump's place in it, so the error of a sum
 * has the variance ∫ e² Δ² dφ (e: such light per azimuth, Δ: width of the sectors there). For a given number of sectors it is least when their
 * density goes with a power of e; {@link #POWER} and {@link #EVEN}, the part that is spread evenly for the sky, which is all around, are those
 * that gave the smallest errors over three towns and five weather years. So sectors are narrow where the low sun of winter is.
 */
final class Sectors {
    private static final int DEGREES = 360;
    private static final double EVEN = 0.2;
    private static final double POWER = 0.45;

    /** The sun stands in steps of its path: light is levelled over so many degrees to both sides. */
    private static final int LEVELLED = 4;

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
        double[] wanted = new double[DEGREES];
        for (int i = 0; i < DEGREES; i++) {
            wanted[i] = Math.pow(level(density, i), POWER);
        }
        double all = sum(wanted);
        for (int i = 0; i < DEGREES; i++) {
            wanted[i] = all > 0 ? EVEN / DEGREES + (1 - EVEN) * wanted[i] / all : 1.0 / DEGREES;
        }
        return cut(wanted, count);
    }

    private static double level(double[] values, int middle) {
        double sum = 0;
        for (int i = middle - LEVELLED; i <= middle + LEVELLED; i++) {
            sum += values[Math.floorMod(i, DEGREES)];
        }
        return sum / (2 * LEVELLED + 1);
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
