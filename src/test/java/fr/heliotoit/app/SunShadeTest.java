package fr.heliotoit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class SunShadeTest {
    private static final int SIDE = 101;

    /** A tower of 10 m in the middle of a plain: its shadow is 10 m / tan(elevation) long and points away from the sun. */
    @ParameterizedTest
    @CsvSource({"180, 45, 10", "180, 26.565, 20", "0, 45, 10", "90, 45, 10", "270, 26.565, 20"})
    void aTowerThrowsItsShadowAwayFromTheSun(double azimuth, double elevation, int length) {
        Raster shade = new SunShade(azimuth, elevation, azimuth).shade(tower());
        int east = (int) -Math.round(Math.sin(Math.toRadians(azimuth)));
        int south = (int) Math.round(Math.cos(Math.toRadians(azimuth)));
        for (int step = 1; step < 30; step++) {
            assertThat(shade.at(50 + east * step, 50 + south * step))
                    .as("%d m from the tower", step)
                    .isEqualTo(step < length ? 1 : 0);
            assertThat(shade.at(50 - east * step, 50 - south * step)).isZero();
        }
        assertThat(shade.at(50, 50)).as("the tower itself").isZero();
    }

    @Test
    void aSlantingShadowGoesItsWay() {
        Raster shade = new SunShade(225, 30, 225).shade(tower());
        assertThat(shade.at(55, 45)).isEqualTo(1);
        assertThat(shade.at(45, 55)).isZero();
        assertThat(shade.at(55, 55)).isZero();
    }

    @Test
    void atNightAllIsShadeAndHolesStayHoles() {
        Raster heights = tower();
        heights.values()[7] = Float.NaN;
        Raster shade = new SunShade(0, -20, 0).shade(heights);
        assertThat(shade.at(10, 10)).isEqualTo(1);
        assertThat(shade.at(7, 0)).isNaN();
    }

    /** Arras, 21 June 2026, when the sun is highest: 90 − 50.3 + 23.4. */
    @Test
    void theSunStandsWhereTheAlmanacSays() throws Exception {
        SunShade sun =
                SunShade.at(Instant.parse("2026-06-21T11:50:00Z"), new Coordinate(685_000, 7_022_000), Crs.LAMBERT_93);
        assertThat(sun.elevationDeg()).isCloseTo(63.1, within(0.3));
        assertThat(sun.azimuthDeg()).isCloseTo(180, within(4.0));
    }

    private static Raster tower() {
        float[] heights = new float[SIDE * SIDE];
        heights[50 * SIDE + 50] = 10;
        return new Raster(new GridGeometry(SIDE, SIDE, 0, 0, 1, 1), heights);
    }
}
