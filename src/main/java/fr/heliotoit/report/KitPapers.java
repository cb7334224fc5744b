package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.text.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Poster, slides and web page of the kit. */
final class KitPapers {
    private static final int MOST_PUBLIC = 8;
    /** Width between the margins of a slide [px]. */
    private static final int SLIDE = 1130;

    private final ReportInput input;
    private final KitTexts texts;

    KitPapers(ReportInput input, KitTexts texts) {
        this.input = input;
        this.texts = texts;
    }

    /**
     * The poster as PDF.
     *
     * @param scale 1 for A4, √2 for A3
     */
    byte[] poster(String size, double scale, QrCode qr, String qrAlt) throws IOException {
        Page page = new Page();
        page.raw("<div class=\"poster\">");
        page.logo(input.options().brand(), input.info().commune());
        page.raw("<div class=\"poster-band\"><h1 id=\"top\" class=\"poster-title\">"
                + Words.escape(texts.text("poster.title")) + "</h1><p class=\"poster-text\">"
                + Words.escape(texts.text("poster.text")) + "</p></div>");
        int width = (int) Math.round(Chart.WIDTH * scale);
        Drawing map = Maps.of(input).plain(Chart.WIDTH, mapHeight());
        page.drawing(map.scaledTo(width), texts.text("poster.map.alt"));
        page.paragraph("poster-legend", texts.text("visual.2.text"));
        page.raw("<div class=\"left\">");
        int code = (int) Math.round(150 * scale);
        page.drawing(new Drawing(code, code, g -> qr.draw(g, code)), qrAlt);
        page.raw("</div><div class=\"poster-beside\"><p class=\"poster-action\">"
                + Words.escape(texts.text("poster.action")) + "</p><p class=\"poster-qr\">"
                + Words.escape(texts.text("poster.qr")) + "</p><p class=\"poster-qr\">"
                + Words.escape(texts.where()) + "</p></div>"
                + "<div class=\"after\"></div></div>");
        return pdf(
                texts.text("poster.title"),
                texts.text("poster.note"),
                size,
                page,
                "body{font-size:" + 10 * scale + "pt}");
    }

    /** What the words leave of the page, so that a poster is one page [px]. */
    private int mapHeight() {
        int title = lines(texts.text("poster.title"), 26) * 56;
        int text = lines(texts.text("poster.text"), 46) * 29;
        int action = Math.max(0, lines(texts.text("poster.action"), 26) - 2) * 32;
        int where = Math.max(0, lines(texts.where(), 60) - 1) * 22;
        int logo = input.options().brand().logo() == null ? 0 : 90;
        return Math.clamp(680 - title - text - action - where - logo, 200, 490);
    }

    private static int lines(String words, int lettersPerLine) {
        return (words.length() + lettersPerLine - 1) / lettersPerLine;
    }

    /** The slides for the council as PDF, 16 : 9. */
    byte[] slides() throws IOException {
        Page page = new Page();
        page.raw("<div class=\"slide\">");
        page.logo(input.options().brand(), input.info().commune());
        page.raw("<div class=\"slide-cover\"><h1 id=\"top\" class=\"slide-title\">"
                + Words.escape(texts.text("slides.title")) + "</h1>");
        page.raw("<p class=\"slide-sub\">"
                + Words.escape(Words.cut(input.info().commune().name(), 80)) + "</p>");
        page.paragraph("slide-sub", texts.text("slides.subtitle"));
        page.raw("</div></div>");
        bullets(page, "slides.figures", texts.parts("slides.figures.text"));
        page.raw("<div class=\"slide\">");
        page.heading(texts.text("slides.map"));
        page.drawing(Maps.of(input).plain(SLIDE, 500), MapSection.alt(input));
        page.raw("</div>");
        charts(page);
        publicBuildings(page);
        council(page);
        bullets(page, "slides.next", texts.parts("slides.next.text"));
        return pdf(
                texts.text("slides.title"),
                texts.text("slides.limit"),
                "size:338.7mm 190.5mm;margin:16mm 18mm 16mm 18mm;",
                page,
                "@page{@bottom-left{font-size:13pt}@bottom-right{font-size:13pt}@top-left{font-size:13pt}}");
    }

    /** What the classes hold and how the year goes, where a figure is known. */
    private void charts(Page page) {
        CommuneSummary summary = input.summary();
        if (summary.withFigure() == 0) {
            return;
        }
        page.raw("<div class=\"slide\">");
        page.heading(Words.text("report.classes.title"));
        ClassesSection.chart(input, page, SLIDE);
        page.raw("</div>");
        if (summary.monthlyYieldKWh().stream().mapToDouble(Double::doubleValue).sum() > 0) {
            page.raw("<div class=\"slide\">");
            page.heading(texts.text("slides.months"));
            MonthsSection.chart(input, page, SLIDE, 430, 20);
            page.raw("</div>");
        }
    }

    /** What an evaluation says of the town's own roofs, with its packs. */
    private void council(Page page) {
        List<String> facts = CouncilFacts.of(input);
        if (facts.isEmpty()) {
            return;
        }
        page.raw("<div class=\"slide\">");
        page.heading(Words.text("kit.council.title"));
        page.raw("<ul class=\"slide-list dense\">");
        facts.forEach(fact -> page.raw("<li>" + Words.escape(fact) + "</li>"));
        page.raw("</ul>");
        Decisions.cite(page, CouncilFacts.citations(input));
        page.raw("</div>");
    }

    private void bullets(Page page, String heading, List<String> items) {
        page.raw("<div class=\"slide\">");
        page.heading(texts.text(heading));
        page.raw("<ul class=\"slide-list\">");
        items.forEach(i -> page.raw("<li>" + Words.escape(i) + "</li>"));
        page.raw("</ul></div>");
    }

    private void publicBuildings(Page page) {
        page.raw("<div class=\"slide\">");
        page.heading(texts.text("slides.public"));
        List<BuildingRecord> best = input.publicBuildings().stream()
                .filter(r -> r.outcome() instanceof SolarPotential)
                .sorted(Comparator.comparingDouble(
                                (BuildingRecord r) -> -((SolarPotential) r.outcome()).yearlyYieldKWh())
                        .thenComparing(r -> r.building().id()))
                .limit(MOST_PUBLIC)
                .toList();
        if (best.isEmpty()) {
            page.paragraph(texts.text("slides.public.none"));
        } else {
            Table table = new Table(
                    "data slide-table",
                    Words.text("report.municipal.caption"),
                    List.of(
                            Words.text("report.column.building"),
                            "#" + Words.text("report.column.usable"),
                            "#" + Words.text("report.column.power"),
                            "#" + Words.text("report.column.yieldMWh"),
                            Words.text("report.column.class")));
            for (BuildingRecord record : best) {
                SolarPotential p = (SolarPotential) record.outcome();
                table.row(
                        Words.cut(Facts.title(record.building()), 60),
                        Formats.number(p.usableAreaM2(), 0),
                        Formats.number(p.peakPowerKWp(), 1),
                        Formats.number(p.yearlyYieldKWh() / 1000, 1),
                        Facts.className(p, input.conventions()));
            }
            page.raw(table.html());
        }
        page.raw("</div>");
    }

    private byte[] pdf(String title, String foot, String size, Page page, String css) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Paper paper = new Paper(
                title, title, foot, input.info().synthetic(), input.options().brand(), size);
        PdfWriter.write(paper.source(page, css), input.date(), out);
        return out.toByteArray();
    }

    /** The article as a page for the town's site. */
    String webPage() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + (Words.french() ? "fr" : "en")
                + "\">\n<head>\n<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + Words.escape(texts.text("web.title")) + "</title>\n</head>\n<body>\n<article>\n<h1>"
                + Words.escape(texts.text("web.title"))
                + "</h1>\n<p><img src=\"visuel.png\" width=\"1200\" height=\"630\" alt=\""
                + Words.escape(texts.text("visual.1.alt")) + "\" style=\"max-width:100%;height:auto\"></p>\n");
        for (String paragraph : paragraphs("web.text")) {
            html.append("<p>").append(Words.escape(paragraph)).append("</p>\n");
        }
        return html + "<p><small>" + Words.escape(texts.text("visual.source"))
                + "</small></p>\n</article>\n</body>\n</html>\n";
    }

    List<String> paragraphs(String key) {
        return List.of(texts.text(key).split("\n+"));
    }
}
