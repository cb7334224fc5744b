package fr.heliotoit.report;

import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.ObligationEntry;
import fr.heliotoit.text.Formats;
import java.util.List;
import java.util.stream.Collectors;

/** What the law asks of public buildings and car parks. */
final class ObligationsSection implements Section {
    private static final int MOST_ROWS = 40;

    @Override
    public void write(ReportInput input, Page page) {
        List<ObligationEntry> all = input.decisions().obligations();
        List<ObligationEntry> due =
                all.stream().filter(e -> e.first().isPresent()).toList();
        if (all.isEmpty()) {
            return;
        }
        // Heading and table stay together.
        page.raw(due.isEmpty() ? "" : "<div class=\"new-page\"></div>");
        page.heading(Words.text("report.obligations.title"));
        if (due.isEmpty()) {
            page.paragraph(Words.text("report.obligations.none", Formats.number(all.size())));
            Decisions.cite(page, input.decisions().obligationCitations());
            return;
        }
        page.paragraph(Words.text("report.obligations.intro", Formats.number(due.size()), Formats.number(all.size())));
        Table table = new Table(
                "data paged",
                Words.text("report.obligations.caption"),
                List.of(
                        Words.text("report.obligations.object"),
                        "#" + Words.text("report.obligations.area"),
                        Words.text("report.obligations.duty"),
                        Words.text("report.obligations.deadline"),
                        "#" + Words.text("report.obligations.margin"),
                        Words.text("report.obligations.status")));
        for (ObligationEntry entry : due.subList(0, Math.min(due.size(), MOST_ROWS))) {
            Duties.Duty first = entry.first().orElseThrow();
            table.row(
                    "",
                    List.of(
                            Words.escape(entry.name() == null ? entry.id() : entry.name(), 60),
                            keep(Formats.quantity(entry.areaM2(), 0, "m²")),
                            Words.escape(Words.fine(shortly(first.reference()))),
                            keep(Formats.date(first.deadline())),
                            keep(Formats.quantity(entry.marginM2(), 0, "m²")),
                            keep(Words.text(
                                    "rules.obligation.status." + entry.status().code()))));
        }
        page.raw(table.html());
        ObligationEntry.duties(due).forEach(duty -> page.paragraph("note", Words.capitalized(words(duty))));
        Decisions.cite(page, input.decisions().obligationCitations());
    }

    private static String keep(String words) {
        return "<span class=\"keep\">" + Words.escape(words) + "</span>";
    }

    /** What stands before the explanations, which follow below the table. */
    private static String shortly(String reference) {
        return reference.split(" : | ; ", 2)[0];
    }

    private static String words(Duties.Duty duty) {
        String language = Words.french() ? "fr" : "en";
        return Words.text(
                duty.verified() ? "report.obligations.text" : "report.obligations.text.unverified",
                Words.fine(duty.words().in(language)),
                Words.fine(duty.reference()),
                Formats.date(duty.deadline()),
                duty.exemptions().stream().map(w -> w.in(language)).collect(Collectors.joining(", ")));
    }
}
