package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoTiffWriterTest {
    private static final GridGeometry GRID = new GridGeometry(600, 530, 700_000.25, 7_000_000.5, 0.5, 0.25);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenTileByTileIsReadBackBitForBit() throws Exception {
        Raster all = noise(GRID, 1);
        Path file = folder.resolve("a.tif");
        try (GeoTiffWriter writer =
                GeoTiffWriter.create(file, GRID, Crs.LAMBERT_93, List.of("année"), Map.of("A", "é < \"b\""))) {
            List<int[]> corners = IntStream.range(0, 9)
                    .mapToObj(i -> new int[] {i % 3 * 256, i / 3 * 256})
                    .toList();
            corners.parallelStream().forEach(c -> {
                try {
                    writer.write(0, c[0], c[1], cut(all, c[0], c[1], 256, 256));
                } catch (Failure e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(file).doesNotExist();
            writer.finish();
        }
        try (RasterSource back = RasterFiles.open(file)) {
            assertThat(back.grid()).isEqualTo(GRID);
            assertThat(back.crs()).contains(Crs.LAMBERT_93);
            assertThat(back.readAll().values()).containsExactly(all.values());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void emptyTilesTakeNoRoomAndReadAsNoData() throws Exception {
        Path file = folder.resolve("b.tif");
        float[] none = new float[GRID.columns() * GRID.rows()];
        Arrays.fill(none, Float.NaN);
        none[300 * 600 + 300] = 42;
        try (GeoTiffWriter writer = GeoTiffWriter.create(file, GRID, null, List.of("x"), Map.of())) {
            writer.write(0, 0, 0, new Raster(GRID, none));
            writer.finish();
        }
        assertThat(Files.size(file)).isLessThan(5_000);
        try (RasterSource back = RasterFiles.open(file)) {
            assertThat(back.crs()).isEmpty();
            assertThat(back.readAll().values()).containsExactly(none);
        }
    }

    @Test
    void severalBandsStandOneAfterTheOther() throws Exception {
        Path file = folder.resolve("c.tif");
        try (GeoTiffWriter writer =
                GeoTiffWriter.create(file, GRID, Crs.WGS84, List.of("année", "janvier", "février"), Map.of("K", "v"))) {
            for (int band = 2; band >= 0; band--) {
                writer.write(band, 0, 0, noise(GRID, band));
            }
            writer.finish();
        }
        try (RasterSource back = RasterFiles.open(file)) {
            assertThat(back.crs()).contains(Crs.WGS84);
            assertThat(back.readAll().values()).containsExactly(noise(GRID, 0).values());
        }
    }

    @Test
    void unfinishedWorkLeavesNothingAndAnExistingFileUntouched() throws Exception {
        Path file = Files.writeString(folder.resolve("d.tif"), "before");
        try (GeoTiffWriter writer = GeoTiffWriter.create(file, GRID, null, List.of("x"), Map.of())) {
            writer.write(0, 0, 0, noise(GRID, 4));
        }
        assertThat(file).hasContent("before");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsAFailureThatNamesTheFile() {
        Path file = folder.resolve("absent").resolve("e.tif");
        assertThatThrownBy(() -> GeoTiffWriter.create(file, GRID, null, List.of("x"), Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("e.tif");
    }

    @Test
    void cellsThatAreNoWholeTilesAreADefectOfTheCaller() throws Exception {
        try (GeoTiffWriter writer = GeoTiffWriter.create(folder.resolve("f.tif"), GRID, null, List.of("x"), Map.of())) {
            assertThatThrownBy(() -> writer.write(0, 10, 0, cut(noise(GRID, 1), 10, 0, 256, 256)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Raster noise(GridGeometry grid, int seed) {
        Random random = new Random(seed);
        float[] values = new float[grid.columns() * grid.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 == 0 ? Float.NaN : (float) (1000 + 100 * random.nextGaussian());
        }
        return new Raster(grid, values);
    }

    private static Raster cut(Raster all, int column, int row, int columns, int rows) throws Failure {
        int width = Math.min(columns, all.grid().columns() - column);
        int height = Math.min(rows, all.grid().rows() - row);
        return new MemoryRaster(all, null).read(column, row, width, height);
    }
}
