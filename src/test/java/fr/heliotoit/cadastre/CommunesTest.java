package fr.heliotoit.cadastre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesTest {
    private static Communes communes;

    @BeforeAll
    static void load() throws Failure {
        communes = Communes.load(Path.of("data", "communes"));
    }

    @Test
    void theTableHoldsFranceOf2026() {
        assertThat(communes.all()).hasSize(34_969).doesNotHaveDuplicates();
        assertThat(communes.byCode("62498").orElseThrow().name()).isEqualTo("Lens");
        assertThat(communes.byCode("62498").orElseThrow().population()).isBetween(25_000, 40_000);
        assertThat(communes.byCode("2a004").orElseThrow().name()).isEqualTo("Ajaccio");
        assertThat(communes.department("62498")).isEqualTo("Pas-de-Calais");
        assertThat(communes.department("97411")).isEqualTo("La Réunion");
    }

    @Test
    void thePoleMetropolitainDeLArtoisHas150CommunesInThreeGroups() {
        assertThat(communes.ofGrouping("PMA")).hasSize(150);
        assertThat(communes.ofGrouping("PMA").stream().map(Commune::epci).distinct())
                .containsExactlyInAnyOrder(
                        "CA de Lens - Liévin", "CA de Béthune-Bruay, Artois-Lys Romane", "CA d'Hénin-Carvin");
        assertThat(communes.ofGrouping("none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "62498, 62498",
        "lens, 62498",
        "henin beaumont, 62427",
        "HÉNIN-BEAUMONT, 62427",
        "bethune, 62119",
        "st-pol-sur-ternoise, 62767",
        "'l''hay les roses', 94038",
        "' 62427 ', 62427",
        "NOEUX-LES-MINES, 62617"
    })
    void aCommuneIsFoundByCodeOrNameAsPeopleTypeIt(String typed, String code) throws Failure {
        assertThat(communes.find(typed).inseeCode()).isEqualTo(code);
    }

    @Test
    void anUnknownNameBringsThoseThatResembleIt() {
        assertThatThrownBy(() -> communes.find("Henin Baumont"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Hénin-Beaumont (62427, Pas-de-Calais)");
        assertThatThrownBy(() -> communes.find("xyzzyxyzzy"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("code INSEE");
        assertThatThrownBy(() -> communes.find("99999")).isInstanceOf(Failure.class);
    }

    @Test
    void aNameThatSeveralBearAsksForTheCode() {
        assertThatThrownBy(() -> communes.find("Saint-Aubin"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Plusieurs communes")
                .hasMessageContaining("(62742, Pas-de-Calais)");
    }

    @Test
    void aMissingOrDamagedTableIsASentence(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Communes.load(folder)).isInstanceOf(Failure.class);
        Files.writeString(folder.resolve("departements.csv"), "code,nom\n01,Ain\n");
        Files.writeString(folder.resolve("epci.csv"), "siren,groupe,nom\n");
        Files.writeString(folder.resolve("communes.csv"), "insee,epci,population,nom\n01001,,many,X\n");
        assertThatThrownBy(() -> Communes.load(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("réinstallez");
    }
}
