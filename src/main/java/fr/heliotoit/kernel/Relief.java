package fr.heliotoit.kernel;

/** Horizons of what lies beyond the reach of the rays. */
public interface Relief {
    /** Nothing far away rises above the level horizon. */
    Relief FLAT = (azimuth, cells, count, tangents) -> java.util.Arrays.fill(tangents, 0, count * Surface.LANES, 0);

    /**
     * @param azimuth index of the azimuth
     * @param cells first cells of strips, as in {@link HorizonMarch}; the same at every azimuth
     * @param tangents out: tangents per cell, at least 0
     */
    void tangents(int azimuth, int[] cells, int count, float[] tangents);
}
