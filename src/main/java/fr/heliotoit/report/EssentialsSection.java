package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** The result in a few plain sentences. */
final class EssentialsSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        page.raw(input.summary().withFigure() > 0 ? "<div class=\"new-page\">" : "<div class=\"together\">");
        page.heading(Words.text("report.essentials.title"));
        page.raw("<ul>");
        for (String sentence : sentences(input)) {
            page.raw("<li>" + Words.escape(sentence) + "</li>");
        }
        page.raw("</ul></div>");
    }

    static List<String> sentences(ReportInput input) {
        CommuneSummary summary = input.summary();
        List<String> sentences = new ArrayList<>();
        if (summary.buildings() == 0) {
            sentences.add(Words.text(
                    input.options().perimeter() == null ? "report.essentials.empty" : "report.essentials.emptyPart"));
            return sentences;
        }
        if (summary.withFigure() == 0) {
            sentences.add(Words.counted("report.essentials.buildings", summary.buildings(), input.vintage()));
            sentences.add(Words.text("report.essentials.none"));
            return sentences;
        }
        sentences.add(Words.counted(
                "report.essentials.withFigure",
                summary.buildings(),
                input.vintage(),
                Formats.number(summary.withFigure()),
                Formats.percent((double) summary.withFigure() / summary.buildings(), 0)));
        sentences.add(Words.text(
                "report.essentials.potential",
                Energy.area(summary.usableAreaM2()),
                Energy.power(summary.peakPowerKWp()),
                Energy.perYear(summary.yearlyYieldKWh())));
        Conventions.Value household = input.conventions().householdConsumption();
        long households = Math.round(summary.yearlyYieldKWh() / household.value());
        sentences.add(Words.counted(
                "report.essentials.households",
                households,
                Formats.quantity(household.value(), 0, household.unit()),
                household.source()));
        best(input, summary, sentences);
        municipal(input, sentences);
        sentences.add(Words.text("report.essentials.limit"));
        return sentences;
    }

    /** What the best classes hold. */
    private static void best(ReportInput input, CommuneSummary summary, List<String> sentences) {
        List<Distribution.Row> rows = ClassesSection.rows(input);
        int best = rows.size() - 1;
        while (best > 0 && rows.get(best).buildings() == 0) {
            best--;
        }
        Distribution.Row row = rows.get(best);
        int from = row.first();
        int count = row.buildings();
        double yield = row.yieldKWh();
        if (best > 0 && from == input.conventions().classes()) {
            Distribution.Row next = rows.get(best - 1);
            from = next.first();
            count += next.buildings();
            yield += next.yieldKWh();
        }
        sentences.add(Words.counted(
                "report.essentials.best",
                count,
                new ClassStyle(input.conventions()).name(from),
                Energy.perYear(yield),
                Formats.percent(summary.yearlyYieldKWh() > 0 ? yield / summary.yearlyYieldKWh() : Double.NaN, 0)));
    }

    private static void municipal(ReportInput input, List<String> sentences) {
        List<SolarPotential> owned = input.publicBuildings().stream()
                .map(r -> r.outcome())
                .filter(SolarPotential.class::isInstance)
                .map(SolarPotential.class::cast)
                .toList();
        if (owned.isEmpty()) {
            sentences.add(Words.text("report.essentials.noMunicipal"));
        } else {
            sentences.add(Words.counted(
                    "report.essentials.municipal",
                    owned.size(),
                    Energy.power(owned.stream()
                            .mapToDouble(SolarPotential::peakPowerKWp)
                            .sum()),
                    Energy.perYear(owned.stream()
                            .mapToDouble(SolarPotential::yearlyYieldKWh)
                            .sum())));
        }
    }
}
