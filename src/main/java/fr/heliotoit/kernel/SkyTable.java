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
 * <p>Horizons are rounded to the nearest of {@link #BINS} + 1 sines; an entry counts a sun position by the share of its bin from which
 * that position can be seen, so rounding has no bias.
 */
public final class SkyTable {
    /** Periods side by side in an entry. */
    public static final int PERIODS = 16;

    /** Steps of the sine of the elevation. */
    public static final int BINS = 512;

    static final int ENTRY = 3 * PERIODS;

    final double[] edges;
    /** Per azimuth (BINS + 1) entries of east, north and up components. */
    final float[][] entries;
    /** First bin of an azimuth above which there is no sun; 0 when the sun is never there. */
    final int[] sunBins;

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
        for (int azimuth = 0; azimuth < azimuths; azimuth++) {
            double[] sums = builder.sums[azimuth];
            for (int i = sums.length - ENTRY - 1; i >= 0; i--) {
                sums[i] += sums[i + ENTRY];
            }
            entries[azimuth] = floats(sums);
            sunBins[azimuth] = usedBins(entries[azimuth]);
        }
    }

    public int azimuths() {
        return edges.length - 1;
    }

    /** Azimuth of the middle of a sector, clockwise from grid north [rad]. */
    public double azimuth(int index) {
        return (edges[index] + edges[index + 1]) / 2;
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
        private final double[][] sums;
        private final double[] isotropic = new double[PERIODS];
        private final double[] ring = new double[PERIODS];
        private final double[] ground = new double[PERIODS];

        /** Sectors of one width, the first around north. */
        public Builder(int azimuths) {
            this(evenEdges(azimuths));
        }

        /** @param edges borders of the sectors, clockwise from grid north, rising through one full turn [rad]; at least 5 */
        public Builder(double[] edges) {
            if (edges.length < 5 || Math.abs(edges[edges.length - 1] - edges[0] - 2 * Math.PI) > 1e-9) {
                throw new IllegalArgumentException(Arrays.toString(edges));
            }
            this.edges = edges.clone();
            this.sums = new double[edges.length - 1][(BINS + 1) * ENTRY];
        }

        private static double[] evenEdges(int azimuths) {
            double[] edges = new double[azimuths + 1];
            for (int i = 0; i <= azimuths; i++) {
                edges[i] = 2 * Math.PI * (i - 0.5) / azimuths;
            }
            return edges;
        }

        private double[] sector(double azimuth) {
            double turn = 2 * Math.PI;
            double inTurn = azimuth - turn * Math.floor((azimuth - edges[0]) / turn);
            int found = Arrays.binarySearch(edges, inTurn);
            return sums[Math.clamp(found >= 0 ? found : -found - 2, 0, sums.length - 1)];
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
            double[] sector = sector(azimuth);
            // Bin q stands for horizons between (q − ½) and (q + ½) steps; bin 0 for a free horizon.
            double steps = up * BINS;
            int partial = (int) Math.round(steps);
            double share = partial == 0 ? 1 : steps - (partial - 0.5);
            double east = energy * Math.cos(elevation) * Math.sin(azimuth);
            double north = energy * Math.cos(elevation) * Math.cos(azimuth);
            add(sector, partial, period, share, east, north, energy * up);
            if (partial > 0) {
                add(sector, partial - 1, period, 1 - share, east, north, energy * up);
            }
        }

        private static void add(double[] sector, int bin, int period, double share, double e, double n, double u) {
            int at = bin * ENTRY + period;
            sector[at] += share * e;
            sector[at + PERIODS] += share * n;
            sector[at + 2 * PERIODS] += share * u;
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

        /** The table; the builder is spent. */
        public SkyTable build() {
            SkyTable table = new SkyTable(this);
            Arrays.fill(sums, null);
            return table;
        }
    }
}
