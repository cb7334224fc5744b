package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiles of one grid as one raster. */
class MosaicTest {
    private static final GridGeometry WHOLE = new GridGeometry(700, 500, 684000, 7036000, 0.5, 0.5);

    @TempDir
    Path folder;

    @Test
    void tilesReadAsTheRasterTheyWereCutFrom() throws Exception {
        tif("a.tif", 0, 0, 300, 200);
        tif("b.tif", 300, 0, 400, 200);
        asc("c.asc", 0, 200, 300, 300);
        tif("d.tiff", 300, 200, 400, 300);
        try (RasterSource mosaic = RasterFiles.open(folder, null)) {
            assertThat(mosaic.grid()).isEqualTo(WHOLE);
            assertThat(mosaic.crs()).contains(Crs.LAMBERT_93);
            assertThat(mosaic.readAll().values()).isEqualTo(cells(0, 0, 700, 500));
            assertThat(mosaic.read(290, 190, 20, 20).values()).isEqualTo(cells(290, 190, 20, 20));
            assertThat(mosaic.read(310, 210, 20, 20).values()).isEqualTo(cells(310, 210, 20, 20));
            float[] used = new float[64];
            mosaic.read(-4, -4, 8, 8, used);
            assertThat(used[3 * 8 + 3]).isNaN();
            assertThat(used[4 * 8 + 4]).isEqualTo(cell(0, 0));
        }
    }

    @Test
    void betweenTilesThereIsNoDataAndTheFirstThatHasDataCounts() throws Exception {
        Path left = tif("left.tif", 0, 0, 100, 100);
        Path right = tif("right.tif", 600, 0, 100, 100);
        GridGeometry over = WHOLE.window(50, 0, 100, 100);
        float[] other = new float[10_000];
        java.util.Arrays.fill(other, -7);
        Path hidden = write("over.tif", over, other);
        try (RasterSource mosaic = RasterFiles.open(List.of(left, right, hidden), null)) {
            assertThat(mosaic.read(99, 5, 1, 1).at(0, 0)).isEqualTo(cell(99, 5));
            assertThat(mosaic.read(100, 5, 1, 1).at(0, 0)).isEqualTo(-7);
            assertThat(mosaic.read(300, 5, 1, 1).at(0, 0)).isNaN();
            assertThat(mosaic.grid().columns()).isEqualTo(700);
        }
        try (RasterSource mosaic = RasterFiles.open(List.of(hidden, left, right), null)) {
            assertThat(mosaic.read(99, 5, 1, 1).at(0, 0)).isEqualTo(-7);
        }
    }

    @Test
    void tilesThatDoNotFitAreNamedInOneSentence() throws Exception {
        Path first = tif("first.tif", 0, 0, 100, 100);
        refused(
                first,
                write("coarse.tif", new GridGeometry(50, 50, 684050, 7036000, 1, 1), new float[2500]),
                "mesurent");
        refused(
                first,
                write("shifted.tif", new GridGeometry(50, 50, 684050.2, 7036000, 0.5, 0.5), new float[2500]),
                "fraction");
        refused(
                first,
                write("far.tif", new GridGeometry(50, 50, 9e8, 7036000, 0.5, 0.5), new float[2500]),
                "éloignées");
        Path degrees = folder.resolve("other.tif");
        try (GeoTiffWriter writer = GeoTiffWriter.create(
                degrees, WHOLE.window(100, 0, 50, 50), new Crs("EPSG:3950"), List.of("x"), Map.of())) {
            writer.write(0, 0, 0, new Raster(WHOLE.window(100, 0, 50, 50), new float[2500]));
            writer.finish();
        }
        refused(first, degrees, "EPSG:3950");
        Path empty = Files.createDirectory(folder.resolve("vide"));
        assertThatThrownBy(() -> RasterFiles.open(empty, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("aucun raster");
    }

    @Test
    void theDigestOfAFolderIsThatOfItsTiles() throws Exception {
        tif("a.tif", 0, 0, 300, 200);
        Path b = tif("b.tif", 300, 0, 400, 200);
        String before = FileDigest.sha256(folder);
        Files.writeString(folder.resolve("lisez-moi.txt"), "no raster");
        assertThat(FileDigest.sha256(folder)).isEqualTo(before).hasSize(64);
        Files.delete(b);
        assertThat(FileDigest.sha256(folder)).isNotEqualTo(before);
    }

    private static void refused(Path first, Path second, String reason) {
        assertThatThrownBy(() -> RasterFiles.open(List.of(first, second), null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(RasterFiles.name(second))
                .hasMessageContaining(reason);
    }

    private static float cell(int column, int row) {
        return row * 1000 + column + 0.25f;
    }

    private static float[] cells(int column, int row, int columns, int rows) {
        float[] values = new float[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell(column + i % columns, row + i / columns);
        }
        return values;
    }

    private Path tif(String name, int column, int row, int columns, int rows) throws Failure {
        return write(name, WHOLE.window(column, row, columns, rows), cells(column, row, columns, rows));
    }

    private Path write(String name, GridGeometry grid, float[] values) throws Failure {
        Path file = folder.resolve(name);
        try (GeoTiffWriter writer = GeoTiffWriter.create(file, grid, Crs.LAMBERT_93, List.of("x"), Map.of())) {
            writer.write(0, 0, 0, new Raster(grid, values));
            writer.finish();
        }
        return file;
    }

    private void asc(String name, int column, int row, int columns, int rows) throws IOException, Failure {
        GridGeometry grid = WHOLE.window(column, row, columns, rows);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "ncols %d%nnrows %d%nxllcorner %.2f%nyllcorner %.2f%ncellsize 0.5%n",
                columns,
                rows,
                grid.west(),
                grid.south()));
        for (float value : cells(column, row, columns, rows)) {
            text.append(value).append(' ');
        }
        Files.writeString(folder.resolve(name), text);
        Files.writeString(folder.resolve(name.replace(".asc", ".prj")), Crs.LAMBERT_93.wkt());
    }
}
