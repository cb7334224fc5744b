package fr.heliotoit.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What surrounds the words of any printed thing: its properties, its style sheet, its margins.
 *
 * @param title of the document
 * @param description of the document
 * @param foot printed at the foot of every page
 * @param synthetic whether every page says that the data are made up
 * @param size of the pages and their margins, as CSS
 */
record Paper(String title, String description, String foot, boolean synthetic, Brand brand, String size) {
    static final String A4 = "size:A4;margin:20mm 18mm 20mm 18mm;";
    static final String A4_LANDSCAPE = "size:A4 landscape;margin:18mm 15mm 18mm 15mm;";

    /** The whole document, ready for the printer. */
    PdfWriter.Source source(Page page) throws IOException {
        return source(page, "");
    }

    /** @param css added after the common style sheet */
    PdfWriter.Source source(Page page, String css) throws IOException {
        return new PdfWriter.Source(html(page, css), page.drawings());
    }

    private String html(Page page, String css) throws IOException {
        StringBuilder bookmarks = new StringBuilder();
        for (Page.Heading heading : page.headings()) {
            bookmarks
                    .append("<bookmark name=\"")
                    .append(Words.escape(heading.words()))
                    .append("\" href=\"#")
                    .append(heading.id())
                    .append("\"/>");
        }
        return "<html lang=\"" + (Words.french() ? "fr" : "en") + "\"><head><title>" + Words.escape(title, 200)
                + "</title><meta name=\"description\" content=\"" + Words.escape(description, 300)
                + "\"/><meta name=\"subject\" content=\"" + Words.escape(description, 300) + "\"/><bookmarks>"
                + bookmarks + "</bookmarks><style>" + style() + css + "</style></head><body>" + page.html()
                + "</body></html>";
    }

    private String style() throws IOException {
        try (InputStream stream = Paper.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("report.css is not shipped");
            }
            String css = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("$scripts", Scripts.families())
                    .replace("$primary", Brand.hex(brand.primaryInk()))
                    .replace("$band", Brand.hex(brand.primary()))
                    .replace("$onband", Brand.hex(brand.onPrimary()))
                    .replace("$accent", Brand.hex(brand.accentInk()));
            String number = Words.cssString(Words.text("report.page") + " ") + " counter(page) ' / ' counter(pages)";
            String banner = synthetic ? Words.cssString(Words.text("report.synthetic")) : "''";
            return css + "@page{" + size
                    + margin("bottom-left", "80%", "left", Words.cssString(foot), "color:#444444")
                    + margin("bottom-right", "20%", "right", number, "color:#444444")
                    + margin("top-left", "100%", "left", banner, "color:#9c2a00;font-weight:700")
                    + "}";
        }
    }

    private static String margin(String place, String width, String align, String content, String look) {
        return "@" + place + "{font-family:'Noto Sans'" + Scripts.families()
                + ";font-size:8pt;vertical-align:middle;width:" + width + ";text-align:" + align + ";content:" + content
                + ";" + look + "}";
    }
}
