package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterFilesTest {
    @TempDir
    private Path folder;

    /** Sizes, extremes and codes as GDAL 3.6.2 tells them; means from {@code gdalinfo -stats}. */
    @ParameterizedTest
    @CsvSource({
        "data/dsm/athens/DSM.tif, 400, 400, 108.961, 174.415, EPSG:2100, 476800, 4206250, 1",
        "data/dsm/bilbao/BDSM.tif, 1359, 1359, 0, 52, EPSG:25830, 499400, 4797200, 2.502",
        "data/dsm/bilbao/DEM.tif, 680, 680, -2, 103, EPSG:25830, 499400, 4797200, 5.001",
        "data/dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/DSM_KRbig.tif, 234, 223, 0, 58.07, EPSG:3007, 147720, 6398780, 1",
        "data/dsm/goteborg-gvc-measured/DSM_GVC_1m.tif, 180, 180, 49.653, 93.159, EPSG:3006, 318946, 6398280, 2",
        "data/dsm/london-covent-garden/DataCoventGarden/DSM_CG.tif, 464, 433, 6.6, 70.736, EPSG:32631, 283101.09, 5711622.315, 1",
        "data/dsm/solar-wizard/pvmaps-test_pvmaps_real_data/inputs/elevation_27700.tif, 256, 256, 107.912, 150.492,, 401568.195, 201354.403, 3.564",
        "data/dsm/solar-wizard/pvmaps-test_pvmaps_real_data/expected/slope_4326.tif, 912, 826, 1, 85, EPSG:4326, -1.9787032, 51.7109192, 1.448e-05",
        "data/dsm/goteborg-kr-measured/CDSM_KR.asc, 234, 223, 0, 24.368,, 147720, 6398780, 1",
        "data/france/mnt-bdalti/MNT_25M_asc.asc, 401, 401, 25, 103,, 464987.5, 6745012.5, 25",
        "data/france/noisemodelling-dem/dem.asc.gz, 514, 383, -17.37, 77.5, EPSG:2154, 397227.5, 6712387.5, 15",
        "reference/zonal/irradiation.tif, 2000, 2000, 550.401, 1252.381, EPSG:2154, 684000, 7036000, 0.5"
    })
    void realFilesReadAsGdalReadsThem(
            String file,
            int columns,
            int rows,
            double min,
            double max,
            String code,
            double west,
            double north,
            double cell)
            throws Exception {
        try (RasterSource source = RasterFiles.open(Shared.path(file))) {
            assertThat(source.grid().columns()).isEqualTo(columns);
            assertThat(source.grid().rows()).isEqualTo(rows);
            assertThat(source.grid().west()).isCloseTo(west, within(1e-3));
            assertThat(source.grid().north()).isCloseTo(north, within(1e-3));
            assertThat(source.grid().cellWidth()).isCloseTo(cell, within(5e-4 * cell));
            assertThat(source.crs().map(Crs::code).orElse(null)).isEqualTo(code);
            double[] extremes = extremes(source.readAll());
            assertThat(extremes[0]).isCloseTo(min, within(6e-4));
            assertThat(extremes[1]).isCloseTo(max, within(6e-4));
        }
    }

    /** The same 20 × 20 cells in many encodings: minimum 74, maximum 255, mean 126.765 in each. */
    @ParameterizedTest
    @CsvSource({
        "byte_LZW_tiled.tif", "byte_ZSTD_tiled.tif", "float16.tif", "float32_lzw_predictor_3_big_endian.tif",
                "float64.tif",
        "float64_LZW_predictor_3.tif", "int16.tif", "int32.tif", "uint32.tif", "uint64_LZW_predictor_2.tif",
        "compound_with_VerticalCitationGeoKey_only.tif", "epsg_2853_with_us_feet.tif"
    })
    void everyEncodingGivesTheSameHeights(String name) throws Exception {
        try (RasterSource source = RasterFiles.open(Shared.path("data/badinput/tiff/gdal/" + name))) {
            double[] extremes = extremes(source.readAll());
            assertThat(extremes[0]).isEqualTo(74);
            assertThat(extremes[1]).isEqualTo(255);
            assertThat(extremes[2] / 400).isCloseTo(126.765, within(1e-9));
        }
    }

    @Test
    void everyOddFileIsReadOrRefusedInOneSentence() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Shared.path("data/badinput/tiff"))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(80);
        for (Path file : files) {
            try (RasterSource source = RasterFiles.open(file)) {
                Raster raster = source.readAll();
                assertThat(raster.values())
                        .as(file.toString())
                        .hasSize(source.grid().columns() * source.grid().rows());
            } catch (Failure e) {
                assertThat(e.getMessage())
                        .as(file.toString())
                        .contains(file.getFileName().toString());
            }
        }
    }

    @Test
    void aWindowIsTheSameCellsAsTheWholeAndNothingBeyondTheEdge() throws Exception {
        try (RasterSource source = RasterFiles.open(Shared.path("data/dsm/athens/DSM.tif"))) {
            Raster all = source.readAll();
            Raster window = source.read(-3, 390, 40, 20);
            for (int r = 0; r < 20; r++) {
                for (int c = 0; c < 40; c++) {
                    boolean inside = c - 3 >= 0 && 390 + r < 400;
                    assertThat((Object) window.at(c, r))
                            .isEqualTo(inside ? (Object) all.at(c - 3, 390 + r) : (Object) Float.NaN);
                }
            }
            assertThat(window.grid().west()).isEqualTo(all.grid().west() - 3);
            assertThat(extremes(source.read(1000, 1000, 5, 5))[3]).isZero();
        }
    }

    @Test
    void scaleAndOffsetOfTheFileAreApplied() throws Exception {
        try (RasterSource source = RasterFiles.open(Shared.path("data/badinput/tiff/geotools/scaleOffset.tif"))) {
            assertThat(extremes(source.readAll())[1]).isCloseTo(0.602, within(1e-3));
        }
    }

    @Test
    void asciiGridsWithCentresCommasAndOddNoDataAreUnderstood() throws Exception {
        Path file = write(
                "a.asc",
                "NCOLS 3\nNROWS 2\nXLLCENTER 100,5\nYLLCENTER 200\nDX 1\nDY 2\nNODATA_VALUE -1\n"
                        + "1,5 -1 3\n4 nan 3.4028e38\n");
        try (RasterSource source = RasterFiles.open(file, Crs.LAMBERT_93)) {
            assertThat(source.grid().west()).isEqualTo(100);
            assertThat(source.grid().south()).isEqualTo(199);
            assertThat(source.grid().cellHeight()).isEqualTo(2);
            assertThat(source.crs()).contains(Crs.LAMBERT_93);
            assertThat(source.readAll().values()).containsExactly(1.5f, Float.NaN, 3, 4, Float.NaN, Float.NaN);
        }
    }

    @Test
    void brokenAsciiGridsAreRefusedWithTheReason() throws Exception {
        String head = "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n";
        assertThatThrownBy(() -> RasterFiles.open(write("a.asc", head + "1 2 3")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a.asc")
                .hasMessageContaining("incomplète");
        assertThatThrownBy(() -> RasterFiles.open(write("b.asc", head + "1 2 3 4 5")))
                .hasMessageContaining("plus de valeurs");
        assertThatThrownBy(() -> RasterFiles.open(write("c.asc", head + "1 2 3 x4")))
                .hasMessageContaining("x4");
        assertThatThrownBy(() -> RasterFiles.open(write("d.asc", "ncols 2\nnrows 2\n1 2 3 4")))
                .hasMessageContaining("en-tête");
        assertThatThrownBy(() -> RasterFiles.open(
                        write("e.asc", "ncols 2000000\nnrows 2000000\nxllcorner 0\nyllcorner 0\ncellsize 1\n1")))
                .hasMessageContaining("GeoTIFF");
        assertThatThrownBy(() -> RasterFiles.open(write("f.txt", "bonjour"))).hasMessageContaining("ni un GeoTIFF");
        assertThatThrownBy(() -> RasterFiles.open(write("empty.tif", ""))).hasMessageContaining("ni un GeoTIFF");
        assertThatThrownBy(() -> RasterFiles.open(folder.resolve("absent.tif"))).hasMessageContaining("n'existe pas");
    }

    @Test
    void aGzipBombCostsNoMoreThanItsHeaderSays() throws Exception {
        Path file = folder.resolve("bomb.asc.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n".getBytes());
            byte[] zeros = "0 ".repeat(50_000).getBytes();
            for (int i = 0; i < 500; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> RasterFiles.open(file)).hasMessageContaining("plus de valeurs");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Minimum, maximum, sum and count of the cells with data. */
    private static double[] extremes(Raster raster) {
        double[] result = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0};
        for (float v : raster.values()) {
            if (!Float.isNaN(v)) {
                result[0] = Math.min(result[0], v);
                result[1] = Math.max(result[1], v);
                result[2] += v;
                result[3]++;
            }
        }
        return result;
    }
}
