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
     * Extraterrestrial normal irradiance of a day [W/m²]: J. Spencer, "Fourier series representation of the position of the sun", Search 2 (1971)
     * 172.
     *
     * @param dayOfYear 1–366
     * @param solarConstant [W/m²]
     */
    public static double extraterrestrialNormal(int dayOfYear, double solarConstant) {
        double angle = 2 * Math.PI * (dayOfYear - 1) / 365;
        return solarConstant
                * (1.00011
                        + 0.034221 * Math.cos(angle)
                        + 0.00128 * Math.sin(angle)
                        + 0.000719 * Math.cos(2 * angle)
                        + 7.7e-5 * Math.sin(2 * angle));
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
