package fr.heliotoit.app;

import fr.heliotoit.rules.Economics;
import fr.heliotoit.rules.SelfConsumption;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The same roof with fewer modules: the full roof is seldom what pays best, because tariffs change at limits of power and what is not used
 * on site is worth less.
 *
 * @param sizes from the smallest to the full roof
 * @param priceLimitsKWp powers of these at which the price per kWc changes
 * @param termLimitsKWp powers of these at which the terms of sale change
 */
public record SizeScan(List<Size> sizes, List<Double> priceLimitsKWp, List<Double> termLimitsKWp) {
    /** Steps between nothing and the full roof. */
    private static final int STEPS = 10;

    /** A size. */
    public record Size(double kWp, SelfConsumption use, Economics economics) {}

    /** What a size comes to. */
    interface Reckoning {
        Size of(double kWp) throws Failure;
    }

    public SizeScan {
        sizes = List.copyOf(sizes);
        priceLimitsKWp = List.copyOf(priceLimitsKWp);
        termLimitsKWp = List.copyOf(termLimitsKWp);
    }

    /**
     * @param fullKWp what the roof takes
     * @param leastKWp smallest site
     * @param termLimitsKWp where the terms of sale change
     * @param priceLimitsKWp where the price of an installation changes
     */
    static SizeScan of(
            double fullKWp,
            double leastKWp,
            List<Double> termLimitsKWp,
            List<Double> priceLimitsKWp,
            Reckoning reckoning)
            throws Failure {
        TreeSet<Double> limitsKWp = new TreeSet<>(termLimitsKWp);
        limitsKWp.addAll(priceLimitsKWp);
        TreeSet<Double> powers = new TreeSet<>(limitsKWp);
        for (int i = 1; i <= STEPS; i++) {
            powers.add(fullKWp * i / STEPS);
        }
        powers.removeIf(kWp -> kWp > fullKWp || kWp < leastKWp && kWp < fullKWp);
        // Steps that a reader cannot tell from a limit of the terms, or from the full roof, are the same size.
        powers.removeIf(kWp -> kWp != fullKWp
                && !limitsKWp.contains(kWp)
                && limitsKWp.stream().anyMatch(limit -> Math.abs(limit - kWp) < 0.05));
        powers.removeIf(kWp -> kWp != fullKWp && !limitsKWp.contains(kWp) && Math.abs(kWp - fullKWp) < 0.05);
        List<Size> sizes = new ArrayList<>();
        for (double kWp : powers) {
            sizes.add(reckoning.of(kWp));
        }
        return new SizeScan(sizes, within(priceLimitsKWp, leastKWp, fullKWp), within(termLimitsKWp, leastKWp, fullKWp));
    }

    private static List<Double> within(List<Double> limits, double leastKWp, double fullKWp) {
        return limits.stream().filter(l -> l >= leastKWp && l < fullKWp).toList();
    }

    /** The size of the greatest net present value. */
    public Size best() {
        return sizes.stream()
                .max(Comparator.comparingDouble((Size s) -> s.economics().netPresentValueEur()))
                .orElseThrow();
    }

    /** The largest size of which at least this share is used on site; empty when none is small enough. */
    public Optional<Size> using(double share) {
        return sizes.stream()
                .filter(s -> s.use().selfConsumptionRate() >= share)
                .max(Comparator.comparingDouble(Size::kWp));
    }
}
