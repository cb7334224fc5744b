package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.text.Failure;
import org.junit.jupiter.api.Test;

/** Against GRASS 8.2.1 {@code r.sun}, day 172, Linke 3, without shadows (flag {@code -p}). */
class EsraTest {
    private static final int DAY = 172;
    private static final double LATITUDE = Math.toRadians(50.43);
    private static final double STEP_H = 0.05;

    @Test
    void givesTheBeamThatGrassGives() throws Failure {
        Raster slope = raster("slope400.tif");
        Raster aspect = raster("aspect400.tif");
        Raster beam = raster("bp400_172.tif");
        Raster dsm = raster("dsm400.tif");
        int cells = 0;
        double absolute = 0;
        for (int i = 0; i < beam.values().length; i += 97) {
            if (!(slope.values()[i] < 35) || !(beam.values()[i] > 0)) {
                continue;
            }
            // GRASS counts aspect anticlockwise from east; 0 is flat.
            double azimuth = 90 - aspect.values()[i];
            double expected = beam.values()[i];
            double actual = day(slope.values()[i], azimuth, dsm.values()[i], false);
            assertThat(actual)
                    .as("cell %d, slope %s, azimuth %s", i, slope.values()[i], azimuth)
                    .isCloseTo(expected, within(0.012 * expected));
            absolute += Math.abs(actual - expected) / expected;
            cells++;
        }
        assertThat(cells).isGreaterThan(500);
        assertThat(absolute / cells).isLessThan(0.003);
    }

    @Test
    void givesTheDiffuseThatGrassGivesOnTheFlat() throws Failure {
        Raster slope = raster("slope400.tif");
        Raster diffuse = raster("dp400_172.tif");
        Raster dsm = raster("dsm400.tif");
        int cells = 0;
        for (int i = 0; i < diffuse.values().length; i++) {
            if (slope.values()[i] == 0 && diffuse.values()[i] > 0) {
                double expected = diffuse.values()[i];
                assertThat(day(0, 0, dsm.values()[i], true)).isCloseTo(expected, within(0.005 * expected));
                if (++cells == 200) {
                    break;
                }
            }
        }
        assertThat(cells).isPositive();
    }

    private static Raster raster(String name) throws Failure {
        try (var source = RasterFiles.open(Shared.path("reference/grass/" + name))) {
            return source.readAll();
        }
    }

    /** Sum of a day in true solar time with r.sun's declination (Gruter 1984) [Wh/m²]. */
    private static double day(double tiltDeg, double azimuthDeg, double altitudeM, boolean diffuse) {
        double angle = 2 * Math.PI * DAY / 365.25;
        double declination = Math.asin(0.3978 * Math.sin(angle - 1.4 + 0.0355 * Math.sin(angle - 0.0489)));
        double sum = 0;
        for (double hour = STEP_H / 2; hour < 24; hour += STEP_H) {
            double hourAngle = Math.toRadians(15 * (hour - 12));
            double sin = Math.sin(LATITUDE) * Math.sin(declination)
                    + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(hourAngle);
            double azimuth = 180
                    + Math.toDegrees(Math.atan2(
                            Math.sin(hourAngle),
                            Math.cos(hourAngle) * Math.sin(LATITUDE) - Math.tan(declination) * Math.cos(LATITUDE)));
            double elevation = Math.toDegrees(Math.asin(sin));
            ClearSky sky = ClearSky.esra(elevation, 3, altitudeM, DAY);
            double cos = Irradiance.cosIncidence(tiltDeg, azimuthDeg, 90 - elevation, azimuth);
            sum += STEP_H * (diffuse ? sky.dhi() : sky.dni() * Math.max(0, cos));
        }
        return sum;
    }
}
