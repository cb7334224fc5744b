package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.Surroundings;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain on the demonstration commune: surface model, weather, roofs, map. */
class IrradianceMapTest {
    private static final Path DEMO = Path.of("data", "demo");

    @TempDir
    Path folder;

    @Test
    void threadsAndTilesChangeNoBitOfTheMap() throws Failure, IOException {
        Path one = write(1, 512);
        float[] expected = values(one);
        assertThat(IntStream.range(0, expected.length)
                        .filter(i -> Float.isFinite(expected[i]))
                        .count())
                .isGreaterThan(1000);
        for (int threads : new int[] {1, 2, 8}) {
            for (int tile : new int[] {256, 512}) {
                Path again = write(threads, tile);
                assertThat(Arrays.equals(values(again), expected))
                        .as("%d threads, tiles of %d", threads, tile)
                        .isTrue();
                // The months follow in the same file; tiles are packed one by one, so the same bits have the same
                // length.
                assertThat(Files.size(again)).isEqualTo(Files.size(one));
            }
        }
    }

    private Path write(int threads, int tile) throws Failure {
        Path out = folder.resolve(threads + "-" + tile + ".tif");
        try (RasterSource surface = RasterFiles.open(DEMO.resolve("mns.tif"));
                CellChoice choice = CellChoice.open(
                        surface, Crs.LAMBERT_93, DEMO.resolve("batiments-2024.shp"), null, null, null)) {
            SkyTable sky = SkyTables.of(
                    WeatherFiles.read(DEMO.resolve("meteo.epw"), new Place(50.4, 2.8, 40)), -0.1, 0.2, 8, 2);
            new IrradianceMap(
                            surface,
                            Crs.LAMBERT_93,
                            sky,
                            Surroundings.NONE,
                            choice,
                            new SurfaceIrradiation.Options(512, tile, threads))
                    .write(out, IrradianceMap.Bands.MONTHS, Map.of(), Progress.NONE);
        }
        return out;
    }

    private static float[] values(Path file) throws Failure {
        try (RasterSource map = RasterFiles.open(file)) {
            return map.readAll().values();
        }
    }
}
