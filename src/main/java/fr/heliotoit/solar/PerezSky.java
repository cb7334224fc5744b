package fr.heliotoit.solar;

/**
 * The anisotropic sky of one hour: R. Perez, P. Ineichen, R. Seals, J. Michalsky and R. Stewart, "Modeling daylight availability and
 * irradiance components from direct and global irradiance", Solar Energy 44 (1990) 271–289, eq. 9, with the irradiance coefficients of
 * table 6 (all sites composite). Diffuse light on a plane of tilt β whose normal is at angle θ from the sun:
 *
 * <pre>DHI · [ (1 − F1)(1 + cos β)/2 + F1 · max(0, cos θ)/max(cos 85°, cos Z) + F2 · sin β ]</pre>
 *
 * The three parts come from an even sky, from around the sun, and from the horizon.
 *
 * @param dhi diffuse horizontal irradiance [W/m²]
 * @param f1 circumsolar brightening, not negative
 * @param f2 horizon brightening, may be negative
 * @param b max(cos 85°, cos Z)
 */
public record PerezSky(double dhi, double f1, double f2, double b) {
    private static final double[] CLEARNESS_BINS = {1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};

    /** F11 F12 F13 F21 F22 F23 per clearness bin. */
    private static final double[][] COEFFICIENTS = {
        {-0.008, 0.588, -0.062, -0.060, 0.072, -0.022},
        {0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
        {0.330, 0.487, -0.221, 0.055, -0.064, -0.026},
        {0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
        {0.873, -0.392, -0.362, 0.226, -0.462, 0.001},
        {1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
        {1.060, -1.600, -0.359, 0.264, -1.127, 0.131},
        {0.678, -0.327, -0.250, 0.156, -1.377, 0.251},
    };

    private static final double COS_85 = Math.cos(Math.toRadians(85));

    /**
     * The sky for the hour's irradiances and one sun position in it. Without diffuse light, or with the sun under the horizon, all
     * the diffuse light is even (F1 = F2 = 0).
     *
     * @param dhi diffuse horizontal irradiance [W/m²]
     * @param dni direct normal irradiance [W/m²]
     * @param extraterrestrialNormal [W/m²]
     * @param apparentZenithDeg [°]
     */
    public static PerezSky of(double dhi, double dni, double extraterrestrialNormal, double apparentZenithDeg) {
        if (!(dhi > 0) || !(apparentZenithDeg <= 90)) {
            return new PerezSky(Math.max(dhi, 0), 0, 0, COS_85);
        }
        double z = Math.toRadians(apparentZenithDeg);
        double kappaZ3 = 1.041 * z * z * z;
        double clearness = ((dhi + dni) / dhi + kappaZ3) / (1 + kappaZ3);
        double brightness = dhi * Irradiance.airMass(apparentZenithDeg) / extraterrestrialNormal;
        int bin = 0;
        while (bin < CLEARNESS_BINS.length && clearness >= CLEARNESS_BINS[bin]) {
            bin++;
        }
        double[] c = COEFFICIENTS[bin];
        double f1 = Math.max(0, c[0] + c[1] * brightness + c[2] * z);
        double f2 = c[3] + c[4] * brightness + c[5] * z;
        return new PerezSky(dhi, f1, f2, Math.max(COS_85, Math.cos(z)));
    }

    /** Even part on an unshaded plane [W/m²]. */
    public double isotropic(double surfaceTiltDeg) {
        return dhi * (1 - f1) * (1 + Math.cos(Math.toRadians(surfaceTiltDeg))) / 2;
    }

    /** Part from around the sun [W/m²]. */
    public double circumsolar(double cosIncidence) {
        return circumsolarNormal() * Math.max(0, cosIncidence);
    }

    /** Part from the horizon on an unshaded plane, may be negative [W/m²]. */
    public double horizon(double surfaceTiltDeg) {
        return dhi * f2 * Math.sin(Math.toRadians(surfaceTiltDeg));
    }

    /** All three, never negative [W/m²]. */
    public double onPlane(double surfaceTiltDeg, double cosIncidence) {
        return Math.max(0, isotropic(surfaceTiltDeg) + circumsolar(cosIncidence) + horizon(surfaceTiltDeg));
    }

    /** Circumsolar irradiance on a plane facing the sun [W/m²]: with a horizon it is shaded as the beam is. */
    public double circumsolarNormal() {
        return dhi * f1 / b;
    }

    /** Radiance of the even part [W/m²/sr]. */
    public double backgroundRadiance() {
        return dhi * (1 - f1) / Math.PI;
    }
}
