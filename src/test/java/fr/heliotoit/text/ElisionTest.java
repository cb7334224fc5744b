package fr.heliotoit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElisionTest {
    @AfterEach
    void french() {
        Texts.choose("fr");
    }

    @ParameterizedTest
    @CsvSource({
        "Olemps, d’Olemps",
        "Étaples, d’Étaples",
        "Hénin-Beaumont, d’Hénin-Beaumont",
        "Ytrac, d’Ytrac",
        "Lens, de Lens",
        "Le Havre, du Havre",
        "Les Sables-d'Olonne, des Sables-d'Olonne",
        "La Madeleine, de La Madeleine",
        "L'Haÿ-les-Roses, de L'Haÿ-les-Roses",
        "Lesquin, de Lesquin"
    })
    void aTownIsNamedAsItsPeopleSay(String name, String said) {
        assertThat(Elision.join("les toits de " + name + " brillent", name))
                .isEqualTo("les toits " + said + " brillent");
        assertThat(Elision.join("les toits de {commune} brillent", "{commune}", name))
                .isEqualTo("les toits " + said + " brillent");
    }

    @Test
    void englishAndOtherWordsStayAsTheyAre() {
        assertThat(Elision.join("à Olemps", "Olemps")).isEqualTo("à Olemps");
        Texts.choose("en");
        assertThat(Elision.join("Logo de Olemps", "Olemps")).isEqualTo("Logo de Olemps");
    }
}
