package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCommandTest {
    @TempDir
    private Path folder;

    @Test
    void makesTheProjectOfAFrenchCommuneInLambert93() throws Failure {
        Path file = folder.resolve("lens.gpkg");
        Cli result = Cli.run("new", file, "--commune", "62498");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Lens 62498").contains("EPSG:2154");
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.info().commune().name()).isEqualTo("Lens");
            assertThat(project.info().commune().epci()).isEqualTo("CA de Lens - Liévin");
            assertThat(project.info().synthetic()).isFalse();
            assertThat(project.current()).isEmpty();
            assertThat(project.journal()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "97105, EPSG:5490",
        "97209, EPSG:5490",
        "97302, EPSG:2972",
        "97411, EPSG:2975",
        "97608, EPSG:4471",
        "97502, EPSG:4467",
        "98818, EPSG:3163"
    })
    void overseasEveryTerritoryHasItsOwnSystem(String code, String crs) throws Failure {
        Path file = folder.resolve("p.gpkg");
        Cli result = Cli.run("new", file, "--commune", code);
        assertThat(result.err()).isEmpty();
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.info().crs().code()).isEqualTo(crs);
        }
    }

    @Test
    void makesTheProjectOfAPlaceOutsideFrance() throws Failure {
        Path file = folder.resolve("k.gpkg");
        assertThat(Cli.run("new", file, "--name", "Kronenhuset", "--crs", "epsg:3007")
                        .code())
                .isZero();
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.info().commune().inseeCode()).isNull();
            assertThat(project.info().crs().code()).isEqualTo("EPSG:3007");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--commune;99999 | code INSEE",
                "--commune;Saint-Aubin | Plusieurs communes",
                "--name;X;--crs;EPSG:4326 | mètres",
                "--name;X;--crs;EPSG:2263 | mètres",
                "--name;X;--crs;EPSG:99999 | n'est pas connu",
                "--name;X | --commune",
                "--commune;98735 | zones de projection",
                "--name;X;--commune;62498;--crs;EPSG:2154 | --commune",
                "--color;X | Argument inconnu"
            })
    void whatCannotBeIsOneSentenceAndLeavesNoFile(String options, String sentence) {
        Path file = folder.resolve("p.gpkg");
        Object[] args = new Object[2 + options.split(";").length];
        args[0] = "new";
        args[1] = file;
        System.arraycopy(options.split(";"), 0, args, 2, args.length - 2);
        Cli result = Cli.run(args);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(sentence).doesNotContain("Exception");
        assertThat(file).doesNotExist();
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("p.gpkg"), "précieux");
        assertThat(Cli.run("new", file, "--commune", "62498").code()).isEqualTo(2);
        assertThat(file).hasContent("précieux");
    }
}
