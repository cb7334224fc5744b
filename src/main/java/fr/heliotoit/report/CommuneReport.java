package fr.heliotoit.report;

import fr.heliotoit.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report of a commune: sections in a row, made into a tagged PDF. */
public final class CommuneReport {
    private static final List<Section> SECTIONS = List.of(
            new CoverSection(),
            new EssentialsSection(),
            new MapSection(),
            new ClassesSection(),
            new MonthsSection(),
            new MunicipalSection(),
            new UnknownSection(),
            new MethodSection());

    private CommuneReport() {}

    /**
     * Writes the report in the current language.
     *
     * @throws java.util.concurrent.CancellationException when the user asked to stop; the stream is not complete then
     */
    public static void write(ReportInput input, OutputStream out, Progress progress) throws IOException {
        Page page = new Page();
        for (int i = 0; i < SECTIONS.size(); i++) {
            progress.check();
            progress.at("report.stage", i, SECTIONS.size() + 1L);
            SECTIONS.get(i).write(input, page);
        }
        progress.check();
        progress.at("report.stage", SECTIONS.size(), SECTIONS.size() + 1L);
        PdfWriter.write(html(input, page), page.drawings(), input.date(), out);
        progress.at("report.stage", SECTIONS.size() + 1L, SECTIONS.size() + 1L);
    }

    private static String html(ReportInput input, Page page) throws IOException {
        String title = Words.text("report.cover.title", input.info().commune().name());
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
                + "</title><meta name=\"description\" content=\""
                + Words.escape(
                        Words.text("report.description", input.info().commune().name()), 300)
                + "\"/><meta name=\"subject\" content=\""
                + Words.escape(
                        Words.text("report.description", input.info().commune().name()), 300)
                + "\"/><bookmarks>" + bookmarks + "</bookmarks><style>" + style(input) + "</style></head><body>"
                + page.html() + "</body></html>";
    }

    private static String style(ReportInput input) throws IOException {
        try (InputStream stream = CommuneReport.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("report.css is not shipped");
            }
            String css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String foot = Words.cssString(Words.text("report.foot", input.version()));
            String number = Words.cssString(Words.text("report.page") + " ") + " counter(page) ' / ' counter(pages)";
            String banner = input.info().synthetic() ? Words.cssString(Words.text("report.synthetic")) : "''";
            return css + "@page{"
                    + margin("bottom-left", "80%", "left", foot, "color:#444444")
                    + margin("bottom-right", "20%", "right", number, "color:#444444")
                    + margin("top-left", "100%", "left", banner, "color:#9c2a00;font-weight:700")
                    + "}";
        }
    }

    private static String margin(String place, String width, String align, String content, String look) {
        return "@" + place + "{font-family:'Noto Sans';font-size:8pt;vertical-align:middle;width:" + width
                + ";text-align:" + align + ";content:" + content + ";" + look + "}";
    }
}
