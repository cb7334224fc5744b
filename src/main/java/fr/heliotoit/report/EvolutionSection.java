package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.text.Formats;
import java.util.List;

/** What changed since the snapshot before. */
final class EvolutionSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.evolution.title"));
        if (input.evolution().isEmpty()) {
            page.paragraph(Words.text("report.evolution.none"));
            page.raw("</div>");
            return;
        }
        Evolution e = input.evolution().get();
        page.paragraph(Words.text(
                "report.evolution.intro",
                Words.vintage(e.vintage()),
                input.vintage(),
                Words.counted("report.evolution.added", e.added()),
                Words.counted("report.evolution.removed", e.removed()),
                Words.counted("report.evolution.changed", e.changed()),
                Words.counted("report.evolution.unchanged", e.unchanged())));
        if (e.publicOnly()) {
            page.paragraph("note", Words.text("report.evolution.publicOnly", Groups.LEAST));
        }
        CommuneSummary before = e.before();
        CommuneSummary now = e.now();
        Table table = new Table(
                "data",
                Words.text("report.evolution.caption"),
                List.of(
                        Words.text("report.column.figure"),
                        "#" + Words.vintage(e.vintage()),
                        "#" + input.vintage(),
                        "#" + Words.text("report.column.difference")));
        row(table, "buildings", before.buildings(), now.buildings(), "");
        row(table, "withFigure", before.withFigure(), now.withFigure(), "");
        if (before.withFigure() > 0 && now.withFigure() > 0) {
            row(table, "usable", before.usableAreaM2(), now.usableAreaM2(), "m²");
            row(table, "power", before.peakPowerKWp(), now.peakPowerKWp(), Words.french() ? "kWc" : "kWp");
            row(table, "yield", before.yearlyYieldKWh() / 1000, now.yearlyYieldKWh() / 1000, "MWh");
        }
        page.raw(table.html());
        page.paragraph("note", Words.text("report.evolution.note"));
        page.raw("</div>");
    }

    private static void row(Table table, String name, double before, double now, String unit) {
        double difference = now - before;
        String signed = (Math.round(difference) > 0 ? "+" : Math.round(difference) < 0 ? "\u2013" : "")
                + Formats.quantity(Math.abs(difference), 0, unit);
        String share = before > 0 && Math.round(difference) != 0
                ? " (" + (difference > 0 ? "+" : "\u2013") + Formats.percent(Math.abs(difference) / before, 1) + ")"
                : "";
        table.row(
                Words.text("report.evolution." + name),
                Formats.quantity(before, 0, unit),
                Formats.quantity(now, 0, unit),
                signed + share);
    }
}
