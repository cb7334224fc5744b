package fr.heliotoit.report;

import fr.heliotoit.cadastre.SolarPotential;
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
        boolean unknown =
                input.records().stream().anyMatch(r -> r.outcome() instanceof SolarPotential p && p.monthsUnknown());
        if (!(year > 0) && unknown) {
            page.heading(Words.text("report.months.title"));
            page.paragraph(Words.text("report.months.unknown"));
        }
        if (!(year > 0)) {
            return;
        }
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.months.title"));
        List<String> headings = new ArrayList<>(List.of(Words.text("report.column.month")));
        List<String> cells = new ArrayList<>(List.of("MWh"));
        for (int m = 0; m < 12; m++) {
            headings.add("#" + name(m, TextStyle.SHORT));
            cells.add(words(months.get(m), year));
        }
        page.paragraph(Words.text(
                "report.months.intro",
                Formats.percent(
                        months.subList(3, 9).stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum()
                                / year,
                        0)));
        chart(input, page, Chart.WIDTH, 150, 11);
        page.raw(new Table("data months", Words.text("report.months.caption"), headings)
                .row(cells.toArray(String[]::new))
                .html());
        page.raw("</div>");
    }

    /** The bars alone, with their text alternative; sizes in pixels. */
    static void chart(ReportInput input, Page page, int width, int height, int fontSize) {
        List<Double> months = input.summary().monthlyYieldKWh();
        double year = months.stream().mapToDouble(Double::doubleValue).sum();
        List<Chart.Bar> bars = new ArrayList<>();
        List<String> alt = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            String words = words(months.get(m), year);
            bars.add(new Chart.Bar(
                    name(m, TextStyle.SHORT),
                    months.get(m),
                    words,
                    input.options().brand().chart()));
            alt.add(name(m, TextStyle.FULL) + " " + words);
        }
        page.drawing(
                Chart.vertical(bars, width, height, fontSize), Words.text("report.months.alt", String.join(", ", alt)));
    }

    /** Megawatt-hours, with a decimal where the commune is small [both kWh]. */
    private static String words(double month, double year) {
        return Formats.number(month / 1000, year < 100_000 ? 1 : 0);
    }

    private static String name(int month, TextStyle style) {
        return Month.of(month + 1).getDisplayName(style, Texts.current().locale());
    }
}
