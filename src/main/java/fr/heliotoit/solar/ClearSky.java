package fr.heliotoit.solar;

/**
 * Irradiance under a cloudless sky.
 *
 * @param ghi global horizontal [W/m²]
 * @param dni direct normal [W/m²]
 * @param dhi diffuse horizontal [W/m²]
 */
public record ClearSky(double ghi, double dni, double dhi) {
    private static final ClearSky NIGHT = new ClearSky(0, 0, 0);

    /** The solar constant of the ESRA model [W/m²]. */
    public static final double ESRA_SOLAR_CONSTANT_W_M2 = 1367;

    /**
     * P. Ineichen and R. Perez, "A new airmass independent formulation for the Linke turbidity coefficient", Solar Energy 73 (2002) 151–157,
     * eq. 8, 10 and the correction of Solar Energy 82 (2008); without the enhancement exp(0.01 m^1.8).
     *
     * @param apparentZenithDeg [°]
     * @param absoluteAirMass air mass corrected for pressure
     * @param linke Linke turbidity at air mass 2, about 2 (pure) to 6 (hazy)
     * @param altitudeM [m]
     * @param extraterrestrialNormal [W/m²]
     */
    public static ClearSky ineichen(
            double apparentZenithDeg,
            double absoluteAirMass,
            double linke,
            double altitudeM,
            double extraterrestrialNormal) {
        double cosZenith = Math.cos(Math.toRadians(apparentZenithDeg));
        if (!(cosZenith > 0) || Double.isNaN(absoluteAirMass)) {
            return NIGHT;
        }
        double fh1 = Math.exp(-altitudeM / 8000);
        double fh2 = Math.exp(-altitudeM / 1250);
        double cg1 = 5.09e-5 * altitudeM + 0.868;
        double cg2 = 3.92e-5 * altitudeM + 0.0387;
        double ghi =
                cg1 * extraterrestrialNormal * cosZenith * Math.exp(-cg2 * absoluteAirMass * (fh1 + fh2 * (linke - 1)));
        double beam = extraterrestrialNormal * (0.664 + 0.163 / fh1) * Math.exp(-0.09 * absoluteAirMass * (linke - 1));
        double limit = ghi * Math.max(0, 1 - (0.1 - 0.2 * Math.exp(-linke)) / (0.1 + 0.882 / fh1)) / cosZenith;
        double dni = Math.min(beam, limit);
        return new ClearSky(ghi, dni, ghi - dni * cosZenith);
    }

    /**
     * ESRA: C. Rigollier, O. Bauer and L. Wald, "On the clear sky model of the ESRA with respect to the Heliosat method", Solar Energy 68
     * (2000) 33–48, eq. 3–12 (beam) and 18–23 (diffuse), with the Linke turbidity for air mass 2; what GRASS r.sun computes (J. Hofierka and
     * M. Šúri, 2002).
     *
     * @param elevationDeg true elevation of the sun, without refraction [°]
     * @param linke Linke turbidity at air mass 2
     * @param altitudeM [m]
     * @param dayOfYear 1–366
     */
    public static ClearSky esra(double elevationDeg, double linke, double altitudeM, int dayOfYear) {
        if (!(elevationDeg > 0)) {
            return NIGHT;
        }
        double h = Math.toRadians(elevationDeg);
        double sin = Math.sin(h);
        double refracted = Math.toDegrees(
                h + 0.061359 * (0.1594 + h * (1.123 + 0.065656 * h)) / (1 + h * (28.9344 + 277.3971 * h)));
        double m = Math.exp(-altitudeM / 8434.5)
                / (Math.sin(Math.toRadians(refracted)) + 0.50572 * Math.pow(refracted + 6.07995, -1.6364));
        double rayleigh = m <= 20
                ? 1 / (6.6296 + m * (1.7513 + m * (-0.1202 + m * (0.0065 - 0.00013 * m))))
                : 1 / (10.4 + 0.718 * m);
        double i0 = esraExtraterrestrialNormal(dayOfYear);
        double dni = i0 * Math.exp(-0.8662 * linke * m * rayleigh);

        double transmission = -0.015843 + linke * (0.030543 + 0.0003797 * linke);
        double a0 = 0.26463 + linke * (-0.061581 + 0.0031408 * linke);
        if (a0 * transmission < 0.0022) {
            a0 = 0.0022 / transmission;
        }
        double a1 = 2.04020 + linke * (0.018945 - 0.011161 * linke);
        double a2 = -1.3025 + linke * (0.039231 + 0.0085079 * linke);
        double dhi = i0 * transmission * (a0 + sin * (a1 + a2 * sin));
        return new ClearSky(dhi + dni * sin, dni, dhi);
    }

    /** Extraterrestrial normal irradiance of the ESRA model [W/m²]: Rigollier et al. 2000, eq. 2 and 4. */
    public static double esraExtraterrestrialNormal(int dayOfYear) {
        double angle = 2 * Math.PI * dayOfYear / 365.25;
        return ESRA_SOLAR_CONSTANT_W_M2 * (1 + 0.03344 * Math.cos(angle - 0.048869));
    }
}
