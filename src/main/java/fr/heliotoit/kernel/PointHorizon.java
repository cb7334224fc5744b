package fr.heliotoit.kernel;

/** The horizon of one cell, by the march of {@link Horizons}, without sweeping the raster around it. */
public final class PointHorizon {
    private PointHorizon() {}

    /** How far a window must reach beyond the cell on each side [cells]. */
    public static int halo(int reach) {
        return Math.ceilDiv(reach + 2 * Surface.LANES, Surface.LANES) * Surface.LANES;
    }

    /**
     * The tangent of the horizon's elevation, at least 0, at equal steps.
     *
     * @param window heights row-major [m], {@code 2 · halo + 16} columns and rows, the cell at column and row {@code halo}; NaN where there
     *     is no data
     * @param cellWidth east–west [m]
     * @param cellHeight north–south [m]
     * @param start first azimuth, clockwise from grid north [rad]
     * @param azimuths how many
     * @param reach how far rays go [cells]
     */
    public static double[] tangents(
            float[] window, double cellWidth, double cellHeight, double start, int azimuths, int reach) {
        int halo = halo(reach);
        int columns = 2 * halo + Surface.LANES;
        if (window.length != columns * columns) {
            throw new IllegalArgumentException(window.length + " heights");
        }
        Surface surface = new Surface(window, columns, cellWidth, cellHeight);
        int[] cell = {surface.cell(halo, halo)};
        HorizonMarch march = Kernels.march();
        HorizonMarch.Scratch scratch = new HorizonMarch.Scratch();
        double[] tangents = new double[azimuths];
        for (int i = 0; i < azimuths; i++) {
            float[] strip = new float[Surface.LANES];
            march.raise(
                    surface,
                    surface,
                    new Ray(surface, start + 2 * Math.PI * i / azimuths, reach),
                    cell,
                    1,
                    strip,
                    scratch);
            tangents[i] = Math.max(0, strip[0]);
        }
        return tangents;
    }
}
