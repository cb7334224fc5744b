package fr.heliotoit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    @Test
    void frenchNumbersHaveNarrowNoBreakSpacesAndACommas() {
        assertThat(Formats.number(1234567)).isEqualTo("1\u202F234\u202F567");
        assertThat(Formats.percent(0.125, 1)).isEqualTo("12,5\u00A0%");
        assertThat(Formats.quantity(1130, 0, "kWh/m²/an")).isEqualTo("1\u202F130\u00A0kWh/m²/an");
        assertThat(Formats.number(-0.0, 1)).isEqualTo("0,0");
        assertThat(Formats.number(0.5, 0)).isEqualTo("1");
        assertThat(Formats.number(Double.NaN, 1)).isEqualTo("—");
        assertThat(Formats.date(LocalDate.of(2026, 11, 22))).isEqualTo("22 novembre 2026");
        assertThat(Formats.date(LocalDate.of(2026, 1, 1))).isEqualTo("1er janvier 2026");
    }

    @ParameterizedTest
    @CsvSource({"kWh/kWc/an, kWh/kWp/yr", "ans, yr", "kWc, kWp", "€/Wc, €/Wp", "m², m²", "€/an, €/yr"})
    void unitsAreWrittenInTheReadersLanguage(String french, String english) {
        assertThat(Formats.unit(french)).isEqualTo(french);
        Texts.choose("en");
        try {
            assertThat(Formats.unit(french)).isEqualTo(english);
            assertThat(Formats.quantity(2, 0, french)).isEqualTo("2\u00A0" + english);
        } finally {
            Texts.choose("fr");
        }
    }

    @Test
    void zeroAndOneAreSingularInFrench() {
        assertThat(Formats.plural(0)).isFalse();
        assertThat(Formats.plural(1)).isFalse();
        assertThat(Formats.plural(1.9)).isFalse();
        assertThat(Formats.plural(2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "1 234,5|1234.5",
                "1\u202F234,5|1234.5",
                "1\u00A0234,5|1234.5",
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1,234,567.5|1234567.5",
                "-0,5|-0.5",
                "\u22123|-3",
                "1e3|1000",
                ".5|0.5"
            })
    void numbersOfFrenchAndEnglishProgramsAreRead(String text, double expected) {
        assertThat(Formats.parse(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12abc", "1.2.3", "NaN", "1e999", "--1", "abc", "0x10"})
    void whatIsNotWhollyANumberIsNone(String text) {
        assertThat(Formats.parse(text)).isEmpty();
    }
}
