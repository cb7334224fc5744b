package fr.heliotoit.kernel;

/** Horizons of a whole raster, without planes and sky: for checking and measuring. */
public final class Horizons {
    private Horizons() {}

    /**
     * The tangent of the horizon's elevation of every cell, at least 0.
     *
     * @param heights row-major [m], NaN where there is no data
     * @param columns cells per row
     * @param cellWidth east–west [m]
     * @param cellHeight north–south [m]
     * @param azimuth clockwise from grid north [rad]
     * @param reach how far rays go [cells]
     * @return row-major; NaN in holes
     */
    public static float[] tangents(
            float[] heights, int columns, double cellWidth, double cellHeight, double azimuth, int reach) {
        return tangents(heights, columns, cellWidth, cellHeight, azimuth, reach, Kernels.march());
    }

    static float[] tangents(
            float[] heights,
            int columns,
            double cellWidth,
            double cellHeight,
            double azimuth,
            int reach,
            HorizonMarch march) {
        Sweep sweep = new Sweep(heights, columns, cellWidth, cellHeight, reach);
        sweep.run(azimuth, march);
        int rows = heights.length / columns;
        float[] tangents = new float[heights.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                tangents[at] = Math.abs(heights[at]) < 1e6f ? sweep.tangent(column, row) : Float.NaN;
            }
        }
        return tangents;
    }

    /** A raster made ready for several azimuths. */
    public static final class Sweep {
        private final Surface surface;
        private final int reach;
        private final int strips;
        private final int[] cells;
        private final float[] tangents;
        private final HorizonMarch.Scratch scratch = new HorizonMarch.Scratch();

        public Sweep(float[] heights, int columns, double cellWidth, double cellHeight, int reach) {
            int rows = heights.length / columns;
            int halo = Math.ceilDiv(reach + 2 * Surface.LANES, Surface.LANES) * Surface.LANES;
            int width = columns + 2 * halo;
            float[] padded = new float[width * (rows + 2 * halo)];
            java.util.Arrays.fill(padded, Float.NaN);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(heights, row * columns, padded, (row + halo) * width + halo, columns);
            }
            this.surface = new Surface(padded, width, cellWidth, cellHeight);
            this.reach = reach;
            this.strips = Math.ceilDiv(columns, Surface.LANES);
            this.cells = new int[strips * rows];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = surface.cell(halo + i % strips * Surface.LANES, halo + i / strips);
            }
            this.tangents = new float[cells.length * Surface.LANES];
        }

        /** Computes one azimuth [rad]. */
        public void run(double azimuth) {
            run(azimuth, Kernels.march());
        }

        void run(double azimuth, HorizonMarch march) {
            for (int strip = 0; strip < cells.length; strip++) {
                for (int lane = 0; lane < Surface.LANES; lane++) {
                    boolean hole = surface.heights[cells[strip] + lane] == Surface.HOLE;
                    tangents[strip * Surface.LANES + lane] = hole ? HorizonMarch.CLOSED : 0;
                }
            }
            march.raise(surface, surface, new Ray(surface, azimuth, reach), cells, cells.length, tangents, scratch);
        }

        /** Result of the last run for a cell. */
        public float tangent(int column, int row) {
            return tangents[(row * strips + column / Surface.LANES) * Surface.LANES + column % Surface.LANES];
        }
    }
}
