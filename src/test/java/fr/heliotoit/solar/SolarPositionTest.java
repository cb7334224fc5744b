package fr.heliotoit.solar;

import static fr.heliotoit.solar.Csv.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SolarPositionTest {
    private static final Place GOLDEN = new Place(39.742476, -105.1786, 1830.14);

    /** Reda and Andreas 2004, table A5.1: 17 October 2003, 12:30:30 at UTC−7, ΔT 67 s, 820 hPa, 11 °C. */
    @Test
    void agreesWithTheExampleOfThePaper() {
        GeocentricSun sun =
                GeocentricSun.at(Instant.parse("2003-10-17T19:30:30Z").getEpochSecond(), 67);
        assertThat(sun.rightAscensionDeg()).isCloseTo(202.227408, within(1e-6));
        assertThat(sun.declinationDeg()).isCloseTo(-9.314340, within(1e-6));
        assertThat(sun.distanceAu()).isCloseTo(0.9965422974, within(1e-10));
        SolarPosition position = SolarPosition.over(GOLDEN, sun, 82000, 11);
        assertThat(position.apparentZenithDeg()).isCloseTo(50.11162, within(1e-5));
        assertThat(position.azimuthDeg()).isCloseTo(194.34024, within(1e-5));
    }

    /** pvlib's {@code spa_python}: a year at Lens, and poles, equator, 1950 to 2050, leap days. The table has nine digits. */
    @Test
    void agreesWithPvlib() throws IOException {
        for (Map<String, String> row :
                Csv.read(Shared.path("reference/spa.csv")).rows()) {
            Place place = new Place(number(row, "lat"), number(row, "lon"), number(row, "alt_m"));
            Instant instant = Instant.parse(row.get("utc"));
            GeocentricSun sun =
                    GeocentricSun.at(instant.getEpochSecond() + instant.getNano() / 1e9, number(row, "delta_t_s"));
            SolarPosition position = SolarPosition.over(place, sun, number(row, "pressure_pa"), number(row, "temp_c"));
            assertThat(position.zenithDeg()).as("zenith %s", row).isCloseTo(number(row, "zenith_true"), within(1e-6));
            assertThat(position.apparentZenithDeg())
                    .as("apparent zenith %s", row)
                    .isCloseTo(number(row, "zenith_apparent"), within(1e-6));
            assertThat(Math.IEEEremainder(position.azimuthDeg() - number(row, "azimuth"), 360))
                    .as("azimuth %s", row)
                    .isCloseTo(0, within(1e-6));
            assertThat(position.equationOfTimeMin())
                    .as("equation of time %s", row)
                    .isCloseTo(number(row, "eot_min"), within(1e-6));
            assertThat(Irradiance.extraterrestrialNormal(position.distanceAu()))
                    .as("extraterrestrial %s", row)
                    .isCloseTo(number(row, "dni_extra_nrel"), within(1e-5));
        }
    }

    @Test
    void movesBetweenTwoInstantsWithoutLosingPrecision() {
        Place lens = new Place(50.43, 2.83, 40);
        long start = Instant.parse("2024-02-28T00:00:00Z").getEpochSecond();
        double deltaT = GeocentricSun.deltaTSeconds(2024.16);
        for (int hour = 0; hour < 24 * 366; hour += 7) {
            GeocentricSun before = GeocentricSun.at(start + hour * 3600.0, deltaT);
            GeocentricSun after = GeocentricSun.at(start + (hour + 1) * 3600.0, deltaT);
            double between = start + (hour + 0.5) * 3600.0;
            SolarPosition quick = SolarPosition.over(lens, before.towards(after, between));
            SolarPosition exact = SolarPosition.over(lens, GeocentricSun.at(between, deltaT));
            assertThat(quick.zenithDeg()).isCloseTo(exact.zenithDeg(), within(1e-5));
            assertThat(quick.azimuthDeg()).isCloseTo(exact.azimuthDeg(), within(1e-5));
        }
    }

    /** International Earth Rotation Service: 56.86 s in 1990, 63.83 in 2000, 66.07 in 2010, 69.36 in 2020. */
    @Test
    void knowsTheTimeDifferenceWithinTwoSeconds() {
        assertThat(GeocentricSun.deltaTSeconds(1990)).isCloseTo(56.86, within(2.0));
        assertThat(GeocentricSun.deltaTSeconds(2000)).isCloseTo(63.83, within(2.0));
        assertThat(GeocentricSun.deltaTSeconds(2010)).isCloseTo(66.07, within(2.0));
        assertThat(GeocentricSun.deltaTSeconds(2020)).isCloseTo(69.36, within(2.5));
    }
}
