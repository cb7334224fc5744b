package fr.heliotoit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final Citation OPEN =
            new Citation("Coûts (France), 2026", LocalDate.of(2026, 1, 1), null, false, true);
    private static final Citation PAST =
            new Citation("Tarifs S21", LocalDate.of(2026, 8, 1), LocalDate.of(2027, 1, 31), true, false);

    @AfterEach
    void french() {
        Texts.choose("fr");
    }

    @Test
    void isReadAgainInTheLanguageOfTheReader() {
        assertThat(OPEN.words()).isEqualTo("Coûts (France), 2026 (valable depuis le 1er janvier 2026), à vérifier");
        for (Citation citation : new Citation[] {OPEN, PAST}) {
            Texts.choose("fr");
            String french = citation.words();
            Texts.choose("en");
            String english = citation.words();
            assertThat(english).isNotEqualTo(french);
            assertThat(Citation.translated(french)).isEqualTo(english);
            assertThat(Citation.translated(english)).isEqualTo(english);
            Texts.choose("fr");
            assertThat(Citation.translated(english)).isEqualTo(french);
        }
    }

    @Test
    void whatCitesNoPackStaysAsItIs() {
        String register = "registre des installations importé le 23 novembre 2026 (2 lignes)";
        assertThat(Citation.translated(register)).isEqualTo(register);
    }
}
