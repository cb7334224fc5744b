package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.ValueSteps;
import fr.heliotoit.rules.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The commune in figures: the buildings that the filter leaves, shared out by what matters. The totals are those of report and kit
 * ({@link CommuneSummary}).
 *
 * @param groups what can be looked at, in the order of the screen
 */
public record DashboardContent(CommuneSummary summary, List<Group> groups) {
    /** Limits of usable area [m²], as in the report. */
    private static final double[] AREAS_M2 = {25, 50, 100, 200, 500, 1000};
    /** Limits of power between the segments of purchase tariffs and of connection [kWc]. */
    private static final double[] POWERS_KWP = {3, 9, 36, 100, 500};

    private static final int SECTORS = 8;

    /** What a group counts, and how it is drawn. */
    public enum Shape {
        BARS,
        ROSE
    }

    /**
     * Buildings shared out by one thing.
     *
     * @param id for the screen
     * @param title in words
     */
    public record Group(String id, String title, Shape shape, List<Bar> bars) {}

    /**
     * @param suitabilityClass the class that the bar stands for, 0 when it stands for something else
     * @param ids the buildings in it
     * @param yieldKWh what they would yield [kWh/yr]
     */
    public record Bar(String label, int suitabilityClass, List<String> ids, double yieldKWh) {
        /** The bar for somebody who does not see it. */
        public String words() {
            return label + " : " + Words.count("dashboard.buildings", ids.size()) + ", "
                    + fr.heliotoit.cadastre.Energy.perYear(yieldKWh);
        }
    }

    public DashboardContent {
        groups = List.copyOf(groups);
    }

    /** Works it out; takes milliseconds for a commune, so not on the FX thread for a territory. */
    public static DashboardContent of(List<BuildingRecord> records, Conventions conventions) {
        int classes = conventions.classes();
        List<Group> groups = new ArrayList<>();
        groups.add(group(
                "classes",
                records,
                IntStream.rangeClosed(0, classes)
                        .mapToObj(c -> c == 0 ? t("dashboard.none") : c + " · " + CardContent.className(conventions, c))
                        .toList(),
                r -> r.outcome() instanceof SolarPotential p ? p.suitabilityClass() : 0,
                true));
        groups.add(byText("usage", records, r -> AttributeWords.cell(Attribute.USAGE, r)));
        groups.add(group(
                "owner",
                records,
                List.of(t("dashboard.owner.public"), t("dashboard.owner.other")),
                r -> r.building().publicOwner() ? 0 : 1,
                false));
        groups.add(group(
                "power",
                records,
                limits(POWERS_KWP, "kWc"),
                r -> r.outcome() instanceof SolarPotential p && p.peakPowerKWp() > 0
                        ? bin(p.peakPowerKWp(), POWERS_KWP)
                        : -1,
                false));
        groups.add(group(
                "area",
                records,
                limits(AREAS_M2, "m²"),
                r -> r.outcome() instanceof SolarPotential p ? bin(p.usableAreaM2(), AREAS_M2) : -1,
                false));
        Group rose = group(
                "orientation",
                records,
                IntStream.range(0, SECTORS).mapToObj(s -> t("compass." + 2 * s)).toList(),
                r -> r.outcome() instanceof SolarPotential p && !Double.isNaN(p.azimuthDeg())
                        ? Math.floorMod(Math.round(p.azimuthDeg() / (360.0 / SECTORS)), SECTORS)
                        : -1,
                false);
        groups.add(new Group(rose.id(), rose.title(), Shape.ROSE, rose.bars()));
        groups.addAll(evaluated(records));
        groups.add(byText("installed", records, DashboardContent::installed));
        return new DashboardContent(CommuneSummary.of(records, classes), groups);
    }

    private static String installed(BuildingRecord record) {
        Object known = Attribute.EQUIPEMENT.valueOf(record);
        return known == null ? t("dashboard.installed.unknown") : AttributeWords.plain(Attribute.EQUIPEMENT, known);
    }

    /** @param binOf the label's place, below 0 to leave a building out */
    private static Group group(
            String id,
            List<BuildingRecord> records,
            List<String> labels,
            ToIntFunction<BuildingRecord> binOf,
            boolean classes) {
        List<List<String>> ids = new ArrayList<>();
        double[] yields = new double[labels.size()];
        labels.forEach(label -> ids.add(new ArrayList<>()));
        for (BuildingRecord record : records) {
            int bin = binOf.applyAsInt(record);
            if (bin >= 0) {
                ids.get(bin).add(record.building().id());
                yields[bin] += record.outcome() instanceof SolarPotential p ? p.yearlyYieldKWh() : 0;
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            bars.add(new Bar(labels.get(i), classes ? i : 0, List.copyOf(ids.get(i)), yields[i]));
        }
        return new Group(id, t("dashboard." + id), Shape.BARS, classes ? bars.reversed() : bars);
    }

    private static Group byText(String id, List<BuildingRecord> records, Function<BuildingRecord, String> text) {
        List<String> labels = records.stream().map(text).distinct().sorted().toList();
        java.util.Map<String, Integer> places = new java.util.HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        Group group = group(id, records, labels, r -> places.getOrDefault(text.apply(r), -1), false);
        List<Bar> largestFirst = new ArrayList<>(group.bars());
        largestFirst.sort(java.util.Comparator.comparingInt(bar -> -bar.ids().size()));
        return new Group(id, group.title(), Shape.BARS, largestFirst);
    }

    private static int bin(double value, double[] limits) {
        int bin = 0;
        while (bin < limits.length && value >= limits[bin]) {
            bin++;
        }
        return bin;
    }

    private static List<String> limits(double[] limits, String unit) {
        return IntStream.rangeClosed(0, limits.length)
                .mapToObj(i -> ValueSteps.between(limits, i, unit))
                .toList();
    }

    /** Money, law, heritage and rank, as far as they were evaluated. */
    private static List<Group> evaluated(List<BuildingRecord> records) {
        List<Group> groups = new ArrayList<>();
        for (ValueSteps steps : ValueSteps.values()) {
            Group group = group(
                    steps.name().toLowerCase(Locale.ROOT),
                    records,
                    steps.labels(),
                    r -> steps.of(r).orElse(-1),
                    false);
            if (group.bars().stream().anyMatch(bar -> !bar.ids().isEmpty())) {
                groups.add(group);
            }
        }
        known(records, Attribute.OBLIGATION)
                .ifPresent(attribute -> groups.add(byText(
                        "obligation", records, r -> obligation(r).orElseGet(() -> t("dashboard.obligation.none")))));
        known(records, Attribute.COVISIBILITE)
                .ifPresent(attribute -> groups.add(byText(
                        "heritage",
                        records,
                        r -> attribute.valueOf(r) == null
                                ? t("dashboard.heritage.none")
                                : AttributeWords.cell(attribute, r))));
        return groups;
    }

    /** {@code L171-5, 500 m² et plus : 1er janvier 2028}. */
    private static Optional<String> obligation(BuildingRecord record) {
        return Attribute.OBLIGATION.valueOf(record) == null
                ? Optional.empty()
                : Optional.of(AttributeWords.cell(Attribute.OBLIGATION, record) + " : "
                        + AttributeWords.cell(Attribute.ECHEANCE, record));
    }

    private static Optional<Attribute> known(List<BuildingRecord> records, Attribute attribute) {
        return records.stream().anyMatch(r -> attribute.valueOf(r) != null) ? Optional.of(attribute) : Optional.empty();
    }

    /** The packs that the evaluated groups come from, each once. */
    public static List<String> packs(LoadedProject project) {
        return Stream.of(
                        Attribute.PRODUCTION,
                        Attribute.RETOUR,
                        Attribute.VAN,
                        Attribute.RANG,
                        Attribute.OBLIGATION,
                        Attribute.COVISIBILITE)
                .flatMap(attribute -> project.packs(attribute).stream())
                .distinct()
                .toList();
    }
}
