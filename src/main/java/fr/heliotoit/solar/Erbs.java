package fr.heliotoit.solar;

/**
 * Diffuse share of the global irradiance: D. Erbs, S. Klein and J. Duffie, "Estimation of the diffuse radiation fraction for hourly, daily
 * and monthly-average global radiation", Solar Energy 28 (1982) 293–302, eq. 1 (hourly).
 */
public final class Erbs {
    private Erbs() {}

    /**
     * Diffuse share, 0–1.
     *
     * @param clearness kt, global over extraterrestrial horizontal irradiance
     */
    public static double diffuseFraction(double clearness) {
        double kt = Math.max(0, clearness);
        if (kt <= 0.22) {
            return 1 - 0.09 * kt;
        }
        if (kt <= 0.8) {
            return 0.9511 - 0.1604 * kt + 4.388 * kt * kt - 16.638 * kt * kt * kt + 12.336 * kt * kt * kt * kt;
        }
        return 0.165;
    }
}
