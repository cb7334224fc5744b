package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chips and expression are two views of one filter. */
class FilterTermTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "surface > 100 | 1",
                "surface > 100 AND public = true | 2",
                "surface BETWEEN 10 AND 20 AND public = true | 2",
                "nom = 'Salle AND fêtes' AND classe >= 5 | 2",
                "(usage = 'public' OR public = true) AND classe >= 5 | 2",
                "usage = 'public' OR classe >= 5 AND surface > 2 | 1",
                "nom = 'L''école' and classe >= 5 | 2",
                "INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 0))) AND public = true | 2",
                "rang IS NOT NULL | 1",
            })
    void anExpressionIsTakenApartWhereEverythingMustHold(String ecql, int terms) {
        List<FilterTerm> split = FilterTerm.split(ecql);
        assertThat(split).hasSize(terms);
        assertThat(FilterTerm.split(FilterTerm.join(split))).isEqualTo(split);
    }

    @Test
    void anAlternativeKeepsItsBracketsBesideOtherTerms() {
        FilterTerm alternative = new FilterTerm("usage = 'public' OR usage IS NULL");
        assertThat(FilterTerm.join(List.of(alternative, new FilterTerm("surface > 10"))))
                .isEqualTo("(usage = 'public' OR usage IS NULL) AND surface > 10");
        assertThat(FilterTerm.join(List.of(alternative))).isEqualTo("usage = 'public' OR usage IS NULL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "surface >= 100 | Surface utile ≥ 100\u00A0m²",
                "puissance < 2.5 | Puissance installable < 2,5\u00A0kWc",
                "orientation BETWEEN 135 AND 225 | Orientation de 135 à 225°",
                "public = true | Bâtiment public : oui",
                "usage IN ('public', 'sportif') | Usage : Public, Sportif",
                "nom ILIKE '%école%' | Nom contient « école »",
                "rang IS NULL | Rang : non connu",
                "DWITHIN(geom, POINT(1 2), 500, meters) | à moins de 500\u00A0m d'un point",
                "surface * 2 > puissance | surface * 2 > puissance",
            })
    void everyTermHasWords(String ecql, String words) {
        assertThat(new FilterTerm(ecql).words().replace('\u202F', ' ')).isEqualTo(words);
    }

    @Test
    void textsAreQuoted() {
        FilterTerm term = FilterTerm.oneOf(Attribute.NOM, List.of("L'école"));
        assertThat(term.ecql()).isEqualTo("nom = 'L''école'");
        assertThat(term.texts()).containsExactly("L'école");
    }
}
