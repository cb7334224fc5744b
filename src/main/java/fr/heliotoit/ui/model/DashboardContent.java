package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

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
        List<String> labels = new ArrayList<>();
        for (int i = 0; i <= limits.length; i++) {
            String low = i == 0 ? "" : Formats.number(limits[i - 1], 0);
            String high = i == limits.length ? "" : Formats.number(limits[i], 0);
            String key = i == 0 ? "below" : i == limits.length ? "above" : "between";
            labels.add(t("dashboard." + key.toLowerCase(Locale.ROOT), low, high, unit));
        }
        return labels;
    }
}
