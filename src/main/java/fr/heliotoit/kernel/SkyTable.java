package fr.heliotoit.kernel;

import java.util.Arrays;

/**
 * All the light that the sky sends in the periods asked for (12 months, a day …), sorted so that a cell's irradiation is a sum over
 * azimuths, whatever the number of hours.
 *
 * <p>For each of N azimuths there is a table over the sine of the horizon's elevation. An entry holds, for each period, the vector
 * Σ E·s over the sun positions of that sector that stand above that elevation (s: unit vector towards the sun, E: energy through a
 * surface that faces it). The scalar product of that vector with a plane's normal n is what the plane receives, so long as n·s ≥ 0 for
 * all of them; the table is therefore looked up at the higher of the horizon and the plane's own horizon.
 *
 * <p>Light without direction is three numbers per period: isotropic sky, horizon ring (see {@link SkyView}) and ground.
 *
 * <p>What errs is the place where the horizon jumps from one roof to the next: each sector takes the horizon of its middle. Where much light hangs
 * on that place, {@link BorderLight} looks along the border of two sectors too; the quarters of them on both sides of it have tables of their own.
 *
 * <p>Horizons are rounded to the nearest of {@link #BINS} + 1 sines; an entry counts a sun position by the share of its bin from which
 * that position can be seen, so rounding has no bias.
 */
public final class SkyTable {
    /** Periods side by side in an entry. */
    public static final int PERIODS = 16;

    /** Steps of the sine of the elevation. */
    public static final int BINS = 512;

    static final int ENTRY = 3 * PERIODS;

    /** Tangents at the lower ends of the bins. */
    static final float[] TANGENTS = tangents();

    final double[] edges;
    /** Per azimuth (BINS + 1) entries of east, north and up components. */
    final float[][] entries;
    /** First bin of an azimuth above which there is no sun; 0 when the sun is never there. */
    final int[] sunBins;

    /** As {@link #entries}, the first quarter of each sector alone; empty where no sun comes. */
    final float[][] firstQuarters;
    /** As {@link #entries}, the last quarter of each sector alone; empty where no sun comes. */
    final float[][] lastQuarters;
    /**
     * For the border before each sector, by bin: light from above it in the quarters beside the border, as a multiple of what the periods'
     * sums may err. Empty where all of it is not more than {@link BorderLight#LIMIT}.
     */
    final float[][] atBorder;
    /** For the border before each sector: what differs by less cannot matter [bins]. */
    final short[] leastSteps;

    final float[] isotropic;
    final float[] ring;
    final float[] ground;

    private SkyTable(Builder builder) {
        edges = builder.edges;
        int azimuths = azimuths();
        entries = new float[azimuths][];
        sunBins = new int[azimuths];
        isotropic = floats(builder.isotropic);
        ring = floats(builder.ring);
        ground = floats(builder.ground);
        firstQuarters = new float[azimuths][];
        lastQuarters = new float[azimuths][];
        atBorder = new float[azimuths][];
        leastSteps = new short[azimuths];
        double[] weights = builder.weights();
        for (int azimuth = 0; azimuth < azimuths; azimuth++) {
            float[] above = builder.atBorder(azimuth, weights);
            atBorder[azimuth] = above.length > 0 && above[0] > BorderLight.LIMIT ? above : new float[0];
            leastSteps[azimuth] = leastStep(atBorder[azimuth]);
        }
        for (int azimuth = 0; azimuth < azimuths; azimuth++) {
            entries[azimuth] = cumulated(builder.sums[azimuth]);
            sunBins[azimuth] = usedBins(entries[azimuth]);
            firstQuarters[azimuth] = cumulated(builder.firstQuarters[azimuth]);
            lastQuarters[azimuth] = cumulated(builder.lastQuarters[azimuth]);
        }
    }

    private static float[] tangents() {
        float[] tangents = new float[BINS + 1];
        for (int bin = 1; bin <= BINS; bin++) {
            tangents[bin] = (float) Math.tan(Math.asin((bin - 0.5) / BINS));
        }
        return tangents;
    }

    private static short leastStep(float[] above) {
        int least = Short.MAX_VALUE;
        for (int low = 0, high = 0; low < above.length; low++) {
            while (high < above.length && above[low] - above[high] <= BorderLight.LIMIT) {
                high++;
            }
            least = high < above.length ? Math.min(least, high - low) : least;
        }
        return (short) least;
    }

    private static float[] cumulated(double[] sums) {
        for (int i = sums.length - ENTRY - 1; i >= 0; i--) {
            sums[i] += sums[i + ENTRY];
        }
        return floats(sums);
    }

    public int azimuths() {
        return edges.length - 1;
    }

    /** Azimuth of the middle of a sector, clockwise from grid north [rad]. */
    public double azimuth(int index) {
        return (edges[index] + edges[index + 1]) / 2;
    }

    /** Azimuth of the border before a sector [rad]. */
    double border(int index) {
        return edges[index];
    }

    /** Width of a sector [rad]. */
    double width(int index) {
        return edges[index + 1] - edges[index];
    }

    /** Even light of the sky, over all periods. */
    float evenLight() {
        float sum = 0;
        for (float period : isotropic) {
            sum += period;
        }
        return sum;
    }

    private static int usedBins(float[] entries) {
        int used = entries.length;
        while (used > 0 && entries[used - 1] == 0) {
            used--;
        }
        return Math.ceilDiv(used, ENTRY);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Gathers the light. Energies in any one unit, usually kWh/m²; sums have the same. */
    public static final class Builder {
        private final double[] edges;
        private final double[] tolerances;
        private final double[][] sums;
        private final double[][] firstQuarters;
        private final double[][] lastQuarters;
        private final double[] isotropic = new double[PERIODS];
        private final double[] ring = new double[PERIODS];
        private final double[] ground = new double[PERIODS];

        /** Sectors of one width, the first around north; no looks along their borders. */
        public Builder(int azimuths) {
            this(evenEdges(azimuths), new double[0]);
        }

        /**
         * @param edges borders of the sectors, clockwise from grid north, rising through one full turn [rad]; at least 5
         * @param tolerances what the sum of each of the first periods may err, as a share of it; other periods count for nothing where it is
         *     decided whether to look along a border
         */
        public Builder(double[] edges, double[] tolerances) {
            if (edges.length < 5 || Math.abs(edges[edges.length - 1] - edges[0] - 2 * Math.PI) > 1e-9) {
                throw new IllegalArgumentException(Arrays.toString(edges));
            }
            this.edges = edges.clone();
            this.tolerances = tolerances.clone();
            this.sums = new double[edges.length - 1][(BINS + 1) * ENTRY];
            this.firstQuarters = new double[edges.length - 1][0];
            this.lastQuarters = new double[edges.length - 1][0];
        }

        private static double[] evenEdges(int azimuths) {
            double[] edges = new double[azimuths + 1];
            for (int i = 0; i <= azimuths; i++) {
                edges[i] = 2 * Math.PI * (i - 0.5) / azimuths;
            }
            return edges;
        }

        /**
         * Adds the sun at one position; nothing when it stands on or below the level horizon.
         *
         * @param period 0 … {@link #PERIODS} − 1
         * @param azimuth clockwise from grid north [rad]
         * @param elevation above the horizontal plane [rad]
         * @param energy through a surface facing the sun
         */
        public void sun(int period, double azimuth, double elevation, double energy) {
            double up = Math.sin(elevation);
            if (!(up > 0) || energy == 0) {
                return;
            }
            double turn = 2 * Math.PI;
            double inTurn = azimuth - turn * Math.floor((azimuth - edges[0]) / turn);
            int found = Arrays.binarySearch(edges, inTurn);
            int sector = Math.clamp(found >= 0 ? found : -found - 2, 0, sums.length - 1);
            double east = energy * Math.cos(elevation) * Math.sin(azimuth);
            double north = energy * Math.cos(elevation) * Math.cos(azimuth);
            add(sums[sector], period, east, north, energy * up, up);
            double place = (inTurn - edges[sector]) / (edges[sector + 1] - edges[sector]);
            if (tolerances.length > 0 && place < 0.25) {
                add(of(firstQuarters, sector), period, east, north, energy * up, up);
            } else if (tolerances.length > 0 && place >= 0.75) {
                add(of(lastQuarters, sector), period, east, north, energy * up, up);
            }
        }

        private static double[] of(double[][] quarters, int sector) {
            if (quarters[sector].length == 0) {
                quarters[sector] = new double[(BINS + 1) * ENTRY];
            }
            return quarters[sector];
        }

        private static void add(double[] sums, int period, double e, double n, double u, double sine) {
            // Bin q stands for horizons between (q − ½) and (q + ½) steps; bin 0 for a free horizon.
            double steps = sine * BINS;
            int partial = (int) Math.round(steps);
            double share = partial == 0 ? 1 : steps - (partial - 0.5);
            add(sums, partial, period, share, e, n, u);
            if (partial > 0) {
                add(sums, partial - 1, period, 1 - share, e, n, u);
            }
        }

        private static void add(double[] sums, int bin, int period, double share, double e, double n, double u) {
            int at = bin * ENTRY + period;
            sums[at] += share * e;
            sums[at + PERIODS] += share * n;
            sums[at + 2 * PERIODS] += share * u;
        }

        /**
         * Adds light of the whole sky.
         *
         * @param isotropic energy on a horizontal plane under a free sky of even radiance
         * @param ring energy on a vertical plane from the ring above the horizon; may be negative (a dark ring)
         */
        public void diffuse(int period, double isotropic, double ring) {
            this.isotropic[period] += isotropic;
            this.ring[period] += ring;
        }

        /** @param energy sent back by the ground: global horizontal × albedo */
        public void ground(int period, double energy) {
            ground[period] += energy;
        }

        /** For each period one over what its sum may err: on level ground under a free sky. */
        private double[] weights() {
            double[] weights = new double[tolerances.length];
            for (int period = 0; period < weights.length; period++) {
                double sum = isotropic[period];
                for (double[] sector : sums) {
                    for (int bin = 0; bin <= BINS; bin++) {
                        sum += sector[bin * ENTRY + 2 * PERIODS + period];
                    }
                }
                weights[period] = sum > 0 ? 1 / (sum * tolerances[period]) : 0;
            }
            return weights;
        }

        private float[] atBorder(int sector, double[] weights) {
            double[] before = lastQuarters[Math.floorMod(sector - 1, sums.length)];
            double[] after = firstQuarters[sector];
            if (before.length == 0 && after.length == 0) {
                return new float[0];
            }
            float[] above = new float[BINS + 1];
            double sum = 0;
            for (int bin = BINS; bin >= 0; bin--) {
                sum += weighted(before, bin, weights) + weighted(after, bin, weights);
                above[bin] = (float) sum;
            }
            return above;
        }

        /** Directions within a bin of a quarter hardly differ, so the length of the summed vector is its energy. */
        private static double weighted(double[] sums, int bin, double[] weights) {
            double sum = 0;
            for (int period = 0; period < weights.length && sums.length > 0; period++) {
                int at = bin * ENTRY + period;
                sum += weights[period] * Math.hypot(Math.hypot(sums[at], sums[at + PERIODS]), sums[at + 2 * PERIODS]);
            }
            return sum;
        }

        /** The table; the builder is spent. */
        public SkyTable build() {
            SkyTable table = new SkyTable(this);
            Arrays.fill(sums, null);
            Arrays.fill(firstQuarters, null);
            Arrays.fill(lastQuarters, null);
            return table;
        }
    }
}
