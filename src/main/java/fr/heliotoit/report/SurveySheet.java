package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The sheet to fill by hand on site: what is known already, a plan to draw on, and what a study will ask. */
public final class SurveySheet {
    private static final List<String> GROUPS =
            List.of("access", "cover", "structure", "shade", "electricity", "heritage", "measures");
    private static final int LONGEST = 60;

    private SurveySheet() {}

    /**
     * Writes the sheet in the current language.
     *
     * @param notes what the town hall wrote about the building so far, or empty
     */
    public static void write(ReportInput input, BuildingRecord given, String notes, OutputStream out)
            throws IOException {
        BuildingRecord record = Facts.largestPlanesFirst(given);
        Page page = new Page();
        BuildingSheet.head(input, record.building(), "report.survey.kicker", page);
        page.paragraph(Words.text("report.survey.intro"));
        page.raw("<div class=\"left\">");
        page.drawing(
                BuildingSheet.around(input, record).building(record, input.modulesOf(record), 330, 270),
                Facts.mapAlt(input, record));
        page.raw("</div><div class=\"beside-map\">");
        List<Facts.Fact> known = new java.util.ArrayList<>(Facts.identity(record.building()));
        known.addAll(Facts.brief(input, record));
        page.raw(Facts.table(Words.text("report.survey.known"), known));
        page.raw("</div><div class=\"after\"></div>");
        if (!notes.isBlank()) {
            page.paragraph("note", Words.text("report.survey.notes", Words.cut(notes, 320)));
        }
        page.heading(Words.text("report.survey.form"));
        for (String group : GROUPS) {
            group(group, page);
        }
        page.raw("<div class=\"together\">");
        page.subheading(Words.text("report.survey.remarks"));
        page.raw("<p class=\"blank\">\u00A0</p><p class=\"blank\">\u00A0</p><p class=\"blank\">\u00A0</p>");
        page.raw("<p class=\"sign\">"
                + Words.escape(Words.text("report.survey.sign")).replace("   ", "\u00A0\u00A0 ") + "</p></div>");
        String title = Words.text("report.survey.documentTitle", Facts.title(record.building()));
        PdfWriter.write(
                new Paper(
                                title,
                                title,
                                Words.text(
                                        "report.survey.foot",
                                        Words.cut(record.building().id(), LONGEST)),
                                input.info().synthetic(),
                                input.options().brand(),
                                Paper.A4)
                        .source(page),
                input.date(),
                out);
    }

    /** A table of questions; the answers to choose from stand after a {@code |} each, what is to be written after none. */
    private static void group(String group, Page page) {
        page.raw("<div class=\"together\"><table class=\"data form\"><caption>"
                + Words.escape(Words.text("report.survey." + group)) + "</caption><tbody>");
        for (String line : Words.text("report.survey." + group + ".lines").split(";")) {
            String[] parts = line.strip().split("\\|");
            page.raw("<tr><th scope=\"row\">" + Words.escape(parts[0].strip()) + "</th><td>");
            for (int i = 1; i < parts.length; i++) {
                page.raw("<span class=\"choice\"><span class=\"tick\">\u00A0</span>\u00A0"
                        + Words.escape(parts[i].strip()) + "</span> ");
            }
            page.raw((parts.length == 1 ? "\u00A0" : "") + "</td></tr>");
        }
        page.raw("</tbody></table></div>");
    }
}
