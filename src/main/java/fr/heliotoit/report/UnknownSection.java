package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.text.Formats;
import java.util.List;
import java.util.Map;

/** The buildings without a figure, and why. */
final class UnknownSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        CommuneSummary summary = input.summary();
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.unknown.title"));
        int none = summary.buildings() - summary.withFigure();
        if (none == 0) {
            page.paragraph(Words.text(summary.buildings() == 0 ? "report.unknown.empty" : "report.unknown.nothing"));
        } else {
            page.paragraph(Words.counted(
                    "report.unknown.intro", none, Formats.percent((double) none / summary.buildings(), 0)));
            Table table = new Table(
                    "data",
                    Words.text("report.unknown.caption"),
                    List.of(Words.text("report.column.reason"), "#" + Words.text("report.column.buildings")));
            summary.byReason().entrySet().stream()
                    .sorted(Map.Entry.<NoFigure.Reason, Integer>comparingByValue()
                            .reversed())
                    .forEach(e -> table.row(
                            Words.text("cadastre.reason." + e.getKey().code()), Formats.number(e.getValue())));
            page.raw(table.total(Words.text("report.total"), Formats.number(none))
                    .html());
        }
        page.raw("</div>");
    }
}
