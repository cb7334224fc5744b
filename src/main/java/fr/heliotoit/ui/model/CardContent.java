package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a building's card.
 *
 * @param title name, else address, else identifier
 * @param details address, use, identifier, parcel: what is known beside the title
 * @param figure null when there is none
 * @param reason why there is no figure; null when there is one
 * @param hypotheses conventions used, with values
 * @param sources data and their vintages
 */
public record CardContent(
        String title,
        List<String> details,
        @Nullable Figure figure,
        @Nullable String reason,
        List<Line> hypotheses,
        List<String> sources) {

    /** A label and what stands beside it. */
    public record Line(String label, String value) {}

    /**
     * @param suitabilityClass 1 (worst) … n
     * @param className in words
     * @param headline {@code 148 200 kWh/an}
     * @param interval what the production may be in eight years of ten; null before an evaluation
     * @param lines the other figures
     * @param monthlyKWh January first; empty when only the year is known
     * @param monthsUnknown whether a new computation would give them
     */
    public record Figure(
            int suitabilityClass,
            String className,
            String headline,
            @Nullable String interval,
            List<Line> lines,
            List<Double> monthlyKWh,
            boolean monthsUnknown) {}

    public static CardContent of(BuildingRecord record, LoadedProject project, Conventions conventions) {
        return new CardContent(
                title(record.building()),
                details(record.building()),
                record.outcome() instanceof SolarPotential p ? figure(record, p, conventions) : null,
                record.outcome() instanceof NoFigure n
                        ? Texts.current().text("cadastre.reason." + n.reason().code())
                        : null,
                hypotheses(record, conventions),
                sources(project));
    }

    public static String title(Building building) {
        if (building.name() != null && !building.name().isBlank()) {
            return building.name();
        }
        return building.address() != null && !building.address().isBlank() ? building.address() : building.id();
    }

    private static List<String> details(Building b) {
        List<String> lines = new ArrayList<>();
        if (b.address() != null && !b.address().isBlank() && !b.address().equals(title(b))) {
            lines.add(b.address());
        }
        String use = Texts.current().text("cadastre.usage." + b.usage().code());
        lines.add(b.publicOwner() ? Words.t("card.use.public", use) : use);
        lines.add(Words.t("card.id", b.id()));
        if (b.parcel() != null && !b.parcel().isBlank()) {
            lines.add(Words.t("card.parcel", b.parcel()));
        }
        return lines;
    }

    private static Figure figure(BuildingRecord record, SolarPotential p, Conventions conventions) {
        List<Line> lines = new ArrayList<>();
        if (Attribute.PRODUCTION_RECALEE.valueOf(record) != null) {
            lines.add(new Line(
                    AttributeWords.label(Attribute.PRODUCTION_RECALEE),
                    AttributeWords.quantity(Attribute.PRODUCTION_RECALEE, record)));
        }
        for (Attribute attribute : List.of(Attribute.SURFACE, Attribute.TOITURE, Attribute.PUISSANCE)) {
            lines.add(new Line(AttributeWords.label(attribute), AttributeWords.quantity(attribute, record)));
        }
        lines.add(new Line(AttributeWords.label(Attribute.INCLINAISON), tilt(p, conventions)));
        lines.add(new Line(AttributeWords.label(Attribute.ORIENTATION), orientation(p, conventions)));
        for (Attribute attribute : List.of(Attribute.IRRADIATION, Attribute.PRODUCTIBLE)) {
            lines.add(new Line(AttributeWords.label(attribute), AttributeWords.quantity(attribute, record)));
        }
        return new Figure(
                p.suitabilityClass(),
                className(conventions, p.suitabilityClass()),
                Formats.quantity(p.yearlyYieldKWh(), 0, "kWh/an"),
                interval(record),
                lines,
                p.monthlyYieldKWh(),
                p.monthsUnknown());
    }

    private static @Nullable String interval(BuildingRecord record) {
        return Attribute.PRODUCTION_MIN.valueOf(record) instanceof Double low
                        && Attribute.PRODUCTION_MAX.valueOf(record) instanceof Double high
                ? Words.t("card.between", Formats.number(low, 0), Formats.quantity(high, 0, "kWh/an"))
                : null;
    }

    private static String tilt(SolarPotential p, Conventions conventions) {
        if (Double.isNaN(p.tiltDeg())) {
            return Words.t("card.unknown");
        }
        String degrees = Formats.number(p.tiltDeg(), 0) + "°";
        return p.tiltDeg() < conventions.flatBelow().value() ? Words.t("card.flat", degrees) : degrees;
    }

    private static String orientation(SolarPotential p, Conventions conventions) {
        if (!Double.isNaN(p.azimuthDeg())) {
            return Compass.words(p.azimuthDeg());
        }
        boolean flat = p.tiltDeg() < conventions.flatBelow().value();
        return Words.t(flat ? "card.orientation.flat" : "card.unknown");
    }

    /** @param c 1 … n */
    public static String className(Conventions conventions, int c) {
        Conventions.ClassName name = conventions.classNames().get(c - 1);
        return Texts.current().locale().getLanguage().equals("en") ? name.en() : name.fr();
    }

    private static List<Line> hypotheses(BuildingRecord record, Conventions c) {
        List<Line> lines = new ArrayList<>();
        if (record.outcome() instanceof SolarPotential p) {
            lines.add(new Line(
                    AttributeWords.label(Attribute.METHODE),
                    AttributeWords.plain(Attribute.METHODE, p.method().code())));
        }
        lines.addAll(List.of(
                new Line(Words.t("hypothesis.density"), quantity(c.modulePowerDensity(), 0)),
                new Line(Words.t("hypothesis.ratio"), ratio(record, c)),
                new Line(
                        Words.t("hypothesis.pitched"),
                        Formats.percent(c.usableSharePitched().value(), 0)),
                new Line(
                        Words.t("hypothesis.flat"),
                        Formats.percent(c.usableShareFlat().value(), 0)),
                new Line(Words.t("hypothesis.pack"), c.citation())));
        return lines;
    }

    /** The one of the conventions, or the one that the roof's hours come to. */
    private static String ratio(BuildingRecord record, Conventions c) {
        return record.outcome() instanceof SolarPotential p && p.method() == SolarPotential.Method.HOURLY
                ? Words.t("hypothesis.ratio.hourly")
                : Formats.number(c.performanceRatio().value(), 2);
    }

    private static String quantity(Conventions.Value value, int decimals) {
        return Formats.quantity(value.value(), decimals, value.unit());
    }

    private static List<String> sources(LoadedProject project) {
        List<String> lines = new ArrayList<>();
        Snapshot snapshot = project.snapshot();
        if (snapshot != null) {
            lines.add(Words.t("card.vintage", snapshot.vintage()));
            snapshot.sources().forEach(source -> lines.add(SourceWords.of(source)));
        }
        project.computation().forEach(source -> lines.add(SourceWords.of(source)));
        return lines.stream().distinct().toList();
    }
}
