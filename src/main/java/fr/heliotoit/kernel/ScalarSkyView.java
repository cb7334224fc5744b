package fr.heliotoit.kernel;

/** The look at the sky in plain Java: what {@code VectorSkyView} must equal bit for bit. */
final class ScalarSkyView implements SkyView {
    @Override
    public void ownHorizon(float[] east, float[] north, float[] up, int count, double azimuth, float[] tangents) {
        float ux = (float) Math.sin(azimuth);
        float uy = (float) Math.cos(azimuth);
        for (int i = 0; i < count; i++) {
            float own = -(east[i] * ux + north[i] * uy) / up[i];
            float least = Math.max(tangents[i], own);
            tangents[i] = up[i] > 0 ? least : HorizonMarch.CLOSED;
        }
    }

    @Override
    public void look(
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
            ring[i] += ringWidth * Math.max(0, towards) * Math.max(0, 1 - sine * PER_RING_SINE);
        }
    }

    @Override
    public boolean differ(short[] before, short[] after, int from, int least) {
        boolean differ = false;
        for (int i = from; i < from + Surface.LANES; i++) {
            differ |= Math.abs(before[i] - after[i]) >= least;
        }
        return differ;
    }

    /** Abramowitz and Stegun (1964) 4.4.45, for 0–1; error below 7e-5 rad. */
    private static float arcCosine(float x) {
        float y = 1.5707288f + x * (-0.2121144f + x * (0.0742610f - x * 0.0187293f));
        return y * (float) Math.sqrt(Math.max(0, 1 - x));
    }
}
