package fr.heliotoit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.app.Installation;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionsTest {
    @ParameterizedTest
    @CsvSource({"0,1", "899.9,1", "900,2", "949,2", "1149.9,6", "1150,7", "1400,7"})
    void aRoofIsInTheClassOfTheThresholdsItReaches(double irradiation, int expected) throws Failure {
        assertThat(Installation.conventions().classOf(irradiation)).isEqualTo(expected);
    }

    @Test
    void everyValueOfThePackSaysWhereItComesFrom() throws Failure {
        Conventions pack = Installation.conventions();
        assertThat(pack.modulePowerDensity().source()).isNotBlank();
        assertThat(pack.classThresholds())
                .allSatisfy(t -> assertThat(t.source()).isNotBlank());
        assertThat(pack.classes()).isEqualTo(7);
    }

    @Test
    void aDamagedPackIsRefusedWithItsName(@TempDir Path folder) throws IOException {
        Path pack = Files.writeString(folder.resolve("conventions-1999.json"), "{\"name\": \"x\"}");
        assertThatThrownBy(() -> Conventions.of(DataPack.load(pack)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("conventions-1999.json");
    }
}
