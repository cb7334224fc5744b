package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.rules.Conventions;
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
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.classes.title"));
        page.paragraph(Words.text("report.classes.intro"));
        chart(input, page, Chart.WIDTH);
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
        for (Distribution.Row row : rows(input).reversed()) {
            String name = digits(row) + " · " + name(row, input.conventions());
            table.row(cells(name, range(row, input.conventions()), row, summary));
        }
        page.raw(table.total(cells(
                        Words.text("report.total"),
                        "",
                        new Distribution.Row(
                                0,
                                0,
                                summary.withFigure(),
                                0,
                                summary.usableAreaM2(),
                                summary.peakPowerKWp(),
                                summary.yearlyYieldKWh()),
                        summary))
                .html());
        page.raw("</div>");
    }

    /**
     * The bars alone, with their text alternative.
     *
     * @param width of the drawing [px]
     */
    static void chart(ReportInput input, Page page, int width) {
        ClassStyle style = new ClassStyle(input.conventions());
        List<Chart.Bar> bars = new ArrayList<>();
        List<String> alt = new ArrayList<>();
        for (Distribution.Row row : rows(input).reversed()) {
            String name = name(row, input.conventions());
            String words = Words.counted("report.classes.bar", row.buildings());
            bars.add(new Chart.Bar(digits(row) + "  " + name, row.buildings(), words, style.colour(row.last())));
            alt.add(name + " " + Formats.number(row.buildings()));
        }
        page.drawing(Chart.horizontal(bars).scaledTo(width), Words.text("report.classes.alt", String.join(", ", alt)));
    }

    /** The classes from 1 up, joined where one alone would show a few private roofs; bins are class numbers. */
    static List<Distribution.Row> rows(ReportInput input) {
        List<Distribution.Row> byClass = Distribution.bins(
                        input.records(),
                        input.conventions().classes() + 1,
                        p -> Math.clamp(
                                p.suitabilityClass(), 1, input.conventions().classes()))
                .subList(1, input.conventions().classes() + 1);
        return Distribution.joined(byClass, input.options().privateAddresses());
    }

    private static String digits(Distribution.Row row) {
        return row.first() == row.last() ? String.valueOf(row.first()) : row.first() + "–" + row.last();
    }

    /** The name of a class, or of the first and last of several. */
    static String name(Distribution.Row row, Conventions conventions) {
        ClassStyle style = new ClassStyle(conventions);
        return row.first() == row.last()
                ? style.name(row.first())
                : Words.text(
                        "report.classes.joined",
                        style.name(row.first()),
                        style.name(row.last()).toLowerCase(java.util.Locale.FRENCH));
    }

    private static String range(Distribution.Row row, Conventions conventions) {
        List<Conventions.Value> thresholds = conventions.classThresholds();
        boolean lowest = row.first() == 1;
        boolean highest = row.last() == conventions.classes();
        if (lowest && highest) {
            return "";
        }
        String from =
                lowest ? "" : Formats.number(thresholds.get(row.first() - 2).value(), 0);
        String to = highest ? "" : Formats.number(thresholds.get(row.last() - 1).value(), 0);
        if (lowest) {
            return Words.text("render.class.below", to);
        }
        return highest ? Words.text("render.class.from", from) : Words.text("render.class.between", from, to);
    }

    private static String[] cells(String name, String range, Distribution.Row row, CommuneSummary summary) {
        double share = summary.yearlyYieldKWh() > 0 ? row.yieldKWh() / summary.yearlyYieldKWh() : Double.NaN;
        return new String[] {
            name,
            range,
            Formats.number(row.buildings()),
            Formats.number(row.usableAreaM2(), 0),
            Formats.number(row.peakPowerKWp(), 0),
            Formats.number(row.yieldKWh() / 1000, 0),
            Formats.percent(share, 0)
        };
    }
}
