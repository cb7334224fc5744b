package fr.heliotoit.solar;

/**
 * A solar thermal collector by the quasi-steady model of ISO 9806:2017 (formerly EN 12975-2), eq. for glazed collectors without wind terms:
 *
 * <pre>q = η0 · (K_b(θ) · G_b + K_d · G_d) − a1 · (Tm − Ta) − a2 · (Tm − Ta)²</pre>
 *
 * K_b is the incidence angle modifier in the form 1 − b0 · (1/cos θ − 1) of the same standard.
 *
 * @param peakEfficiency η0, per gross area, 0–1
 * @param a1 heat loss at no difference of temperature [W/m²/K]
 * @param a2 growth of the heat loss [W/m²/K²]
 * @param b0 of the incidence angle modifier, about 0.1 – 0.2
 * @param diffuseModifier K_d, 0–1
 */
public record Collector(double peakEfficiency, double a1, double a2, double b0, double diffuseModifier) {
    public Collector {
        if (!(peakEfficiency > 0 && peakEfficiency < 1)
                || !(a1 >= 0 && a2 >= 0 && a1 + a2 > 0)
                || !(b0 >= 0 && b0 < 1)
                || !(diffuseModifier > 0 && diffuseModifier <= 1)) {
            throw new IllegalArgumentException(peakEfficiency + " " + a1 + " " + a2 + " " + b0 + " " + diffuseModifier);
        }
    }

    /** Light that counts: both parts after the modifiers [W/m²]. */
    public double absorbed(double direct, double diffuse, double cosIncidence) {
        double modifier = cosIncidence > 0 ? Math.max(0, 1 - b0 * (1 / cosIncidence - 1)) : 0;
        return direct * modifier + diffuse * diffuseModifier;
    }

    /**
     * Heat to the fluid, 0 when the pump would stand still [W/m²].
     *
     * @param absorbed from {@link #absorbed} [W/m²]
     * @param meanFluidC mean temperature of the fluid [°C]
     * @param airC [°C]
     */
    public double heat(double absorbed, double meanFluidC, double airC) {
        double above = meanFluidC - airC;
        return Math.max(0, peakEfficiency * absorbed - a1 * above - a2 * above * Math.abs(above));
    }

    /** Temperature at which nothing is left to draw: stagnation [°C]. */
    public double stagnationC(double absorbed, double airC) {
        double gain = peakEfficiency * absorbed;
        return airC + (a2 > 0 ? (-a1 + Math.sqrt(a1 * a1 + 4 * a2 * gain)) / (2 * a2) : gain / a1);
    }
}
