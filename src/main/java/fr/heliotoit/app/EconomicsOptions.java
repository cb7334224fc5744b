package fr.heliotoit.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may type in place of what the packs say.
 *
 * @param consumptionKWh of a year; null for a guess from the floor area
 * @param profile load profile; null by the building's use
 * @param batteryKWh capacity, 0 for none
 * @param priceEurPerKWh of the electricity no longer bought; null by the pack
 * @param investmentEur with tax; null by the pack
 * @param sale how to sell
 * @param costs values of the pack of costs by name, such as {@code loanShare}
 */
public record EconomicsOptions(
        @Nullable Double consumptionKWh,
        @Nullable String profile,
        double batteryKWh,
        @Nullable Double priceEurPerKWh,
        @Nullable Double investmentEur,
        Sale sale,
        Map<String, Double> costs) {
    /** How to sell. */
    public enum Sale {
        /** Whatever is worth more. */
        meilleure,
        surplus,
        totalite
    }

    public static final EconomicsOptions USUAL =
            new EconomicsOptions(null, null, 0, null, null, Sale.meilleure, Map.of());

    public EconomicsOptions {
        costs = Map.copyOf(costs);
    }
}
