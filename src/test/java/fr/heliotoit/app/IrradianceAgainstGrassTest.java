package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.solar.ClearDay;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.Surroundings;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Validation: the direct light of a clear day against r.sun of GRASS GIS 8.2.1 on the roofs of a synthetic mining town. On unshaded
 * level cells both agree to 0.1 %. On day 172 the bounds are about half of those of the issue, 1 % and 1.5 %. In October (day 288), when shadows are
 * long, r.horizon's rule (the nearest cell instead of the ray) alone makes 1.1 % and 1.8 %: {@code GrassBeamTest} proves it; the bounds
 * here are those of what is left with it.
 */
class IrradianceAgainstGrassTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"172, 0.6, 0.75", "288, 1.15, 1.9"})
    void directLightOnRoofsIsThatOfGrass(int day, double bias, double mean) throws Failure {
        Path grass = Shared.path("reference/grass");
        Path out = folder.resolve("day.tif");
        Crs crs = Crs.LAMBERT_93;
        try (RasterSource surface = RasterFiles.open(grass.resolve("dsm400.tif"), crs);
                CellChoice choice = CellChoice.open(
                        surface, crs, null, grass.resolve("slope400.tif"), grass.resolve("aspect400.tif"), crs)) {
            double convergence = crs.convergenceDeg(687600, 7037600);
            var sky = ClearDay.table(new Place(50.4358, 2.8253, 45), day, 3, 0.2, convergence, SkyTables.AZIMUTHS);
            new IrradianceMap(surface, crs, sky, Surroundings.NONE, choice, SurfaceIrradiation.Options.DEFAULT)
                    .write(out, IrradianceMap.Bands.DAY, Map.of(), Progress.NONE);
        }
        Raster roof = read(grass.resolve("dsm400_foot.tif"));
        Raster slope = read(grass.resolve("slope400.tif"));
        Raster exact = read(grass.resolve("bc400_" + day + ".tif"));
        double sum = 0;
        double difference = 0;
        double absolute = 0;
        int count = 0;
        float[] direct = direct(out);
        for (int i = 0; i < direct.length; i++) {
            if (roof.values()[i] > 0 && slope.values()[i] < 35 && Float.isFinite(exact.values()[i] + direct[i])) {
                sum += exact.values()[i];
                difference += direct[i] - exact.values()[i];
                absolute += Math.abs(direct[i] - exact.values()[i]);
                count++;
            }
        }
        assertThat(count).isGreaterThan(5000);
        assertThat(100 * Math.abs(difference) / sum).as("bias [%]").isLessThanOrEqualTo(bias);
        assertThat(100 * absolute / sum).as("mean absolute difference [%]").isLessThanOrEqualTo(mean);
    }

    private static Raster read(Path file) throws Failure {
        try (RasterSource source = RasterFiles.open(file, Crs.LAMBERT_93)) {
            return source.readAll();
        }
    }

    private static float[] direct(Path file) throws Failure {
        return read(file).values();
    }
}
