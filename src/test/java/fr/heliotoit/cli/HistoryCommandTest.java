package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    @TempDir
    private Path folder;

    private Path project;

    private static String house(String id, int x, int width) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + id
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + x + ",7037000],[" + (x + width)
                + ",7037000],[" + (x + width) + ",7037010],[" + x + ",7037010],[" + x + ",7037000]]]}}";
    }

    private Path file(String name, String... houses) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:2154\"}},"
                        + "\"features\":[" + String.join(",", houses) + "]}");
    }

    @BeforeEach
    void twoVintages() throws IOException {
        project = folder.resolve("p.gpkg");
        Cli.run("new", project, "--commune", "62498");
        Path first = file("2024.geojson", house("a", 687_000, 10), house("b", 687_100, 20), house("c", 687_200, 10));
        Path second = file(
                "2026.geojson",
                house("a", 687_000, 10),
                house("b1", 687_100, 11),
                house("b2", 687_111, 9),
                house("d", 687_300, 10));
        assertThat(Cli.run("import", project, first, "--vintage", "2024-06").code())
                .isZero();
        Cli update = Cli.run("import", project, second, "--vintage", "2026-03");
        assertThat(update.out())
                .contains("Différences avec l'état actuel")
                .contains("nouveaux : 2")
                .contains("modifiés : 1")
                .contains("retirés : 1")
                .contains("inchangés : 1")
                .contains("divisés : 1")
                .contains("b → b1, b2");
    }

    @Test
    void carParksTakenForBuildingsPutNoneAway() throws IOException {
        Path parks = file("parkings.geojson", house("p1", 687_500, 60), house("p2", 687_600, 60));
        // Of four buildings, all may go: somebody is trying. The finding says so.
        assertThat(Cli.run("import", project, parks, "--dry-run").out())
                .contains("Cet import retire 4 des 4 bâtiments");
        Path street = file(
                "rue.geojson",
                IntStream.range(0, 20)
                        .mapToObj(i -> house("r" + i, 688_000 + 30 * i, 10))
                        .toArray(String[]::new));
        assertThat(Cli.run("import", project, street).code()).isZero();
        Cli refused = Cli.run("import", project, parks);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Rien n'a été enregistré").contains("--as");
        assertThat(Cli.run("query", project, "INCLUDE").out()).contains("20 bâtiments sur 20");
        assertThat(Cli.run("import", project, parks, "--as", "parkings").code()).isZero();
        assertThat(Cli.run("query", project, "INCLUDE").out()).contains("20 bâtiments sur 20");
        assertThat(Cli.run("import", project, parks, "--as", "batiments").code())
                .isZero();
        assertThat(Cli.run("query", project, "INCLUDE").out()).contains("2 bâtiments sur 2");
    }

    @Test
    void historyTellsWhatEachImportDid() {
        assertThat(Cli.run("history", project).out())
                .contains("  1  ")
                .contains("millésime 2024-06  3 bâtiments")
                .contains("* 2  ")
                .contains("2 nouveaux, 1 modifié, 1 retiré, 1 inchangé")
                .contains("2026.geojson");
    }

    @Test
    void anImportIsUndoneAndBroughtBack() {
        Cli undo = Cli.run("undo", project, 2);
        assertThat(undo.code()).isZero();
        assertThat(undo.out()).contains("millésime 2024-06, 3 bâtiments").contains("heliotoit undo");
        assertThat(Cli.run("history", project).out()).contains("annulation de l'entrée 2");
        assertThat(Cli.run("query", project, "INCLUDE", "--columns", "id", "--format", "csv")
                        .out())
                .isEqualTo("id\r\na\r\nb\r\nc\r\n");
        Cli.run("undo", project, 3);
        assertThat(Cli.run("query", project, "INCLUDE").out()).contains("4 bâtiments sur 4");
        Cli unknown = Cli.run("undo", project, 99);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("99").contains("heliotoit history");
    }

    @Test
    void differencesGoToATable() throws IOException {
        Path table = folder.resolve("d.csv");
        assertThat(Cli.run("diff", project, 1, 2, "--out", table).code()).isZero();
        assertThat(Files.readString(table))
                .isEqualTo("nature,id,ancien_id,attributs,liens\r\nnouveau,b2,,,b\r\nnouveau,d,,,\r\n"
                        + "modifie,b1,b,id emprise,b\r\nretire,c,,,\r\n");
        assertThat(Cli.run("diff", project, 2, 2).out()).contains("Aucune différence : 4 bâtiments inchangés.");
    }
}
