package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.text.Formats;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
            reasons(input, table);
            page.raw(table.total(Words.text("report.total"), Formats.number(none))
                    .html());
        }
        page.raw("</div>");
    }

    /** Largest first; reasons that a few private roofs have are counted together. */
    private static void reasons(ReportInput input, Table table) {
        List<Map.Entry<NoFigure.Reason, Integer>> reasons = input.summary().byReason().entrySet().stream()
                .sorted(Map.Entry.<NoFigure.Reason, Integer>comparingByValue().reversed())
                .toList();
        int[] privately = reasons.stream()
                .mapToInt(e -> input.options().privateAddresses() ? 0 : privateOnes(input, e.getKey()))
                .toArray();
        for (int[] run : Groups.runs(privately)) {
            List<Map.Entry<NoFigure.Reason, Integer>> together = reasons.subList(run[0], run[1] + 1);
            table.row(
                    together.stream()
                            .map(e -> Words.text("cadastre.reason." + e.getKey().code()))
                            .collect(Collectors.joining(" · ")),
                    Formats.number(
                            together.stream().mapToInt(Map.Entry::getValue).sum()));
        }
    }

    private static int privateOnes(ReportInput input, NoFigure.Reason reason) {
        return (int) input.records().stream()
                .filter(r ->
                        !r.building().publicOwner() && r.outcome() instanceof NoFigure none && none.reason() == reason)
                .count();
    }
}
