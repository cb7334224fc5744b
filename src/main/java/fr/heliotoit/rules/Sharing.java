package fr.heliotoit.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collective self-consumption: the production of some roofs is shared among consumers by keys, hour by hour (the grid operator counts half
 * hours). What a consumer cannot take of its share is sold as surplus, as the fixed keys of the operator do; with dynamic keys the share
 * follows the consumption of the hour.
 */
public final class Sharing {
    private Sharing() {}

    /** How production is shared. */
    public enum Keys {
        /** The same shares all year (statique). */
        FIXED,
        /** In proportion to the consumption of the hour (dynamique, par défaut). */
        DYNAMIC
    }

    /**
     * A consumer.
     *
     * @param name to be printed
     * @param load per hour, shares of the year
     * @param yearlyKWh consumption of the year
     * @param key fixed share, 0–1; without meaning for dynamic keys
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Consumer(String name, float[] load, double yearlyKWh, double key) {}

    /**
     * What a consumer got.
     *
     * @param allocatedKWh attributed to it and used by it
     * @param shareOfProduction of the operation's production, 0–1
     * @param coverage of its own consumption, 0–1
     */
    public record Part(String name, double yearlyKWh, double allocatedKWh, double shareOfProduction, double coverage) {}

    /**
     * @param parts one per consumer
     * @param surplusKWh sold
     */
    public record Result(List<Part> parts, double productionKWh, double surplusKWh) {
        public Result {
            parts = List.copyOf(parts);
        }

        public double sharedKWh() {
            return parts.stream().mapToDouble(Part::allocatedKWh).sum();
        }

        public double selfConsumptionRate() {
            return productionKWh > 0 ? sharedKWh() / productionKWh : Double.NaN;
        }
    }

    /**
     * @param productionKWh per hour, of all roofs
     * @throws IllegalArgumentException when fixed keys add up to more than 1
     */
    public static Result of(double[] productionKWh, List<Consumer> consumers, Keys keys) {
        double keySum = consumers.stream().mapToDouble(Consumer::key).sum();
        if (keys == Keys.FIXED && keySum > 1 + 1e-9) {
            throw new IllegalArgumentException("keys add up to " + keySum);
        }
        double[] got = new double[consumers.size()];
        for (int hour = 0; hour < productionKWh.length; hour++) {
            double made = productionKWh[hour];
            if (made <= 0) {
                continue;
            }
            double needed = 0;
            for (Consumer consumer : consumers) {
                needed += consumer.load[hour] * consumer.yearlyKWh;
            }
            for (int c = 0; c < got.length; c++) {
                Consumer consumer = consumers.get(c);
                double need = consumer.load[hour] * consumer.yearlyKWh;
                double share = keys == Keys.FIXED ? consumer.key : needed > 0 ? need / needed : 0;
                got[c] += Math.min(need, share * made);
            }
        }
        double all = Arrays.stream(productionKWh).sum();
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < got.length; c++) {
            Consumer consumer = consumers.get(c);
            parts.add(new Part(
                    consumer.name,
                    consumer.yearlyKWh,
                    got[c],
                    all > 0 ? got[c] / all : 0,
                    consumer.yearlyKWh > 0 ? got[c] / consumer.yearlyKWh : 0));
        }
        return new Result(parts, all, all - Arrays.stream(got).sum());
    }
}
