package fr.heliotoit.report;

import java.util.List;

/** A table with a caption and column headings that are repeated on every page. */
final class Table {
    private final StringBuilder html = new StringBuilder();
    private final List<Boolean> numbers;

    /**
     * @param headings of the columns; one that begins with {@code #} is of numbers, set to the right
     */
    Table(String cssClass, String caption, List<String> headings) {
        numbers = headings.stream().map(h -> h.startsWith("#")).toList();
        html.append("<table class=\"").append(cssClass).append("\"><caption>").append(Words.escape(caption));
        html.append("</caption><thead><tr>");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            html.append("<th scope=\"col\"").append(number ? " class=\"n\">" : ">");
            html.append(Words.escape(number ? heading.substring(1) : heading)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    /** @param cells plain words */
    Table row(String... cells) {
        return row("", List.of(cells).stream().map(Words::escape).toList());
    }

    Table total(String... cells) {
        return row("total", List.of(cells).stream().map(Words::escape).toList());
    }

    /** @param cells HTML, already escaped */
    Table row(String cssClass, List<String> cells) {
        html.append("<tr").append(cssClass.isEmpty() ? ">" : " class=\"" + cssClass + "\">");
        for (int i = 0; i < cells.size(); i++) {
            html.append(numbers.get(i) ? "<td class=\"n\">" : "<td>")
                    .append(cells.get(i))
                    .append("</td>");
        }
        html.append("</tr>");
        return this;
    }

    String html() {
        return html + "</tbody></table>";
    }
}
