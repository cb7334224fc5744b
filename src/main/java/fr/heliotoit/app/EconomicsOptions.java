package fr.heliotoit.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may type in place of what the packs say.
 *
 * @param consumptionKWh of a year; null for a guess from the floor area
 * @param profile load profile; null by the building's use
 * @param batteryKWh capacity, 0 for none; null when nothing was said
 * @param priceEurPerKWh of the electricity no longer bought; null by the pack
 * @param investmentEur with tax; null by the pack
 * @param sale how to sell; null when nothing was said
 * @param costs values of the pack of costs by name, such as {@code loanShare}
 * @param dwelling whether taxes are those of a dwelling; null by use and owner
 * @param users of hot water, for a solar water heater; null for none
 * @param selfUse share of the production to be used on site, 0–1; null for {@link #USUAL_SELF_USE}
 */
public record EconomicsOptions(
        @Nullable Double consumptionKWh,
        @Nullable String profile,
        @Nullable Double batteryKWh,
        @Nullable Double priceEurPerKWh,
        @Nullable Double investmentEur,
        @Nullable Sale sale,
        Map<String, Double> costs,
        @Nullable Boolean dwelling,
        @Nullable Double users,
        @Nullable Double selfUse) {
    /** Share of self-consumption that a size is looked for by default. */
    public static final double USUAL_SELF_USE = 0.8;

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

    /**
     * With nothing said of taxes, hot water and self-consumption.
     *
     * @param batteryKWh 0 when nothing was said
     * @param sale {@link Sale#meilleure} when nothing was said
     */
    public EconomicsOptions(
            @Nullable Double consumptionKWh,
            @Nullable String profile,
            double batteryKWh,
            @Nullable Double priceEurPerKWh,
            @Nullable Double investmentEur,
            Sale sale,
            Map<String, Double> costs) {
        this(
                consumptionKWh,
                profile,
                batteryKWh > 0 ? batteryKWh : null,
                priceEurPerKWh,
                investmentEur,
                sale == Sale.meilleure ? null : sale,
                costs,
                null,
                null,
                null);
    }

    /** Share of the production to be used on site that a size is looked for. */
    public double selfUseWanted() {
        return selfUse == null ? USUAL_SELF_USE : selfUse;
    }
}
