package fr.heliotoit.solar;

/**
 * Direct and diffuse irradiance from the global.
 *
 * <p>The models here take one sun position; near the horizon they hold cos Z at {@link #SMALLEST_COS_ZENITH} for the clearness and give no
 * direct light beyond {@link #LARGEST_ZENITH_DEG}, as NREL's and pvlib's implementations do.
 */
public final class Decomposition {
    /** Floor of cos Z in the clearness. */
    public static final double SMALLEST_COS_ZENITH = 0.065;

    /** Sun lower than this gives no direct light [°]. */
    public static final double LARGEST_ZENITH_DEG = 87;

    private Decomposition() {}

    /**
     * The two parts of the global irradiance.
     *
     * @param dni direct normal [W/m²]
     * @param dhi diffuse horizontal [W/m²]
     */
    public record Parts(double dni, double dhi) {}

    /** Clearness kt: global over extraterrestrial horizontal irradiance, 0 to {@code largest}. */
    public static double clearness(double ghi, double zenithDeg, double extraterrestrialNormal, double largest) {
        double horizontal = extraterrestrialNormal * Math.max(SMALLEST_COS_ZENITH, Math.cos(Math.toRadians(zenithDeg)));
        return Math.clamp(ghi / horizontal, 0, largest);
    }

    /**
     * D. Erbs, S. Klein and J. Duffie, "Estimation of the diffuse radiation fraction for hourly, daily and monthly-average global
     * radiation", Solar Energy 28 (1982) 293–302, eq. 1 (hourly): diffuse share of the global, 0–1.
     */
    public static double erbsDiffuseFraction(double clearness) {
        double kt = Math.max(0, clearness);
        if (kt <= 0.22) {
            return 1 - 0.09 * kt;
        }
        if (kt <= 0.8) {
            return 0.9511 - 0.1604 * kt + 4.388 * kt * kt - 16.638 * kt * kt * kt + 12.336 * kt * kt * kt * kt;
        }
        return 0.165;
    }

    /**
     * {@link #erbsDiffuseFraction} for one sun position.
     *
     * @param ghi global horizontal irradiance [W/m²]
     * @param zenithDeg true zenith [°]
     * @param extraterrestrialNormal [W/m²]
     */
    public static Parts erbs(double ghi, double zenithDeg, double extraterrestrialNormal) {
        if (zenithDeg > LARGEST_ZENITH_DEG || ghi < 0) {
            return new Parts(0, ghi);
        }
        double dhi = ghi * erbsDiffuseFraction(clearness(ghi, zenithDeg, extraterrestrialNormal, 2));
        return new Parts((ghi - dhi) / Math.cos(Math.toRadians(zenithDeg)), dhi);
    }

    /**
     * DISC: E. Maxwell, "A quasi-physical model for converting hourly global horizontal to direct normal insolation", SERI/TR-215-3087
     * (1987), with a solar constant of 1370 W/m² and F. Kasten's air mass of 1966, held at 12.
     *
     * @param ghi global horizontal irradiance [W/m²]
     * @param zenithDeg true zenith [°]
     * @param dayOfYear 1–366
     * @param pressurePa air pressure [Pa]
     */
    public static Parts disc(double ghi, double zenithDeg, int dayOfYear, double pressurePa) {
        if (zenithDeg > LARGEST_ZENITH_DEG || ghi < 0) {
            return new Parts(0, ghi);
        }
        double i0 = Irradiance.extraterrestrialNormal(dayOfYear, 1370);
        double kt = clearness(ghi, zenithDeg, i0, 1);
        double airMass = Irradiance.absoluteAirMass(
                1 / (Math.cos(Math.toRadians(zenithDeg)) + 0.15 * Math.pow(93.885 - zenithDeg, -1.253)), pressurePa);
        double m = Math.min(12, airMass);
        double a;
        double b;
        double c;
        if (kt <= 0.6) {
            a = 0.512 + kt * (-1.56 + kt * (2.286 - 2.222 * kt));
            b = 0.37 + 0.962 * kt;
            c = -0.28 + kt * (0.932 - 2.048 * kt);
        } else {
            a = -5.743 + kt * (21.77 + kt * (-27.49 + 11.56 * kt));
            b = 41.4 + kt * (-118.5 + kt * (66.05 + 31.9 * kt));
            c = -47.01 + kt * (184.2 + kt * (-222.0 + 73.81 * kt));
        }
        double clear = 0.866 + m * (-0.122 + m * (0.0121 + m * (-0.000653 + 1.4e-05 * m)));
        double dni = Math.max(0, i0 * (clear - (a + b * Math.exp(c * m))));
        return new Parts(dni, ghi - dni * Math.cos(Math.toRadians(zenithDeg)));
    }
}
