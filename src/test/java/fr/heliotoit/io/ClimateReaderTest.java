package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.solar.Climate;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SyntheticYear;
import fr.heliotoit.solar.Transposition;
import fr.heliotoit.solar.UnshadedPlane;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClimateReaderTest {
    private static final Place LENS = new Place(50.43, 2.83, 40);
    private static final Path PACK = Path.of("data/packs/climat-artois.json");

    @TempDir
    Path folder;

    @Test
    void makesALabelledYearThatKeepsTheMonths() throws Failure {
        WeatherYear year = WeatherFiles.read(PACK, LENS);
        assertThat(year.origin().synthetic()).isTrue();
        assertThat(year.origin().notes())
                .extracting(note -> note.key())
                .contains("solar.weather.note.synthetic", "solar.weather.note.unverified");
        double[] expected = {22, 38, 78, 122, 150, 155, 155, 132, 94, 55, 27, 18};
        double[] temperature = {2.4, 2.9, 6.0, 8.9, 12.4, 15.3, 17.1, 17.1, 14.7, 10.4, 6.1, 3.5};
        double[] sums = new double[12];
        int[] hours = new int[12];
        double[] closed = new double[12];
        for (int i = 0; i < year.hours(); i++) {
            sums[year.month(i) - 1] += year.temperature(i);
            hours[year.month(i) - 1]++;
            assertThat(year.dhi(i)).isLessThanOrEqualTo(year.ghi(i) + 1e-9);
            assertThat(year.dni(i)).isLessThan(1200);
        }
        for (int month = 0; month < 12; month++) {
            assertThat(year.monthlyHorizontalKWhM2()[month])
                    .isCloseTo(expected[month], within(0.005 * expected[month]));
            assertThat(sums[month] / hours[month]).isCloseTo(temperature[month], within(0.01));
        }
        // What the planes receive must be the months too: direct and diffuse close.
        for (int month = 1; month <= 12; month++) {
            closed[month - 1] = new UnshadedPlane(year, 0, 180, 0.2)
                    .irradiation(Transposition.PEREZ, 12)
                    .global(month);
            assertThat(closed[month - 1]).isCloseTo(expected[month - 1], within(0.005 * expected[month - 1]));
        }
    }

    /** A year of months taken from a real one must lead to nearly the same sun on roofs as the real hours do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/weather/epw/NLD_Amsterdam062400_IWEC.epw",
                "data/weather/epw/FRA_Lyon.074810_IWEC.epw",
                "data/weather/epw/Zuerich-Kloten_1990_2010_TMY.epw",
                "data/weather/pvgis-pvlib/tmy_45.000_8.000_2005_2023.csv",
            })
    void standsInForRealHours(String file) throws Failure {
        WeatherYear real = WeatherFiles.read(Shared.path(file), LENS);
        List<Climate.Month> months = new ArrayList<>();
        for (double sum : real.monthlyHorizontalKWhM2()) {
            months.add(new Climate.Month(sum, 10, 2));
        }
        WeatherYear made = SyntheticYear.of("essai", new Climate(real.place(), "essai", "essai", true, months));
        for (int[] plane : new int[][] {{30, 180}, {30, 90}, {30, 270}, {45, 225}, {30, 0}}) {
            double expected = global(real, plane);
            assertThat(global(made, plane))
                    .as("tilt %d azimuth %d", plane[0], plane[1])
                    .isCloseTo(expected, within(0.05 * expected));
        }
    }

    private static double global(WeatherYear year, int[] plane) {
        return new UnshadedPlane(year, plane[0], plane[1], 0.2)
                .irradiation(Transposition.PEREZ, 4)
                .global();
    }

    @Test
    void refusesWhatCannotBeInOneSentence() throws Exception {
        String pack = Files.readString(PACK);
        refused(pack.replaceFirst("\\{\"globalKWhM2\": 22, [^}]*\\},", ""), "donne 11 mois");
        refused(pack.replace("\"globalKWhM2\": 155", "\"globalKWhM2\": 290"), "plus de soleil que le ciel");
        refused(pack.replace("\"temperatureC\": 2.4", "\"temperatureC\": \"doux\""), "le mois n° 1 n'a pas");
        refused(pack.replace("50.43", "150.43"), "la latitude, la longitude");
        refused(pack.replaceAll("\"globalKWhM2\": \\d+", "\"globalKWhM2\": 0"), "nul toute l'année");
    }

    private void refused(String content, String words) throws Exception {
        Path file = Files.writeString(folder.resolve("climat.json"), content);
        assertThatThrownBy(() -> WeatherFiles.read(file, LENS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(words);
    }
}
