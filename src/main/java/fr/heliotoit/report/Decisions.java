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
 * @param advice the size that pays best, by building: for those that are shown one by one
 */
public record Decisions(
        Map<Attribute, List<String>> citations,
        List<ObligationEntry> obligations,
        List<String> obligationCitations,
        Map<String, Advice> advice) {
    /** Nothing evaluated. */
    public static final Decisions NONE = new Decisions(Map.of(), List.of(), List.of());

    public Decisions {
        citations = Map.copyOf(citations);
        obligations = List.copyOf(obligations);
        obligationCitations = List.copyOf(obligationCitations);
        advice = Map.copyOf(advice);
    }

    /** Without advice on any roof. */
    public Decisions(
            Map<Attribute, List<String>> citations,
            List<ObligationEntry> obligations,
            List<String> obligationCitations) {
        this(citations, obligations, obligationCitations, Map.of());
    }

    public Decisions withAdvice(Map<String, Advice> advised) {
        return new Decisions(citations, obligations, obligationCitations, advised);
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
