package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.rules.ObligationEntry;
import java.util.List;
import java.util.Map;

/**
 * What a report says beside the figures of the sun, and the data packs that it comes from.
 *
 * @param citations of the attributes that were evaluated, as they are printed
 * @param obligations register of public buildings and car parks
 * @param obligationCitations packs of the register
 */
public record Decisions(
        Map<Attribute, List<String>> citations, List<ObligationEntry> obligations, List<String> obligationCitations) {
    /** Nothing evaluated. */
    public static final Decisions NONE = new Decisions(Map.of(), List.of(), List.of());

    public Decisions {
        citations = Map.copyOf(citations);
        obligations = List.copyOf(obligations);
        obligationCitations = List.copyOf(obligationCitations);
    }

    /** The line under a table: which packs, of when, expired or to be checked. */
    static void cite(Page page, List<String> packs) {
        if (!packs.isEmpty()) {
            page.paragraph("note", Words.text("report.packs", Words.fine(String.join(" ; ", packs))));
        }
    }

    List<String> of(Attribute attribute) {
        return citations.getOrDefault(attribute, List.of());
    }
}
