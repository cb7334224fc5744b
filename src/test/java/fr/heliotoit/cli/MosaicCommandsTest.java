package fr.heliotoit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.io.RasterFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A surface model that comes in tiles gives what the whole one gives. */
class MosaicCommandsTest {
    private static final Path DEMO = Path.of("data", "demo");

    @TempDir
    Path folder;

    @Test
    void irradianceOfTilesIsThatOfTheWholeToTheLastBit() throws Exception {
        Path tiles = cut(DEMO.resolve("mns.tif"));
        Path roofs = DEMO.resolve("batiments-2024.shp");
        Path weather = DEMO.resolve("meteo.epw");
        Path whole = folder.resolve("whole.tif");
        Path mosaic = folder.resolve("mosaic.tif");
        assertThat(Cli.run(
                                "irradiance",
                                "--dsm",
                                DEMO.resolve("mns.tif"),
                                "--weather",
                                weather,
                                "--roofs",
                                roofs,
                                "--azimuths",
                                8,
                                "--out",
                                whole)
                        .code())
                .isZero();
        Cli result = Cli.run(
                "irradiance", "--dsm", tiles, "--weather", weather, "--roofs", roofs, "--azimuths", 8, "--out", mosaic);
        assertThat(result.code()).as(result.err()).isZero();
        try (RasterSource a = RasterFiles.open(whole);
                RasterSource b = RasterFiles.open(mosaic)) {
            assertThat(b.readAll().values()).isEqualTo(a.readAll().values());
        }
    }

    @Test
    void zonalOverTilesIsThatOfTheWhole() throws Exception {
        Path tiles = cut(DEMO.resolve("irradiation.tif"));
        Path[] files;
        try (var list = Files.list(tiles)) {
            files = list.sorted().toArray(Path[]::new);
        }
        Path a = folder.resolve("a.csv");
        Path b = folder.resolve("b.csv");
        Path roofs = DEMO.resolve("batiments-2024.shp");
        assertThat(Cli.run("zonal", "--zones", roofs, "--raster", DEMO.resolve("irradiation.tif"), "--out", a)
                        .code())
                .isZero();
        Cli result = Cli.run("zonal", "--zones", roofs, "--raster", files[3], files[2], files[1], files[0], "--out", b);
        assertThat(result.code()).as(result.err()).isZero();
        List<String> expected = Files.readAllLines(a);
        List<String> found = Files.readAllLines(b);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 1; i < found.size(); i++) {
            String[] x = expected.get(i).split(",", -1);
            String[] y = found.get(i).split(",", -1);
            assertThat(y[0]).isEqualTo(x[0]);
            for (int c = 1; c < x.length && !x[c].isEmpty(); c++) {
                assertThat(Double.parseDouble(y[c]))
                        .isCloseTo(Double.parseDouble(x[c]), org.assertj.core.data.Percentage.withPercentage(1e-9));
            }
        }
    }

    @Test
    void anOutputAmongTheTilesIsRefused() throws Exception {
        Path tiles = cut(DEMO.resolve("irradiation.tif"));
        Cli result = Cli.run(
                "zonal",
                "--zones",
                DEMO.resolve("batiments-2024.shp"),
                "--raster",
                tiles,
                "--out",
                tiles.resolve("1.tif"));
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(Files.size(tiles.resolve("1.tif"))).isGreaterThan(1000);
    }

    @Test
    void aProjectComputesFromAllTilesThatItHasRegistered() throws Exception {
        Path tiles = cut(DEMO.resolve("irradiation.tif"));
        String fromTiles = figures("dalles.gpkg", tiles);
        String fromWhole = figures("entier.gpkg", DEMO.resolve("irradiation.tif"));
        assertThat(fromTiles).isEqualTo(fromWhole);
        assertThat(Cli.run("info", folder.resolve("dalles.gpkg")).out()).contains("0.tif … 3.tif (4 dalles)");
    }

    private String figures(String name, Path raster) {
        Path project = folder.resolve(name);
        for (Cli result : List.of(
                Cli.run("new", project, "--name", "Dalles", "--crs", "EPSG:2154"),
                Cli.run("import", project, DEMO.resolve("batiments-2024.shp"), raster, "--as", "irradiation"),
                Cli.run("compute", project))) {
            assertThat(result.code()).as(result.err()).isZero();
        }
        Cli table = Cli.run("query", project, "surface > 0", "--format", "csv");
        assertThat(table.out().lines().count()).isGreaterThan(300);
        return table.out();
    }

    /** Four tiles of unequal size. */
    private Path cut(Path file) throws Exception {
        Path tiles = Files.createDirectory(folder.resolve("tiles"));
        try (RasterSource source = RasterFiles.open(file)) {
            GridGeometry grid = source.grid();
            int[] columns = {0, grid.columns() / 3, grid.columns()};
            int[] rows = {0, grid.rows() / 2 + 1, grid.rows()};
            for (int i = 0; i < 4; i++) {
                int column = columns[i % 2];
                int row = rows[i / 2];
                Raster part = source.read(column, row, columns[i % 2 + 1] - column, rows[i / 2 + 1] - row);
                try (GeoTiffWriter writer = GeoTiffWriter.create(
                        tiles.resolve(i + ".tif"), part.grid(), source.crs().orElseThrow(), List.of("x"), Map.of())) {
                    writer.write(0, 0, 0, part);
                    writer.finish();
                }
            }
        }
        return tiles;
    }
}
