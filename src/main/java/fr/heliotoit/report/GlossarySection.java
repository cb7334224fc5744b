package fr.heliotoit.report;

import fr.heliotoit.text.Formats;
import java.util.List;

/** The words that a reader may not know, and what must be said by law and courtesy. */
final class GlossarySection implements Section {
    private static final List<String> TERMS = List.of(
            "potential", "usable", "kwp", "kwh", "irradiation", "class", "orientation", "tilt", "vintage", "dsm");
    private static final List<String> NOTICES = List.of("estimate", "sources", "privacy", "licence");

    @Override
    public void write(ReportInput input, Page page) {
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.glossary.title"));
        page.raw("<table class=\"data glossary\"><caption>" + Words.escape(Words.text("report.glossary.caption"))
                + "</caption><thead><tr><th scope=\"col\">" + Words.escape(Words.text("report.column.term"))
                + "</th><th scope=\"col\">" + Words.escape(Words.text("report.column.meaning"))
                + "</th></tr></thead><tbody>");
        for (String term : TERMS) {
            page.raw("<tr><th scope=\"row\">" + Words.escape(Words.text("report.glossary." + term)) + "</th><td>"
                    + Words.escape(Words.text("report.glossary." + term + ".meaning")) + "</td></tr>");
        }
        page.raw("</tbody></table></div>");
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.legal.title"));
        page.paragraph(Words.about(
                "report.legal.publisher",
                Words.name(input.info().commune()),
                Formats.date(input.date()),
                input.version().isEmpty() ? "Héliotoit" : "Héliotoit " + input.version()));
        for (String notice : NOTICES) {
            page.paragraph(Words.text("report.legal." + notice
                    + (notice.equals("privacy") && input.options().privateAddresses() ? "Open" : "")));
        }
        String site = input.options().brand().site();
        if (site != null) {
            page.paragraph(Words.text("report.legal.site", site));
        }
        page.raw("</div>");
    }
}
