package fr.heliotoit.kernel;

/** Adds up sky tables over azimuths for the cells of a tile. */
interface CellSums {
    /**
     * Adds n·T for a group of azimuths.
     *
     * @param tables entries of each azimuth of the group
     * @param bins per azimuth of the group, rows of the table of each cell
     * @param sums {@link SkyTable#PERIODS} per cell, in and out
     */
    void add(
            float[][] tables,
            short[][] bins,
            int group,
            float[] east,
            float[] north,
            float[] up,
            int count,
            float[] sums);
}
