package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.app.Installation;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void ownFolder() {
        System.setProperty("heliotoit.packs", folder.resolve("packs").toString());
    }

    @AfterEach
    void usualFolder() {
        System.clearProperty("heliotoit.packs");
    }

    @Test
    void saysThatTheTariffsOfTheFirstQuarterHaveExpired() {
        Cli list = Cli.run("packs", "list", "--date", "2026-11-23");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines().filter(l -> l.contains("tarifs-s21-2026-01.json")))
                .singleElement()
                .asString()
                .contains("périmé, compte");
        assertThat(list.out()).contains("profils-charge-2026.json").contains("à vérifier");
    }

    @Test
    void findsEveryShippedPackRight() {
        Cli check = Cli.run("packs", "check");
        assertThat(check.out()).contains("0 à corriger");
        assertThat(check.code()).isZero();
    }

    @Test
    void saysInFrenchThatAFileIsNoPack() throws IOException {
        Cli refused = Cli.run("packs", "import", Files.writeString(folder.resolve("tarifs.json"), "bonjour"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("n'est pas un fichier JSON bien formé (ligne 1)")
                .doesNotContain("token");
    }

    @Test
    void takesANewerPackInPlaceOfTheExpiredOne() throws IOException {
        String newer = Files.readString(Path.of("data/packs/tarifs-s21-2026-01.json"))
                .replace("2026-01-01", "2026-10-01")
                .replace("2026-03-31", "2026-12-31");
        Path file = Files.writeString(folder.resolve("tarifs-s21-2026-10.json"), newer);
        assertThat(Cli.run("packs", "import", file.toString()).code()).isZero();
        assertThat(Cli.run("packs", "list", "--date", "2026-11-23")
                        .out()
                        .lines()
                        .filter(l -> l.contains("tarifs-s21-2026-10.json")))
                .singleElement()
                .asString()
                .contains("valable, compte");
    }

    @Test
    void countsWithTheImportedConventionsAndNotOnlyCitesThem() throws IOException, Failure {
        String own = Files.readString(Path.of("data/packs/conventions-2026.json"))
                .replace("Conventions énergétiques 2026", "Conventions de la commune")
                .replace("\"validFrom\": \"2026-01-01\"", "\"validFrom\": \"2026-02-01\"")
                .replace("\"performanceRatio\": {\"value\": 0.80", "\"performanceRatio\": {\"value\": 0.76");
        Path file = Files.writeString(folder.resolve("conventions-commune.json"), own);
        assertThat(Cli.run("packs", "import", file.toString()).code()).isZero();
        Conventions counted = Installation.conventions();
        assertThat(counted.name()).isEqualTo("Conventions de la commune");
        assertThat(counted.performanceRatio().value()).isEqualTo(0.76);
    }

    @Test
    void findsALawThatNobodyCouldRead() throws IOException {
        String law = Files.readString(Path.of("data/packs/obligations-2026-11.json"));
        for (String bad : List.of(
                law.replace("\"2028-01-01\"", "\"bientôt\""),
                law.replace("\"fromM2\": 500", "\"fromM2\": -1"),
                law.replace("\"commercial\"", "\"comercial\""),
                law.replace("\"carpark\"", "\"parking\""))) {
            Path file = Files.writeString(folder.resolve("obligations-faux.json"), bad);
            assertThat(Cli.run("packs", "check", file.toString()).code()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void refusesAPackWithoutSourcesAndKeepsNothingOfIt() throws IOException {
        String bad = Files.readString(Path.of("data/packs/couts-2026.json"))
                .replace("TVA à 20 % : bâtiments communaux et puissances supérieures", "");
        Path file = Files.writeString(folder.resolve("couts-faux.json"), bad);
        Cli refused = Cli.run("packs", "import", file.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("couts-faux.json").contains("source");
        assertThat(folder.resolve("packs")).doesNotExist();
        assertThat(Cli.run("packs", "check", file.toString()).code()).isEqualTo(ExitCode.REFUSED);
    }
}
