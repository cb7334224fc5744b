package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to exhaust memory or to lead a reader astray, and damaged copies of good ones. */
class HostileTiffTest {
    @TempDir
    private Path folder;

    @Test
    void aDeflateBombGivesOnlyWhatTheHeaderAnnounces() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        byte[] bomb = packed.toByteArray();
        assertThat(bomb.length).isLessThan(110_000);
        Path file = tiff(10, 10, 8, bomb, 10, 8 + bomb.length, false);
        try (RasterSource source = RasterFiles.open(file)) {
            assertThat(source.readAll().values()).hasSize(100).containsOnly(0f);
        }
    }

    @Test
    void aHeaderThatAnnouncesHugeBlocksIsRefused() throws Exception {
        assertThatThrownBy(() -> RasterFiles.open(tiff(40_000, 40_000, 8, new byte[16], 40_000, 24, false)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("blocs");
        assertThatThrownBy(() -> RasterFiles.open(tiff(2_000_000_000, 2_000_000_000, 8, new byte[16], 1, 24, false)))
                .isInstanceOf(Failure.class);
    }

    @Test
    void aFakeTableOfStripsIsRefused() throws Exception {
        assertThatThrownBy(() -> RasterFiles.open(tiff(1000, 1_900_000, 8, new byte[16], 1, 24, true)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("incomplet");
    }

    /** {@link #tiff} always makes the directory point at itself as the next one. */
    @Test
    void aDirectoryThatPointsAtItselfIsReadOnce() throws Exception {
        try (RasterSource source = RasterFiles.open(tiff(4, 4, 1, new byte[64], 4, 8 + 64, false))) {
            assertThat(source.readAll().values()).containsOnly(0f);
        }
    }

    @Test
    void damagedCopiesOfOurOwnFilesAreReadOrRefused() throws Exception {
        GridGeometry grid = new GridGeometry(60, 50, 700_000, 7_000_000, 0.5, 0.5);
        float[] values = new float[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.37f;
        }
        Path good = folder.resolve("good.tif");
        try (GeoTiffWriter writer =
                GeoTiffWriter.create(good, grid, Crs.LAMBERT_93, List.of("x"), Map.of("KEY", "value"))) {
            writer.write(0, 0, 0, new Raster(grid, values));
            writer.finish();
        }
        damage(good, 300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gdal/byte_LZW_tiled.tif",
                "gdal/byte_ZSTD_tiled.tif",
                "gdal/float32_lzw_predictor_3_big_endian.tif",
                "gdal/uint64_LZW_predictor_2.tif",
                "gdal/byte_user_defined_geokeys.tif",
                "geotools/scaleOffset.tif",
                "rasterio/test_esri_wkt.tif"
            })
    void damagedCopiesOfOtherPeoplesFilesAreReadOrRefused(String name) throws Exception {
        damage(Shared.path("data/badinput/tiff/" + name), 200);
    }

    private void damage(Path good, int times) throws Exception {
        byte[] bytes = Files.readAllBytes(good);
        Random random = new Random(good.getFileName().toString().hashCode());
        int read = 0;
        for (int n = 0; n < times; n++) {
            byte[] copy = Arrays.copyOf(bytes, n % 5 == 0 ? random.nextInt(bytes.length) : bytes.length);
            for (int flips = 1 + random.nextInt(6); flips > 0 && copy.length > 0; flips--) {
                copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("copy.tif"), copy);
            try (RasterSource source = RasterFiles.open(file)) {
                GridGeometry grid = source.grid();
                source.read(0, 0, Math.min(500, grid.columns()), Math.min(500, grid.rows()));
                read++;
            } catch (Failure refused) {
                assertThat(refused.getMessage()).contains("copy.tif");
            } catch (RuntimeException | Error e) {
                fail("copy " + n + " of " + good, e);
            }
        }
        // Most flips hit a value, which cannot be told from data.
        assertThat(read).isPositive();
    }

    /** A one-strip TIFF of 32-bit floats whose directory names itself as the next one. */
    private Path tiff(
            int columns, int rows, int compression, byte[] data, int rowsPerStrip, int end, boolean manyStrips)
            throws Exception {
        int[][] tags = {
            {256, 4, 1, columns},
            {257, 4, 1, rows},
            {258, 3, 1, 32},
            {259, 3, 1, compression},
            {273, 4, manyStrips ? rows : 1, 8},
            {277, 3, 1, 1},
            {278, 4, 1, rowsPerStrip},
            {279, 4, manyStrips ? rows : 1, data.length},
            {339, 3, 1, 3},
            {33550, 12, 3, end},
            {33922, 12, 6, end + 24},
        };
        int directory = end + 24 + 48;
        ByteBuffer file =
                ByteBuffer.allocate(directory + 2 + 12 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        file.put(data).position(end);
        for (double v : new double[] {1, 1, 0, 0, 0, 0, 700_000, 7_000_000, 0}) {
            file.putDouble(v);
        }
        file.putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        file.putInt(directory);
        return Files.write(folder.resolve("hostile.tif"), file.array());
    }
}
