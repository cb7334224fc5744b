package fr.heliotoit.report;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** Title, what and when, and the figures to remember. */
final class CoverSection implements Section {
    @Override
    public void write(ReportInput input, Page page) {
        Commune commune = input.info().commune();
        page.raw("<p class=\"kicker\">" + Words.escape(Words.text("report.cover.kicker")) + "</p>");
        page.raw("<h1 id=\"top\">" + Words.escape(Words.text("report.cover.heading")) + "<br/>"
                + Words.escape(commune.name(), 120) + "</h1>");
        List<String> facts = new ArrayList<>();
        if (commune.inseeCode() != null) {
            facts.add(Words.text("report.cover.insee", commune.inseeCode()));
        }
        if (commune.epci() != null) {
            facts.add(commune.epci());
        }
        if (commune.population() != null) {
            facts.add(Words.counted("report.cover.population", commune.population()));
        }
        if (!facts.isEmpty()) {
            page.paragraph("place", String.join(" · ", facts));
        }
        page.paragraph("date", Words.text("report.cover.date", input.vintage(), Formats.date(input.date())));
        keyFigures(input.summary(), page);
    }

    private static void keyFigures(CommuneSummary summary, Page page) {
        page.raw("<table class=\"key\"><tbody><tr>");
        key(page, Formats.number(summary.buildings()), Words.text("report.key.buildings"));
        if (summary.withFigure() > 0) {
            key(page, Energy.area(summary.usableAreaM2()), Words.text("report.key.usable"));
            key(page, Energy.power(summary.peakPowerKWp()), Words.text("report.key.power"));
            key(page, Energy.perYear(summary.yearlyYieldKWh()), Words.text("report.key.yield"));
        } else {
            key(page, "—", Words.text("report.key.none"));
        }
        page.raw("</tr></tbody></table>");
    }

    private static void key(Page page, String figure, String words) {
        page.raw("<td><span class=\"figure-large\">" + Words.escape(figure) + "</span><br/>" + Words.escape(words)
                + "</td>");
    }
}
