package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** The roofs of the commune by class. */
final class MapSection implements Section {
    private static final int HEIGHT = 780;

    @Override
    public void write(ReportInput input, Page page) {
        // without a figure there is no class to show, and the cover has the map
        if (input.summary().withFigure() == 0) {
            return;
        }
        page.raw("<div class=\"new-page\">");
        page.heading(Words.text("report.map.title"));
        page.drawing(Maps.of(input).commune(Chart.WIDTH, HEIGHT), alt(input));
        page.paragraph(
                "note",
                Words.text("report.map.note")
                        + (input.options().privateAddresses()
                                ? ""
                                : " " + Words.text("report.map.averaged", Groups.LEAST)));
        page.raw("</div>");
    }

    /** The map in words. */
    static String alt(ReportInput input) {
        List<String> parts = new ArrayList<>();
        for (Distribution.Row row : ClassesSection.rows(input).reversed()) {
            if (row.buildings() > 0) {
                parts.add(ClassesSection.name(row, input.conventions()) + " " + Formats.number(row.buildings()));
            }
        }
        CommuneSummary summary = input.summary();
        int none = summary.buildings() - summary.withFigure();
        if (none > 0) {
            parts.add(Words.text("report.map.unknown") + " " + Formats.number(none));
        }
        return Words.about("report.map.alt", Words.name(input.info().commune()), String.join(", ", parts));
    }
}
