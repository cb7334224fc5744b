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
 */
public record SizeScan(List<Size> sizes) {
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
    }

    /**
     * @param fullKWp what the roof takes
     * @param leastKWp smallest site
     * @param limitsKWp where the terms of sale change
     */
    static SizeScan of(double fullKWp, double leastKWp, List<Double> limitsKWp, Reckoning reckoning) throws Failure {
        TreeSet<Double> powers = new TreeSet<>(limitsKWp);
        for (int i = 1; i <= STEPS; i++) {
            powers.add(fullKWp * i / STEPS);
        }
        powers.removeIf(kWp -> kWp > fullKWp || kWp < leastKWp && kWp < fullKWp);
        List<Size> sizes = new ArrayList<>();
        for (double kWp : powers) {
            sizes.add(reckoning.of(kWp));
        }
        return new SizeScan(sizes);
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
