package fr.heliotoit.report;

import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** The year's course of the production, when the months are known. */
final class MonthsSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        List<Double> months = input.summary().monthlyYieldKWh();
        double year = months.stream().mapToDouble(Double::doubleValue).sum();
        if (!(year > 0)) {
            return;
        }
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.months.title"));
        List<Chart.Bar> bars = new ArrayList<>();
        List<String> alt = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of(Words.text("report.column.month")));
        List<String> cells = new ArrayList<>(List.of("MWh"));
        boolean small = year < 100_000;
        for (int m = 0; m < 12; m++) {
            String words = Formats.number(months.get(m) / 1000, small ? 1 : 0);
            String shortName = name(m, TextStyle.SHORT);
            bars.add(new Chart.Bar(
                    shortName, months.get(m), words, input.options().brand().chart()));
            alt.add(name(m, TextStyle.FULL) + " " + words);
            headings.add("#" + shortName);
            cells.add(words);
        }
        page.paragraph(Words.text(
                "report.months.intro",
                Formats.percent(
                        months.subList(3, 9).stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum()
                                / year,
                        0)));
        page.drawing(
                Chart.vertical(bars, Chart.WIDTH, 150, 11), Words.text("report.months.alt", String.join(", ", alt)));
        page.raw(new Table("data months", Words.text("report.months.caption"), headings)
                .row(cells.toArray(String[]::new))
                .html());
        page.raw("</div>");
    }

    private static String name(int month, TextStyle style) {
        return Month.of(month + 1).getDisplayName(style, Texts.current().locale());
    }
}
