package fr.heliotoit.report;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** Logo, title, what and when, the map, and the figures to remember. */
final class CoverSection implements Section {
    private static final int MAP_HEIGHT = 560;
    private static final int LOGO_HEIGHT = 90;

    @Override
    public void write(ReportInput input, Page page) {
        Commune commune = input.info().commune();
        page.logo(input.options().brand(), commune);
        page.raw("<p class=\"kicker\">" + Words.escape(Words.text("report.cover.kicker")) + "</p>");
        page.raw("<h1 id=\"top\">" + Words.escape(Words.text("report.cover.heading")) + "<br/>"
                + Words.escape(commune.name(), 120) + "</h1>");
        List<String> facts = new ArrayList<>();
        if (commune.inseeCode() != null) {
            facts.add(Words.text("report.cover.insee", commune.inseeCode()));
        }
        if (commune.epci() != null) {
            facts.add(Words.cut(commune.epci(), 120));
        }
        if (commune.population() != null) {
            facts.add(Words.counted("report.cover.population", commune.population()));
        }
        if (!facts.isEmpty()) {
            page.paragraph("place", String.join(" · ", facts));
        }
        page.paragraph("date", Words.text("report.cover.date", input.vintage(), Formats.date(input.date())));
        String perimeter = input.options().perimeter();
        if (perimeter != null) {
            page.paragraph("date", Words.text("report.cover.perimeter", Words.cut(perimeter, 200)));
        }
        keyFigures(input.summary(), page);
        if (!input.records().isEmpty()) {
            int height = input.options().brand().logo() == null ? MAP_HEIGHT : MAP_HEIGHT - LOGO_HEIGHT;
            page.drawing(
                    Maps.of(input).plain(Chart.WIDTH, height),
                    Words.about("report.cover.map.alt", Words.name(commune)));
            // Without a figure there is no page with the legend to send to.
            if (input.summary().withFigure() > 0) {
                page.paragraph("note", Words.text("report.cover.map"));
            }
        }
    }

    private static void keyFigures(CommuneSummary summary, Page page) {
        page.raw("<div class=\"key\">");
        key(page, Formats.number(summary.buildings()), Words.counted("report.key.buildings", summary.buildings()));
        if (summary.withFigure() > 0) {
            key(page, Energy.area(summary.usableAreaM2()), Words.text("report.key.usable"));
            key(page, Energy.power(summary.peakPowerKWp()), Words.text("report.key.power"));
            key(page, Energy.perYear(summary.yearlyYieldKWh()), Words.text("report.key.yield"));
        } else {
            key(page, "—", Words.text("report.key.none"));
        }
        page.raw("<div class=\"after\"></div></div>");
    }

    static void key(Page page, String figure, String words) {
        page.raw("<p class=\"key-figure\"><span class=\"figure-large\">" + Words.escape(figure) + "</span><br/>"
                + Words.escape(words) + "</p>");
    }
}
