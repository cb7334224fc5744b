package fr.heliotoit.ui.model;

import fr.heliotoit.app.HotWaterEstimate;
import fr.heliotoit.app.RoofStudy;
import fr.heliotoit.app.SizeScan;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** The size of an installation that pays best, and a solar water heater, in words. */
public final class StudySections {
    private StudySections() {}

    /** In the order of the card. */
    public static List<CardSection> of(RoofStudy study) {
        List<CardSection> sections = new ArrayList<>();
        sections.add(size(study));
        study.water().ifPresent(water -> sections.add(water(water, study.citations())));
        return sections;
    }

    private static CardSection size(RoofStudy study) {
        SizeScan.Size best = study.scan().best();
        double value = best.economics().netPresentValueEur();
        List<CardContent.Line> lines = new ArrayList<>();
        lines.add(new CardContent.Line(Words.t(value > 0 ? "study.best" : "study.best.none"), power(best)));
        lines.add(new CardContent.Line(AttributeWords.label(Attribute.VAN), Formats.quantity(value, 0, "€")));
        lines.add(new CardContent.Line(
                AttributeWords.label(Attribute.INVESTISSEMENT),
                Formats.quantity(best.economics().investment().grossEur(), 0, "€")));
        lines.add(new CardContent.Line(
                AttributeWords.label(Attribute.AUTOCONSOMMATION),
                Formats.percent(best.use().selfConsumptionRate(), 0)));
        lines.add(new CardContent.Line(
                Words.t("study.using", Formats.percent(study.selfUse(), 0)),
                study.scan().using(study.selfUse()).map(StudySections::power).orElse("—")));
        lines.add(new CardContent.Line(Words.t("study.sizes"), Words.t("study.sizes.value")));
        for (SizeScan.Size size : study.scan().sizes()) {
            lines.add(new CardContent.Line(
                    power(size),
                    Words.t(
                            "study.size",
                            Formats.quantity(size.economics().netPresentValueEur(), 0, "€"),
                            Formats.percent(size.use().selfConsumptionRate(), 0))));
        }
        return new CardSection("size", Words.t("study.title"), lines, List.of(packs(study.citations())));
    }

    private static CardSection water(HotWaterEstimate water, List<String> citations) {
        return new CardSection(
                "water",
                Words.t("study.water.title"),
                List.of(
                        new CardContent.Line(Words.t("study.water.users"), Formats.number(water.users(), 0)),
                        new CardContent.Line(Words.t("study.water.area"), Formats.quantity(water.areaM2(), 1, "m²")),
                        new CardContent.Line(Words.t("study.water.tank"), Formats.quantity(water.tankL(), 0, "l")),
                        new CardContent.Line(
                                Words.t("study.water.demand"), Formats.quantity(water.demandKWh(), 0, "kWh/an")),
                        new CardContent.Line(
                                Words.t("study.water.solar"), Formats.quantity(water.solarKWh(), 0, "kWh/an")),
                        new CardContent.Line(
                                Words.t("study.water.fraction"), Formats.percent(water.solarFraction(), 0))),
                List.of(packs(citations)));
    }

    private static String power(SizeScan.Size size) {
        return Formats.quantity(size.kWp(), 1, Attribute.PUISSANCE.unit());
    }

    private static String packs(List<String> citations) {
        return Words.packs("", citations);
    }
}
