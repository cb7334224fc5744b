package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.BuildingDetails;
import fr.heliotoit.app.DataPacks;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.Town;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.PackKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the card says of money, law, heritage, existing systems and ranking. */
class DetailSectionsTest {
    private static final BuildingRecord PLAIN = Town.records(60).get(7);

    @Test
    void nothingIsSaidThatWasNotEvaluated() {
        assertThat(DetailSections.of(PLAIN, details(Map.of(), Optional.empty())))
                .isEmpty();
    }

    /** Whatever is evaluated, and each value alone: the part of the card that shows it names its pack. */
    @Test
    void everyEvaluatedValueIsShownWithItsPack() {
        for (Attribute attribute : Attribute.values()) {
            if (!attribute.evaluated() || attribute == Attribute.OBLIGATION || attribute == Attribute.COVISIBILITE) {
                continue; // shown with the deadline, and with the protection
            }
            Map<Attribute, Object> values = values(attribute);
            Map<Attribute, List<String>> packs = new EnumMap<>(Attribute.class);
            values.keySet().forEach(a -> packs.put(a, List.of("paquet " + a.attributeName() + ", 2026")));
            List<CardSection> sections = DetailSections.of(PLAIN.evaluatedAs(values), details(packs, Optional.empty()));
            if (attribute == Attribute.PROFIL) {
                assertThat(sections)
                        .as("a profile is told by its own pack's words")
                        .isEmpty();
                continue;
            }
            assertThat(sections).as(attribute.attributeName()).hasSize(1);
            assertThat(sections.getFirst().notes().getLast())
                    .as(attribute.attributeName())
                    .contains("paquet " + attribute.attributeName() + ", 2026");
        }
    }

    @Test
    void uncertainLawIsToBeCheckedAndHeritageIsLeftToTheArchitect() throws Exception {
        Duties.Duty uncertain = Duties.of(
                        DataPacks.load(LocalDate.of(2026, 11, 22)).of(PackKind.LAW))
                .duties()
                .stream()
                .filter(d -> !d.verified())
                .findFirst()
                .orElseThrow();
        BuildingRecord record = PLAIN.evaluatedAs(Map.of(
                Attribute.OBLIGATION,
                uncertain.id() + " (à vérifier)",
                Attribute.ECHEANCE,
                uncertain.deadline().toString(),
                Attribute.PROTECTION,
                "AC1 – Beffroi",
                Attribute.DISTANCE,
                120.0,
                Attribute.COVISIBILITE,
                "presumee"));
        List<CardSection> sections = DetailSections.of(record, details(Map.of(), Optional.of(uncertain)));
        assertThat(sections).extracting(CardSection::id).containsExactly("obligation", "heritage");
        assertThat(sections.get(0).notes().getFirst()).startsWith("À vérifier").contains(uncertain.reference());
        assertThat(sections.get(1).notes()).anyMatch(n -> n.contains("avis réservé à l'ABF"));
    }

    /** The attribute with those it is never without. */
    private static Map<Attribute, Object> values(Attribute attribute) {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        values.put(attribute, value(attribute));
        switch (attribute) {
            case PRODUCTION_MIN -> values.put(Attribute.PRODUCTION_MAX, 1200.0);
            case PRODUCTION_MAX -> values.put(Attribute.PRODUCTION_MIN, 900.0);
            case PROTECTION -> values.put(Attribute.DISTANCE, 120.0);
            case DISTANCE -> values.put(Attribute.PROTECTION, "AC1 – Beffroi");
            case ECHEANCE -> values.put(Attribute.OBLIGATION, "existant-500");
            case MESURE, PRODUCTION_RECALEE -> values.put(Attribute.EQUIPEMENT, "registre");
            default -> {}
        }
        return values;
    }

    private static Object value(Attribute attribute) {
        return switch (attribute) {
            case VENTE -> "surplus";
            case ECHEANCE -> "2028-01-01";
            case EQUIPEMENT -> "registre";
            default ->
                switch (attribute.type()) {
                    case TEXT -> "texte";
                    case FLAG -> true;
                    case NUMBER -> 1000.0;
                    case INTEGER -> 3;
                };
        };
    }

    private static BuildingDetails details(Map<Attribute, List<String>> packs, Optional<Duties.Duty> duty) {
        return new BuildingDetails(List.of(), packs, duty, Optional.empty(), Map.of());
    }
}
