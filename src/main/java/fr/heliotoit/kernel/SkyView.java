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
final class SkyView {
    /** Height of the horizon ring [°]. */
    static final double RING_DEG = 6.5;

    private static final float RING_SINE = (float) Math.sin(Math.toRadians(RING_DEG));

    private SkyView() {}

    /** Own horizon of planes, in place of {@code tangents} when higher; {@code up} ≤ 0 marks cells that nobody wants: closed. */
    static void ownHorizon(
            float[] east, float[] north, float[] up, int count, double azimuth, float[] relief, float[] tangents) {
        float ux = (float) Math.sin(azimuth);
        float uy = (float) Math.cos(azimuth);
        for (int i = 0; i < count; i++) {
            float own = -(east[i] * ux + north[i] * uy) / up[i];
            float least = Math.max(relief[i], own);
            tangents[i] = up[i] > 0 ? least : HorizonMarch.CLOSED;
        }
    }

    /**
     * @param tangents horizons, at least 0
     * @param bins out: row of the sky table
     * @param sky summed view factor of the isotropic sky
     * @param ring summed view of the ring
     */
    static void look(
            float[] east,
            float[] north,
            float[] up,
            int count,
            double azimuth,
            double width,
            float[] tangents,
            short[] bins,
            float[] sky,
            float[] ring) {
        float ux = (float) Math.sin(azimuth);
        float uy = (float) Math.cos(azimuth);
        float skyWidth = (float) (width / Math.PI);
        float ringWidth = (float) (width / 2);
        for (int i = 0; i < count; i++) {
            float tangent = tangents[i];
            float cosine = 1 / (float) Math.sqrt(1 + tangent * tangent);
            float sine = tangent * cosine;
            bins[i] = (short) (sine * SkyTable.BINS + 0.5f);
            float towards = east[i] * ux + north[i] * uy;
            float across = 0.5f * (arcCosine(sine) - sine * cosine);
            sky[i] += skyWidth * (towards * across + up[i] * 0.5f * cosine * cosine);
            ring[i] += ringWidth * Math.max(0, towards) * Math.max(0, 1 - sine / RING_SINE);
        }
    }

    /** Abramowitz and Stegun (1964) 4.4.45, for 0–1; error below 7e-5 rad. */
    private static float arcCosine(float x) {
        float y = 1.5707288f + x * (-0.2121144f + x * (0.0742610f - x * 0.0187293f));
        return y * (float) Math.sqrt(Math.max(0, 1 - x));
    }
}
