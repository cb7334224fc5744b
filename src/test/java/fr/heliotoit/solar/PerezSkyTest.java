package fr.heliotoit.solar;

import static fr.heliotoit.solar.Csv.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerezSkyTest {
    /** pvlib's Perez, all sites composite 1990, over tilts, azimuths, hours and clearnesses. */
    @Test
    void agreesWithPvlib() throws IOException {
        for (Map<String, String> row :
                Csv.read(Shared.path("reference/transposition.csv")).rows()) {
            double zenith = number(row, "zenith_apparent");
            PerezSky sky = PerezSky.of(number(row, "dhi"), number(row, "dni"), number(row, "dni_extra"), zenith);
            double tilt = number(row, "tilt");
            double cos = Irradiance.cosIncidence(tilt, number(row, "surf_az"), zenith, number(row, "azimuth"));
            double expected = number(row, "perez_sky");
            assertThat(sky.onPlane(tilt, cos)).as("%s", row).isCloseTo(expected, within(1e-5 * expected + 1e-5));
        }
    }

    @Test
    void givesBackTheHorizontalDiffuseOnTheHorizontal() {
        PerezSky sky = PerezSky.of(100, 600, 1367, 50);
        assertThat(sky.onPlane(0, Math.cos(Math.toRadians(50)))).isCloseTo(100, within(1e-9));
        assertThat(sky.backgroundRadiance() * Math.PI + sky.circumsolarNormal() * Math.cos(Math.toRadians(50)))
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void isEvenWhenTheSunIsDown() {
        PerezSky sky = PerezSky.of(5, 0, 1367, 92);
        assertThat(sky.f1()).isZero();
        assertThat(sky.f2()).isZero();
        assertThat(sky.onPlane(0, -0.03)).isEqualTo(5);
    }
}
