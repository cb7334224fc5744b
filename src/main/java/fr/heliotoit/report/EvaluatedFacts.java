package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.ObligationEntry;
import fr.heliotoit.rules.ScorePoints;
import fr.heliotoit.text.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money, law, heritage and existing systems of one building on its sheet, as far as they were evaluated, with the packs they come from. */
final class EvaluatedFacts {
    private static final List<Attribute> SHOWN = List.of(
            Attribute.CONSOMMATION,
            Attribute.AUTOCONSOMMATION,
            Attribute.AUTOPRODUCTION,
            Attribute.VENTE,
            Attribute.INVESTISSEMENT,
            Attribute.RETOUR,
            Attribute.VAN,
            Attribute.COUT,
            Attribute.MESURE,
            Attribute.PRODUCTION_RECALEE,
            Attribute.RANG,
            Attribute.NOTE,
            Attribute.ECHEANCE);

    private EvaluatedFacts() {}

    static void write(ReportInput input, BuildingRecord record, Page page) {
        List<Facts.Fact> facts = new ArrayList<>();
        List<String> packs = new ArrayList<>();
        cite(input, record, Attribute.PRODUCTION_MIN, packs);
        for (Attribute attribute : SHOWN) {
            Object value = attribute.valueOf(record);
            if (value != null) {
                facts.add(new Facts.Fact(
                        Words.text("cadastre.attribute." + attribute.attributeName()), words(attribute, value)));
                cite(input, record, attribute, packs);
            }
        }
        Advice advice = input.decisions().advice().get(record.building().id());
        if (advice != null) {
            facts.addAll(advice.facts());
            advice.citations().stream().filter(p -> !packs.contains(p)).forEach(packs::add);
        }
        List<String> notes = notes(input, record);
        if (facts.isEmpty() && notes.isEmpty()) {
            return;
        }
        cite(input, record, Attribute.DISTANCE, packs);
        cite(input, record, Attribute.OBLIGATION, packs);
        page.raw("<div class=\"together\">");
        page.heading(Words.text("report.sheet.evaluated"));
        if (!facts.isEmpty()) {
            page.raw(Facts.pairs(Words.text("report.sheet.evaluated.caption"), facts));
        }
        notes.forEach(note -> page.paragraph("note", note));
        Decisions.cite(page, packs);
        page.raw("</div>");
    }

    private static List<String> notes(ReportInput input, BuildingRecord record) {
        List<String> notes = new ArrayList<>();
        String duty = duty(input, record);
        if (duty != null) {
            notes.add(duty);
        }
        if (Attribute.PROTECTION.valueOf(record) instanceof String protection
                && Attribute.DISTANCE.valueOf(record) instanceof Double distance) {
            notes.add(Words.text(
                    "report.sheet.evaluated.heritage",
                    Words.cut(protection, 120),
                    Formats.quantity(distance, 0, Attribute.DISTANCE.unit()),
                    Words.text("report.covisibility." + String.valueOf(Attribute.COVISIBILITE.valueOf(record)))));
        }
        if (Attribute.VAN.valueOf(record) != null) {
            notes.add(Words.text("report.sheet.evaluated.note"));
        }
        if (Attribute.MOTIFS.valueOf(record) instanceof String reasons) {
            List<ScorePoints> points = ScorePoints.read(reasons);
            if (!points.isEmpty()) {
                notes.add(Words.text(
                        "report.sheet.evaluated.reasons",
                        points.stream()
                                .map(p -> Words.text("rules.score." + p.criterion()) + " " + p.ratio())
                                .collect(Collectors.joining(" ; "))));
            }
        }
        return notes;
    }

    private static void cite(ReportInput input, BuildingRecord record, Attribute attribute, List<String> packs) {
        if (attribute.valueOf(record) != null) {
            input.decisions().of(attribute).stream()
                    .filter(p -> !packs.contains(p))
                    .forEach(packs::add);
        }
    }

    private static String words(Attribute attribute, Object value) {
        return switch (attribute) {
            case VENTE -> Words.text("report.sale." + value);
            case ECHEANCE -> Formats.date(LocalDate.parse(value.toString()));
            default ->
                value instanceof Double d
                        ? Formats.quantity(d, attribute.decimals(), attribute.unit())
                        : Words.cut(value.toString(), 120);
        };
    }

    /** What the law asks, in words; null when nothing is asked, or when the register does not hold the building. */
    private static @Nullable String duty(ReportInput input, BuildingRecord record) {
        return input.decisions().obligations().stream()
                .filter(e -> !e.carPark() && e.id().equals(record.building().id()))
                .findFirst()
                .flatMap(ObligationEntry::first)
                .map(EvaluatedFacts::words)
                .orElse(null);
    }

    private static String words(Duties.Duty duty) {
        return Words.text(
                duty.verified() ? "report.sheet.evaluated.duty" : "report.sheet.evaluated.dutyUnverified",
                Words.fine(duty.words().in(Words.french() ? "fr" : "en")),
                Words.fine(duty.reference()));
    }
}
