package fr.heliotoit.solar;

/**
 * How a number of azimuths is best spread. Horizons are sampled in the middle of each sector, so what errs is light that stands where
 * horizons are: low. Where the horizon jumps from one roof to the next, a sector is right up to the jump's place in it, so the error of a sum
 * has the variance ∫ e² Δ² dφ (e: such light per azimuth, Δ: width of the sectors there). With each sum's variance measured by the square of what it
 * may err, the whole is least for a given number of sectors when their density 1/Δ goes with the cube root of Σ e². So sectors are narrow where the
 * low sun of winter is. The sky is all around: {@link #EVEN} stands for its share.
 */
final class Sectors {
    private static final int DEGREES = 360;

    /** Error of the sky's light per azimuth, as a share of the sum: gave the smallest errors over three towns and five weather years. */
    private static final double EVEN = 0.16;

    /** The sun stands in steps of its path: light is levelled over so many degrees to both sides. */
    private static final int LEVELLED = 4;

    /** How steeply roof horizons thin out with the tangent of their elevation. */
    private static final double THINNING = 3;

    private final double[] tolerances;
    private final double[][] light;
    private final double[] sums;

    /** @param tolerances for each sum that shall be exact, what it may err, on any one scale */
    Sectors(double... tolerances) {
        this.tolerances = tolerances.clone();
        light = new double[tolerances.length][DEGREES];
        sums = new double[tolerances.length];
    }

    /** Counts light from a grid azimuth and elevation [rad]. */
    void add(int sum, double azimuth, double elevation, double energy) {
        sums[sum] += energy * Math.sin(elevation);
        light[sum][Math.floorMod((int) Math.floor(Math.toDegrees(azimuth)), DEGREES)] +=
                energy * Math.exp(-THINNING * Math.tan(elevation));
    }

    /** Counts light from the whole sky. */
    void addEven(int sum, double energy) {
        sums[sum] += energy;
    }

    /** Borders of this many sectors, for {@code SkyTable.Builder} [rad]. */
    double[] edges(int count) {
        double[] wanted = new double[DEGREES];
        for (int i = 0; i < DEGREES; i++) {
            double variance = 0;
            for (int sum = 0; sum < sums.length; sum++) {
                double share = sums[sum] > 0 ? level(light[sum], i) / sums[sum] : 0;
                variance += (share * share + EVEN * EVEN / DEGREES / DEGREES) / (tolerances[sum] * tolerances[sum]);
            }
            wanted[i] = Math.cbrt(variance);
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
