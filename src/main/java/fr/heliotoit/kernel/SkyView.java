package fr.heliotoit.kernel;

/**
 * One azimuth of a tile: from horizon tangents to table bins and to what the plane sees of the sky.
 *
 * <p>With u the azimuth's horizontal unit vector, n the plane's normal and h the higher of horizon and the plane's own horizon:
 * <ul>
 *   <li>the plane's own horizon is tan h₀ = −(n·u) / n_z;
 *   <li>the sector's share of the isotropic view factor is Δφ/π · [(n·u) A(h) + n_z cos²h / 2], A(h) = (π/2 − h − sin h cos h) / 2, the
 *       integral of n·s over the sky above h (a tilted plane under a free horizon gets (1 + cos β) / 2);
 *   <li>its share of the ring is Δφ/2 · max(0, n·u) · max(0, 1 − sin h / sin {@link #RING_DEG}°): the brightening of the horizon of Perez
 *       et al. (1990), which a free tilted plane gets as sin β, fades as obstacles cover the ring's 6.5° (its height in Perez et
 *       al. 1987).
 * </ul>
 */
interface SkyView {
    /** Height of the horizon ring [°]. */
    double RING_DEG = 6.5;

    float PER_RING_SINE = (float) (1 / Math.sin(Math.toRadians(RING_DEG)));

    /**
     * Own horizon of planes, in place of what is known so far when higher; {@code up} ≤ 0 marks cells that nobody wants: closed.
     *
     * @param tangents in: relief, at least 0; out: the higher of it and the plane's own horizon
     */
    void ownHorizon(float[] east, float[] north, float[] up, int count, double azimuth, float[] tangents);

    /**
     * @param count a multiple of {@link Surface#LANES}
     * @param tangents horizons, at least 0
     * @param bins out: row of the sky table
     * @param sky summed view factor of the isotropic sky
     * @param ring summed view of the ring
     */
    void look(
            float[] east,
            float[] north,
            float[] up,
            int count,
            double azimuth,
            double width,
            float[] tangents,
            short[] bins,
            float[] sky,
            float[] ring);

    /** Whether the bins of any of the {@link Surface#LANES} cells from {@code from} differ by {@code least} or more. */
    boolean differ(short[] before, short[] after, int from, int least);
}
