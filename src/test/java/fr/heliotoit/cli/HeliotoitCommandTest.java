package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeliotoitCommandTest {
    @Test
    void helpIsFrenchAndEnglishOnRequest() {
        assertThat(Cli.run("--help").out())
                .contains("Cadastre solaire communal")
                .contains("Usage :");
        assertThat(Cli.run("--lang", "en", "--help").out()).contains("Municipal solar cadastre");
    }

    @Test
    void anUnknownOptionIsOneSentenceAndCodeTwo() {
        Cli result = Cli.run("--ensoleillement");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Argument inconnu : --ensoleillement").doesNotContain("Exception");
    }

    @Test
    void everyCommandDescribesItselfInBothLanguages() {
        for (String lang : new String[] {"fr", "en"}) {
            for (String name : HeliotoitCommand.subcommandNames()) {
                Cli help = Cli.run("--lang", lang, name, "--help");
                assertThat(help.code()).as(name).isZero();
                assertThat(help.out().lines().skip(1).findFirst().orElse(""))
                        .as(name)
                        .isNotBlank();
            }
        }
    }
}
