package fr.heliotoit.solar;

/** Quantities that irradiance models share: extraterrestrial irradiance, air mass, angle of incidence. */
public final class Irradiance {
    /** Solar constant: G. Kopp and J. Lean, Geophysical Research Letters 38 (2011) give 1361; models here were fitted with this older value [W/m²]. */
    public static final double SOLAR_CONSTANT_W_M2 = 1366.1;

    private Irradiance() {}

    /** Extraterrestrial normal irradiance at a distance from the sun [W/m²]: inverse square law. */
    public static double extraterrestrialNormal(double distanceAu) {
        return SOLAR_CONSTANT_W_M2 / (distanceAu * distanceAu);
    }

    /**
     * Relative air mass: F. Kasten and A. Young, Applied Optics 28 (1989) 4735–4738, table II; NaN below the horizon.
     *
     * @param apparentZenithDeg with refraction [°]
     */
    public static double airMass(double apparentZenithDeg) {
        if (!(apparentZenithDeg <= 90)) {
            return Double.NaN;
        }
        return 1
                / (Math.cos(Math.toRadians(apparentZenithDeg))
                        + 0.50572 * Math.pow(6.07995 + (90 - apparentZenithDeg), -1.6364));
    }

    /** Air mass corrected for pressure. */
    public static double absoluteAirMass(double airMass, double pressurePa) {
        return airMass * pressurePa / 101325;
    }

    /** Cosine of the angle of incidence of the sun on a plane; negative when it shines on the back. */
    public static double cosIncidence(
            double surfaceTiltDeg, double surfaceAzimuthDeg, double zenithDeg, double azimuthDeg) {
        double tilt = Math.toRadians(surfaceTiltDeg);
        double zenith = Math.toRadians(zenithDeg);
        double cos = Math.cos(tilt) * Math.cos(zenith)
                + Math.sin(tilt) * Math.sin(zenith) * Math.cos(Math.toRadians(azimuthDeg - surfaceAzimuthDeg));
        return Math.clamp(cos, -1, 1);
    }
}
