package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Survey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The sheet to fill by hand on site: what is known already, a plan to draw on, and what a study will ask. */
public final class SurveySheet {
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
        if (record.outcome() instanceof SolarPotential) {
            Decisions.cite(page, input.packs());
        }
        page.raw("</div><div class=\"after\"></div>");
        if (!notes.isBlank()) {
            page.paragraph("note", Words.text("report.survey.notes", Words.cut(notes, 320)));
        }
        page.heading(Words.text("report.survey.form"));
        for (Survey.Group group : Survey.groups()) {
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

    /** A table of questions with the answers to tick, or room to write. */
    private static void group(Survey.Group group, Page page) {
        page.raw("<div class=\"together\"><table class=\"data form\"><caption>" + escaped(group.title())
                + "</caption><tbody>");
        for (Survey.Question question : group.questions()) {
            page.raw("<tr><th scope=\"row\">" + escaped(question.words()) + "</th><td>");
            for (String answer : question.answers()) {
                page.raw("<span class=\"choice\"><span class=\"tick\">\u00A0</span>\u00A0" + escaped(answer)
                        + "</span> ");
            }
            page.raw((question.answers().isEmpty() ? "\u00A0" : "") + "</td></tr>");
        }
        page.raw("</tbody></table></div>");
    }

    private static String escaped(String words) {
        return Words.escape(Words.fine(words));
    }
}
