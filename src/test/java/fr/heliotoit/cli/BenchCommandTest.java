package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Not how fast, but that what is measured is right and that every figure of the table is there. */
class BenchCommandTest {
    @Test
    void theCoreIsMeasuredAndChecked() {
        Cli result = Cli.run("bench", "--size", "130", "--azimuths", "8", "--tile", "64", "--threads", "2");
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
        assertThat(result.out().replace('\u202f', ' '))
                .contains(
                        "Machine : ", "Horizons : 16 900 cellules × 8 directions", "toits : ", "tout : 16 900 cellules")
                .contains("M cellules-directions/s CPU", "Mo", "écart du contrôle 0,000000 kWh/m²")
                .contains("Contrôle : les résultats sont justes.");
    }

    @Test
    void roofsAloneAreMeasuredWhenAsked() {
        Cli result = Cli.run("bench", "--size", "130", "--azimuths", "8", "--roofs-only", "--lang", "en");
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
        assertThat(result.out()).contains("Year and 12 months, roofs: ").doesNotContain("Year and 12 months, all");
    }

    @Test
    void zonalIsMeasuredInAProcessOfItsOwn() {
        Cli result = Cli.run("bench", "zonal", "--size", "300", "--zones", "40", "--runs", "1");
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
        assertThat(result.out().replace('\u202f', ' '))
                .contains("Zones : 40 toits × 300² cellules", "s CPU", "s réelles", "mémoire")
                .contains("Contrôle : les résultats sont justes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench --size 3",
                "bench --azimuths 2",
                "bench --tile 1",
                "bench --threads 0",
                "bench zonal --size 5",
                "bench zonal --zones 0",
                "bench zonal --runs 0"
            })
    void whatCannotBeMeasuredIsSaidInOneSentence(String line) {
        Cli result = Cli.run((Object[]) line.split(" "));
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err().strip().lines().count()).isLessThanOrEqualTo(2);
        assertThat(result.err()).doesNotContain("Exception");
    }
}
