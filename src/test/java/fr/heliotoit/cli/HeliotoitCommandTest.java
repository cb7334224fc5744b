package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.text.Texts;
import org.junit.jupiter.api.Test;

class HeliotoitCommandTest {
    @Test
    void aDecimalCommaIsUnderstood() {
        Cli economics =
                Cli.run("economics", "nulle-part.gpkg", "--building", "A", "--price", "0,25", "--self-use", "0,7");
        assertThat(economics.err()).contains("nulle-part.gpkg").doesNotContain("0,25");
    }

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
                Texts.choose(lang);
                String description = Texts.current().text("cli.heliotoit." + name + ".usage.description");
                Texts.choose("fr");
                assertThat(help.out()).as(name).contains(description.substring(0, 20));
            }
        }
    }
}
