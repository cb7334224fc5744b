package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.rules.ScorePoints;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The municipal roofs in the order in which they are worth a project. */
public final class RankRoofs {
    /** What an evaluation of a project gives. */
    public static final Set<Attribute> ATTRIBUTES = EnumSet.of(Attribute.NOTE, Attribute.RANG, Attribute.MOTIFS);

    /**
     * A roof in the ranking.
     *
     * @param rank 1 is the best
     * @param score of 100
     * @param points of each criterion that could be marked; they add up to the score
     */
    public record Ranked(
            BuildingRecord record,
            SolarPotential potential,
            int rank,
            double score,
            Map<Score.Criterion, Double> points) {}

    /** A group of roofs for one tender. */
    public record Cluster(
            int roofs,
            double peakPowerKWp,
            double yearlyKWh,
            double usableM2,
            double investmentEur,
            double netPresentValueEur,
            double widthM) {
        /**
         * In one sentence.
         *
         * @param unknown what stands for money that has not been reckoned
         */
        public String sentence(String unknown) {
            return Texts.current()
                    .text(
                            "app.rank.cluster",
                            roofs,
                            Formats.quantity(peakPowerKWp, 0, "kWc"),
                            Formats.quantity(yearlyKWh / 1000, 0, "MWh/an"),
                            Formats.quantity(usableM2, 0, "m²"),
                            thousands(investmentEur, unknown),
                            Formats.quantity(widthM, 0, "m"),
                            thousands(netPresentValueEur, unknown));
        }

        private static String thousands(double euros, String unknown) {
            return Double.isNaN(euros) ? unknown : Formats.quantity(euros / 1000, 0, "k€");
        }
    }

    private RankRoofs() {}

    /**
     * Public buildings that take modules, best first. Score and rank are kept beside the buildings.
     *
     * @param weights in place of the pack's
     */
    public static List<Ranked> run(ProjectFile project, Packs packs, Map<Score.Criterion, Double> weights)
            throws Failure {
        packs.of(PackKind.CONVENTIONS);
        Score score = new Score(packs.of(PackKind.SCORE), weights);
        Duties duties = Duties.of(packs.of(PackKind.LAW));
        boolean heritage = !project.citations(Attribute.PROTECTION).isEmpty();
        List<Ranked> ranked = of(project.records(), score, duties, heritage);
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (Ranked one : ranked) {
            Map<Attribute, Object> own = new EnumMap<>(Attribute.class);
            own.put(Attribute.NOTE, one.score);
            own.put(Attribute.RANG, one.rank);
            own.put(Attribute.MOTIFS, ScorePoints.write(reasons(one, score)));
            values.put(one.record.building().id(), own);
        }
        Optional<Snapshot> snapshot = project.current();
        if (snapshot.isPresent()) {
            List<String> sources = new ArrayList<>(packs.citations());
            if (!weights.isEmpty()) {
                sources.add(Texts.current()
                        .text(
                                "app.rank.weights",
                                weights.entrySet().stream()
                                        .map(w -> w.getKey().code() + "=" + w.getValue())
                                        .collect(Collectors.joining(", "))));
            }
            project.saveEvaluations(snapshot.get(), ATTRIBUTES, values, sources);
        }
        return ranked;
    }

    /** The points of each criterion that counted. */
    private static List<ScorePoints> reasons(Ranked one, Score score) {
        double sum = one.points.keySet().stream().mapToDouble(score::weight).sum();
        return one.points.entrySet().stream()
                .map(e -> new ScorePoints(e.getKey().code(), e.getValue(), 100 * score.weight(e.getKey()) / sum))
                .toList();
    }

    /** The weights that the ranking kept in a project was made with, in place of the pack's. */
    static Map<Score.Criterion, Double> typedWeights(ProjectFile project) throws Failure {
        Map<Score.Criterion, Double> typed = new EnumMap<>(Score.Criterion.class);
        String sources = String.join(" ; ", project.citations(Attribute.NOTE));
        for (Score.Criterion criterion : Score.Criterion.values()) {
            Matcher said = Pattern.compile(criterion.code() + "=([0-9.]+(?:E-?[0-9]+)?)")
                    .matcher(sources);
            if (said.find()) {
                typed.put(criterion, Double.valueOf(said.group(1)));
            }
        }
        return typed;
    }

    /**
     * @param duties what the law asks of each roof, read here and not from an evaluation that may be missing
     * @param heritage whether protections have been evaluated: without that nobody knows whether a roof is free of them
     */
    static List<Ranked> of(List<BuildingRecord> records, Score score, Duties duties, boolean heritage) throws Failure {
        double brightest = records.stream()
                .mapToDouble(r -> r.outcome() instanceof SolarPotential p ? p.irradiationKWhM2() : 0)
                .max()
                .orElse(0);
        List<Ranked> marked = new ArrayList<>();
        for (BuildingRecord record : records) {
            if (record.building().publicOwner()
                    && record.outcome() instanceof SolarPotential potential
                    && potential.peakPowerKWp() > 0) {
                Map<Score.Criterion, Double> points =
                        score.points(marks(record, potential, brightest, score, duties, heritage));
                double sum = points.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                marked.add(new Ranked(record, potential, 0, sum, points));
            }
        }
        marked.sort(Comparator.comparingDouble((Ranked r) -> -r.score)
                .thenComparing(r -> r.record.building().id()));
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked one : marked) {
            ranked.add(new Ranked(one.record, one.potential, ranked.size() + 1, one.score, one.points));
        }
        return ranked;
    }

    private static Map<Score.Criterion, Double> marks(
            BuildingRecord record,
            SolarPotential potential,
            double brightest,
            Score score,
            Duties duties,
            boolean heritage)
            throws Failure {
        Map<Score.Criterion, Double> marks = new EnumMap<>(Score.Criterion.class);
        marks.put(Score.Criterion.YIELD, score.mark(Score.Criterion.YIELD, potential.specificYieldKWhPerKWp()));
        marks.put(Score.Criterion.SIZE, score.mark(Score.Criterion.SIZE, potential.peakPowerKWp()));
        marks.put(Score.Criterion.SHADE, score.mark(Score.Criterion.SHADE, potential.irradiationKWhM2() / brightest));
        if (heritage) {
            boolean free = Attribute.PROTECTION.valueOf(record) == null;
            boolean seen = HeritageRegister.Covisibility.PRESUMED.code().equals(Attribute.COVISIBILITE.valueOf(record));
            marks.put(Score.Criterion.CONSTRAINTS, free ? 1 : seen ? 0 : 0.5);
        }
        Building building = record.building();
        List<Duties.Duty> due =
                duties.of(false, building.footprintM2(), true, building.usage().code());
        marks.put(
                Score.Criterion.OBLIGATIONS, due.isEmpty() ? 0 : due.getFirst().verified() ? 1 : 0.5);
        if (Attribute.PRODUCTION_MIN.valueOf(record) instanceof Double low
                && Attribute.PRODUCTION_MAX.valueOf(record) instanceof Double high
                && potential.yearlyYieldKWh() > 0) {
            double half = (high - low) / 2 / potential.yearlyYieldKWh();
            marks.put(Score.Criterion.UNCERTAINTY, score.mark(Score.Criterion.UNCERTAINTY, half));
        }
        return marks;
    }

    /** The criteria that no roof could be marked on, because their evaluation has not been run. */
    public static Set<Score.Criterion> leftOut(List<Ranked> ranked) {
        Set<Score.Criterion> left = EnumSet.allOf(Score.Criterion.class);
        ranked.forEach(one -> left.removeAll(one.points.keySet()));
        return left;
    }

    /**
     * Chooses roofs for a group, best first: one that would make the group too wide or too powerful is passed over.
     *
     * @param expression which roofs may be chosen (ECQL); null for any
     * @param most how many; 0 for any number
     * @param widthM greatest distance between two of them [m]
     * @param powerKWp of all together [kWc]
     */
    public static List<Ranked> choose(
            List<Ranked> ranked, @Nullable String expression, int most, double widthM, double powerKWp) throws Failure {
        List<BuildingRecord> all = ranked.stream().map(Ranked::record).toList();
        Set<String> wanted = (expression == null ? all : FindBuildings.run(all, expression))
                .stream().map(r -> r.building().id()).collect(Collectors.toSet());
        List<Ranked> chosen = new ArrayList<>();
        double power = 0;
        for (Ranked one : ranked) {
            if (most > 0 && chosen.size() == most) {
                break;
            }
            boolean fits = power + one.potential.peakPowerKWp() <= powerKWp
                    && chosen.stream().allMatch(other -> distance(one, other) <= widthM);
            if (fits && wanted.contains(one.record.building().id())) {
                chosen.add(one);
                power += one.potential.peakPowerKWp();
            }
        }
        return chosen;
    }

    private static double distance(Ranked one, Ranked other) {
        return one.record
                .building()
                .footprint()
                .distance(other.record.building().footprint());
    }

    /** The group of some ranked roofs; its width is the greatest distance between two of them. */
    public static Cluster cluster(List<Ranked> roofs) {
        double kWp = 0;
        double kWh = 0;
        double usable = 0;
        double investment = 0;
        double value = 0;
        double width = 0;
        for (Ranked roof : roofs) {
            kWp += roof.potential.peakPowerKWp();
            kWh += roof.potential.yearlyYieldKWh();
            usable += roof.potential.usableAreaM2();
            investment += Attribute.INVESTISSEMENT.valueOf(roof.record) instanceof Double euros ? euros : Double.NaN;
            value += Attribute.VAN.valueOf(roof.record) instanceof Double euros ? euros : Double.NaN;
            for (Ranked other : roofs) {
                width = Math.max(width, distance(roof, other));
            }
        }
        return new Cluster(roofs.size(), kWp, kWh, usable, investment, value, width);
    }
}
