package fr.heliotoit.rules;

import fr.heliotoit.text.Failure;
import java.util.EnumMap;
import java.util.Map;

/**
 * The score of a roof: Σ weight · mark / Σ weights, in points of 100. Every mark goes from 0 (worst) to 1 (best) along a straight line
 * (size along its logarithm) between the two values that the pack names.
 */
public final class Score {
    /** What counts; the code is what packs and {@code --weight} say. Words are in the bundle {@code rules} under {@code score.CODE}. */
    public enum Criterion {
        YIELD("yield", "productible"),
        SIZE("size", "taille"),
        SHADE("shade", "masques"),
        CONSTRAINTS("constraints", "contraintes"),
        OBLIGATIONS("obligations", "obligations"),
        UNCERTAINTY("uncertainty", "incertitude");

        private final String packName;
        private final String code;

        Criterion(String packName, String code) {
            this.packName = packName;
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final DataPack pack;
    private final Map<Criterion, Double> weights;

    /** @param typed weights in place of the pack's */
    public Score(DataPack pack, Map<Criterion, Double> typed) throws Failure {
        this.pack = pack;
        weights = new EnumMap<>(Criterion.class);
        double sum = 0;
        for (Criterion criterion : Criterion.values()) {
            Double given = typed.get(criterion);
            double weight = given == null ? pack.value(criterion.packName) : given;
            if (!(weight >= 0)) {
                throw Failure.of("rules.score.weight", criterion.code);
            }
            weights.put(criterion, weight);
            sum += weight;
        }
        if (!(sum > 0)) {
            throw Failure.of("rules.score.none");
        }
    }

    public double weight(Criterion criterion) {
        return weights.getOrDefault(criterion, 0.0);
    }

    /** Mark of a value between the worst and the best of the pack, 0–1. */
    public double mark(Criterion criterion, double value) throws Failure {
        double worst = pack.value(criterion.packName + "Worst");
        double best = pack.value(criterion.packName + "Best");
        double share = criterion == Criterion.SIZE
                ? Math.log(value / worst) / Math.log(best / worst)
                : (value - worst) / (best - worst);
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
    }

    /**
     * Points of each criterion [of 100]; a criterion without a mark is left out and the others count for it.
     *
     * @throws Failure when none of the criteria with a mark weighs anything
     */
    public Map<Criterion, Double> points(Map<Criterion, Double> marks) throws Failure {
        double sum = 0;
        for (Criterion criterion : marks.keySet()) {
            sum += weight(criterion);
        }
        if (!(sum > 0)) {
            throw Failure.of("rules.score.unmarked");
        }
        Map<Criterion, Double> points = new EnumMap<>(Criterion.class);
        for (Map.Entry<Criterion, Double> mark : marks.entrySet()) {
            points.put(mark.getKey(), 100 * weight(mark.getKey()) * mark.getValue() / sum);
        }
        return points;
    }
}
