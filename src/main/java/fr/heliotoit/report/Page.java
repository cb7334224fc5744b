package fr.heliotoit.report;

import fr.heliotoit.cadastre.Commune;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The report while it is written: HTML, its headings (for the bookmarks) and its drawings. Every method that takes words takes them
 * plain and escapes them, except {@link #raw}.
 */
final class Page {
    /** A heading that the bookmarks list. */
    record Heading(String id, String words) {}

    private final StringBuilder html = new StringBuilder();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();

    Page raw(String markup) {
        html.append(markup);
        return this;
    }

    Page heading(String words) {
        String id = "h" + (headings.size() + 1);
        headings.add(new Heading(id, words));
        return raw("<h2 id=\"" + id + "\">" + Words.escape(words) + "</h2>");
    }

    Page subheading(String words) {
        return raw("<h3>" + Words.escape(words) + "</h3>");
    }

    Page paragraph(String words) {
        return paragraph("text", words);
    }

    Page paragraph(String cssClass, String words) {
        return raw("<p class=\"" + cssClass + "\">" + Words.escape(words) + "</p>");
    }

    /** @param alt what the drawing shows, with figures, for those who do not see it */
    Page drawing(Drawing drawing, String alt) {
        drawings.add(drawing);
        return raw("<div class=\"figure\"><object type=\"" + Drawing.TYPE + "\" data=\"" + (drawings.size() - 1)
                + "\" style=\"width:" + drawing.width() + "px;height:" + drawing.height() + "px\" alt=\""
                + Words.escape(alt) + "\"></object></div>");
    }

    /** The commune's logo, when it has one. */
    Page logo(Brand brand, Commune commune) {
        BufferedImage logo = brand.logo();
        if (logo == null) {
            return this;
        }
        double scale = Math.min(220.0 / logo.getWidth(), 76.0 / logo.getHeight());
        int width = (int) Math.max(1, Math.round(logo.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(logo.getHeight() * scale));
        return drawing(
                new Drawing(width, height, g -> Drawing.image(g, logo, scale)),
                Words.about("report.logo.alt", Words.name(commune)));
    }

    List<Heading> headings() {
        return headings;
    }

    List<Drawing> drawings() {
        return drawings;
    }

    String html() {
        return html.toString();
    }
}
