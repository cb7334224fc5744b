package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void theRestIsTakenToGoAsQuicklyAsWhatIsDone() {
        Pace pace = new Pace();
        assertThat(plain(pace.words("a", 0, 1000, 0))).isEqualTo("0 sur 1 000");
        assertThat(plain(pace.words("a", 100, 1000, SECOND))).isEqualTo("100 sur 1 000");
        assertThat(plain(pace.words("a", 400, 1000, 4 * SECOND))).isEqualTo("400 sur 1 000 · 100/s · encore 6 s");
    }

    @Test
    void anotherStageBeginsAnewAndSlowOnesAreToldByTheMinute() {
        Pace pace = new Pace();
        pace.words("a", 999, 1000, 0);
        assertThat(plain(pace.words("b", 0, 10, SECOND))).isEqualTo("0 sur 10");
        assertThat(plain(pace.words("b", 1, 10, 21 * SECOND))).isEqualTo("1 sur 10 · 3/min · encore 3 min 0 s");
    }

    @Test
    void whatHasNoEndHasNoPace() {
        assertThat(new Pace().words("a", 7, 0, SECOND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 0 s", "3599, 59 min 59 s", "3600, 1 h 0 min", "7320, 2 h 2 min"})
    void durationsAreToldInTwoUnitsAtMost(long seconds, String words) {
        assertThat(plain(Pace.duration(seconds))).isEqualTo(words);
    }

    /** French groups digits with narrow blanks that do not break. */
    private static String plain(String words) {
        return words.replaceAll("[\\u00a0\\u202f]", " ");
    }
}
