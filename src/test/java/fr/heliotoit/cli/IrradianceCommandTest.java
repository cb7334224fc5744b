package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code irradiance} on odd input: one clear sentence, never a wrong number. */
class IrradianceCommandTest {
    private static final int SIDE = 24;

    @TempDir
    Path folder;

    /** An ESRI grid around a place; 40 m high with a tower of 20 m. */
    private Path grid(String name, double west, double south, double cell, String tower) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "ncols %d%nnrows %d%nxllcorner %f%nyllcorner %f%ncellsize %f%nNODATA_value -9999%n",
                SIDE,
                SIDE,
                west,
                south,
                cell));
        for (int i = 0; i < SIDE * SIDE; i++) {
            text.append(i == 10 * SIDE + 12 ? tower : "40").append(i % SIDE == SIDE - 1 ? '\n' : ' ');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Path lens(String tower) throws IOException {
        return grid("mns.asc", 687500, 7037500, 1, tower);
    }

    private Cli run(Object... more) {
        List<Object> words = new ArrayList<>(List.of("irradiance", "--out", folder.resolve("out.tif")));
        words.addAll(Arrays.asList(more));
        return Cli.run(words.toArray());
    }

    /** Refused: one sentence in French that says this, and no file. */
    private void refused(Cli cli, String said) {
        assertThat(cli.code()).as(cli.err()).isEqualTo(ExitCode.FAILED);
        assertThat(cli.err()).contains(said).doesNotContain("Exception", "at fr.heliotoit");
        assertThat(folder.resolve("out.tif")).doesNotExist();
    }

    private Raster out() throws Failure {
        try (RasterSource source = RasterFiles.open(folder.resolve("out.tif"), Crs.LAMBERT_93)) {
            return source.readAll();
        }
    }

    @Test
    void aSurfaceInDegreesIsRefused() throws IOException {
        Path degrees = grid("degres.asc", 2.8, 50.4, 0.00001, "60");
        refused(run("--dsm", degrees, "--crs", "EPSG:4326", "--all-cells", "--clear-sky", 172), "degrés");
        refused(
                run("--dsm", degrees, "--crs", "EPSG:2154", "--all-cells", "--clear-sky", 172),
                "une unité n'est pas un mètre");
    }

    @Test
    void wholeNumbersAreHeightsLikeOthersAndAbsurdOnesAreHoles() throws IOException, Failure {
        for (String tower : List.of("60", "nan", "3.4028235e38", "-3.4028235e38", "-9999")) {
            Cli cli = run("--dsm", lens(tower), "--crs", "EPSG:2154", "--all-cells", "--clear-sky", 172);
            assertThat(cli.code()).as(tower + cli.err()).isEqualTo(ExitCode.DONE);
            assertThat(cli.err().contains("1 cellule du modèle de surface est sans hauteur valable"))
                    .as(tower + cli.err())
                    .isEqualTo(!tower.equals("60"));
            assertThat(cli.err()).contains("des nombres entiers");
            Raster direct = out();
            float shaded = direct.at(12, 8); // north of the tower
            assertThat(Float.isNaN(direct.at(12, 10))).as(tower).isEqualTo(!tower.equals("60"));
            if (tower.equals("60")) {
                assertThat(shaded).isLessThan(0.9f * direct.at(2, 20));
            } else {
                assertThat(shaded).isEqualTo(direct.at(2, 20));
            }
            Files.delete(folder.resolve("out.tif"));
        }
    }

    @Test
    void weatherThatIsNoYearIsRefused() throws IOException {
        Path surface = lens("60");
        Path amsterdam = Shared.path("data/weather/epw/NLD_Amsterdam062400_IWEC.epw");
        List<String> lines = Files.readAllLines(amsterdam, java.nio.charset.StandardCharsets.ISO_8859_1);
        Path shorter = Files.write(folder.resolve("court.epw"), lines.subList(0, lines.size() - 1));
        Path empty = Files.createFile(folder.resolve("vide.epw"));
        refused(run("--dsm", surface, "--crs", "EPSG:2154", "--all-cells", "--weather", shorter), "759 heures");
        refused(run("--dsm", surface, "--crs", "EPSG:2154", "--all-cells", "--weather", empty), "vide.epw");
    }

    @Test
    void aSunThatNeverRisesIsSaid() throws IOException {
        Path spitsbergen = grid("svalbard.asc", 515000, 8680000, 1, "60");
        refused(
                run("--dsm", spitsbergen, "--crs", "EPSG:25833", "--all-cells", "--clear-sky", 1),
                "le soleil ne se lève pas à la latitude 78,2°");
    }

    @Test
    void weatherOfAnotherPartOfTheWorldIsRefusedAndOfAnotherRegionSaid() throws IOException {
        Path reunion = grid("reunion.asc", 340000, 7690000, 1, "60");
        Path amsterdam = Shared.path("data/weather/epw/NLD_Amsterdam062400_IWEC.epw");
        refused(run("--dsm", reunion, "--crs", "EPSG:2975", "--all-cells", "--weather", amsterdam), "km du modèle");
        Cli cli = run("--dsm", lens("60"), "--crs", "EPSG:2154", "--all-cells", "--weather", amsterdam);
        assertThat(cli.code()).isEqualTo(ExitCode.DONE);
        assertThat(cli.err()).contains("le climat peut y être différent");
    }

    @Test
    void withoutRoofsAllCellsAreComputedAndThatIsSaid() throws IOException {
        Object[] base = {"--dsm", lens("60"), "--crs", "EPSG:2154", "--clear-sky", 172};
        Cli without = run(base);
        byte[] map = Files.readAllBytes(folder.resolve("out.tif"));
        assertThat(without.code()).as(without.err()).isZero();
        assertThat(without.err()).contains("toutes les cellules");
        List<Object> all = new ArrayList<>(List.of(base));
        all.add("--all-cells");
        assertThat(run(all.toArray()).err()).doesNotContain("toutes les cellules");
        assertThat(Files.readAllBytes(folder.resolve("out.tif"))).isEqualTo(map);
    }

    @Test
    void optionsThatContradictOrMissAreNamed() throws IOException {
        Path surface = lens("60");
        refused(run("--dsm", surface, "--crs", "EPSG:2154", "--all-cells"), "--clear-sky");
        refused(run("--dsm", surface, "--crs", "EPSG:2154", "--all-cells", "--clear-sky", 9, "--months"), "--months");
        for (int day : new int[] {-1, 0, 367}) {
            refused(run("--dsm", surface, "--crs", "EPSG:2154", "--all-cells", "--clear-sky", day), "--clear-sky");
        }
        refused(run("--dsm", surface, "--all-cells", "--clear-sky", 9), "système de coordonnées");
        refused(run("--dsm", folder.resolve("absent.tif"), "--all-cells", "--clear-sky", 9), "absent.tif");
        refused(
                run("--dsm", surface, "--crs", "EPSG:2154", "--all-cells", "--clear-sky", 9, "--transmissivity", "1.5"),
                "--transmissivity");
    }

    @Test
    void rastersThatDoNotFitAreRefused() throws IOException {
        Path surface = lens("60");
        Path slopes = Shared.path("reference/grass/slope400.tif");
        Path aspects = Shared.path("reference/grass/aspect400.tif");
        Object[] base = {"--dsm", surface, "--crs", "EPSG:2154", "--all-cells", "--clear-sky", 172};
        refused(run(with(base, "--slope", slopes, "--aspect", aspects)), "n'ont pas la grille");
        refused(run(with(base, "--dtm", grid("mnt.asc", 100000, 6200000, 25, "60"))), "60 km");
        refused(
                run(with(base, "--canopy", grid("altitude.asc", 687500, 7037500, 1, "60"), "--canopy", "x")),
                "--canopy");
    }

    @Test
    void roofsOutsideTheSurfaceGiveNoFile() throws IOException {
        Path roofs = Files.writeString(folder.resolve("toits.geojson"), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2154"}},"features":[{"type":"Feature",
                "properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,1],[9,1],[9,9],[1,9],[1,1]]]}}]}
                """);
        Path surface = lens("60");
        refused(
                run("--dsm", surface, "--crs", "EPSG:2154", "--roofs", roofs, "--clear-sky", 172),
                "Aucune cellule à calculer");
    }

    private static Object[] with(Object[] base, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(base));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
