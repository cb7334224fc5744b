package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.CommuneSummary.ClassTotal;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** How many roofs each class holds and what they would yield: a chart and its table. */
final class ClassesSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        CommuneSummary summary = input.summary();
        if (summary.withFigure() == 0) {
            return;
        }
        ClassStyle style = new ClassStyle(input.conventions());
        page.raw("<div class=\"new-page\">");
        page.heading(Words.text("report.classes.title"));
        page.paragraph(Words.text("report.classes.intro"));
        List<Chart.Bar> bars = new ArrayList<>();
        List<String> alt = new ArrayList<>();
        summary.byClass().reversed().forEach((c, total) -> {
            String words = Words.counted("report.classes.bar", total.buildings());
            bars.add(new Chart.Bar(c + "  " + style.name(c), total.buildings(), words, style.colour(c)));
            alt.add(style.name(c) + " " + Formats.number(total.buildings()));
        });
        page.drawing(Chart.horizontal(bars), Words.text("report.classes.alt", String.join(", ", alt)));
        page.raw(table(summary, style).html());
        page.raw("</div>");
    }

    private static Table table(CommuneSummary summary, ClassStyle style) {
        Table table = new Table(
                "data classes",
                Words.text("report.classes.caption"),
                List.of(
                        Words.text("report.column.class"),
                        Words.text("report.column.irradiation"),
                        "#" + Words.text("report.column.buildings"),
                        "#" + Words.text("report.column.usable"),
                        "#" + Words.text("report.column.power"),
                        "#" + Words.text("report.column.yieldMWh"),
                        "#" + Words.text("report.column.share")));
        summary.byClass()
                .reversed()
                .forEach((c, total) -> table.row(cells(c + " · " + style.name(c), style.range(c), total, summary)));
        ClassTotal all = new ClassTotal(
                summary.withFigure(), summary.usableAreaM2(), summary.peakPowerKWp(), summary.yearlyYieldKWh());
        return table.total(cells(Words.text("report.total"), "", all, summary));
    }

    private static String[] cells(String name, String range, ClassTotal total, CommuneSummary summary) {
        double share = summary.yearlyYieldKWh() > 0 ? total.yearlyYieldKWh() / summary.yearlyYieldKWh() : Double.NaN;
        return new String[] {
            name,
            range,
            Formats.number(total.buildings()),
            Formats.number(total.usableAreaM2(), 0),
            Formats.number(total.peakPowerKWp(), 0),
            Formats.number(total.yearlyYieldKWh() / 1000, 0),
            Formats.percent(share, 0)
        };
    }
}
