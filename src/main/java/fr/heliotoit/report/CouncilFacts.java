package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.ObligationEntry;
import fr.heliotoit.text.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an evaluation says to a council of its own roofs, each in a sentence with its figures: money, law, heritage, ranking. */
final class CouncilFacts {
    private static final int BEST = 3;

    private CouncilFacts() {}

    /** Empty before an evaluation. */
    static List<String> of(ReportInput input) {
        List<BuildingRecord> roofs = input.publicBuildings();
        List<String> facts = new ArrayList<>();
        obligations(input, facts);
        money(roofs, facts);
        ranking(roofs, facts);
        heritage(roofs, facts);
        return facts;
    }

    /** The packs behind {@link #of}. */
    static List<String> citations(ReportInput input) {
        Set<String> packs = new LinkedHashSet<>();
        for (Attribute attribute :
                List.of(Attribute.OBLIGATION, Attribute.VAN, Attribute.NOTE, Attribute.COVISIBILITE)) {
            packs.addAll(input.decisions().of(attribute));
        }
        return List.copyOf(packs);
    }

    private static void obligations(ReportInput input, List<String> facts) {
        if (input.decisions().of(Attribute.OBLIGATION).isEmpty()) {
            return;
        }
        List<ObligationEntry> due = input.decisions().obligations().stream()
                .filter(e -> e.first().isPresent() && e.status() != ObligationEntry.Status.EQUIPPED)
                .toList();
        List<LocalDate> certain = due.stream()
                .flatMap(e -> e.first().stream())
                .filter(Duties.Duty::verified)
                .map(Duties.Duty::deadline)
                .sorted()
                .toList();
        if (!certain.isEmpty()) {
            facts.add(Words.counted("kit.council.due", certain.size(), Formats.date(certain.getFirst())));
        }
        if (due.size() > certain.size()) {
            facts.add(Words.counted("kit.council.unsure", due.size() - certain.size()));
        }
    }

    private static void money(List<BuildingRecord> roofs, List<String> facts) {
        List<BuildingRecord> known =
                roofs.stream().filter(r -> Attribute.VAN.valueOf(r) != null).toList();
        if (!known.isEmpty()) {
            long paying =
                    known.stream().filter(r -> number(r, Attribute.VAN) > 0).count();
            facts.add(Words.counted(
                    "kit.council.money",
                    known.size(),
                    Formats.quantity(sum(known, Attribute.INVESTISSEMENT) / 1000, 0, "k€"),
                    Formats.quantity(sum(known, Attribute.VAN) / 1000, 0, "k€"),
                    Formats.number(paying)));
        }
    }

    private static void ranking(List<BuildingRecord> roofs, List<String> facts) {
        String best = roofs.stream()
                .filter(r -> Attribute.RANG.valueOf(r) instanceof Integer)
                .sorted(Comparator.comparing(r -> (Integer) Attribute.RANG.valueOf(r)))
                .limit(BEST)
                .map(r -> Words.cut(Facts.title(r.building()), 60))
                .collect(Collectors.joining(", "));
        if (!best.isEmpty()) {
            facts.add(Words.text("kit.council.best", best));
        }
    }

    private static void heritage(List<BuildingRecord> roofs, List<String> facts) {
        long near = roofs.stream()
                .filter(r -> Attribute.COVISIBILITE.valueOf(r) != null)
                .count();
        long seen = roofs.stream()
                .filter(r -> "presumee".equals(Attribute.COVISIBILITE.valueOf(r)))
                .count();
        if (near > 0) {
            facts.add(Words.counted("kit.council.heritage", near, Formats.number(seen)));
        }
    }

    private static double sum(List<BuildingRecord> roofs, Attribute attribute) {
        return roofs.stream().mapToDouble(r -> number(r, attribute)).sum();
    }

    private static double number(BuildingRecord record, Attribute attribute) {
        return attribute.valueOf(record) instanceof Double d ? d : 0;
    }
}
