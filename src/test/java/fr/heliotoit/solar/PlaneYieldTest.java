package fr.heliotoit.solar;

import static fr.heliotoit.solar.Csv.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlaneYieldTest {
    private static WeatherYear amsterdam;
    private static LightHours hourly;

    @BeforeAll
    static void read() throws Failure {
        amsterdam = WeatherFiles.read(
                Shared.path("data/weather/epw/NLD_Amsterdam062400_IWEC.epw"), new Place(52.3, 4.77, -2));
        hourly = LightHours.of(amsterdam, 0.2, 1);
    }

    private static PvSystem system(double dcAcRatio) {
        return new PvSystem(0.16, 25, 6.84, new PvWatts(-0.0035, 0.14, dcAcRatio, 0.96), 0.005);
    }

    /** Validation: 43 planes by pvlib 6382338a (Perez, SPA at mid-hour, Faiman, PVWatts, losses 14 %), with and without reflection. */
    @Test
    void agreesWithPvlibOnEveryPlane() throws IOException {
        List<Map<String, String>> rows = Csv.read(
                        Path.of("src/main/resources/fr/heliotoit/app/validation/pvlib-amsterdam-yield.csv"))
                .rows();
        assertThat(rows).hasSize(43);
        for (Map<String, String> row : rows) {
            double tilt = number(row, "tilt");
            double azimuth = number(row, "azimuth");
            PlaneYield yield = PlaneYield.of(hourly, tilt, azimuth, null, system(1));
            assertThat(yield.yearKWhM2())
                    .as("light %s", row)
                    .isCloseTo(number(row, "poa_perez_kwh_m2"), permille(row, 5, "poa_perez_kwh_m2"));
            assertThat(yield.yearKWhPerKWp())
                    .as("yield %s", row)
                    .isCloseTo(number(row, "ac_martin_ruiz_kwh_kwp"), permille(row, 5, "ac_martin_ruiz_kwh_kwp"));
            PlaneYield large = PlaneYield.of(hourly, tilt, azimuth, null, system(1.3));
            assertThat(large.yearKWhPerKWp())
                    .as("clipped %s", row)
                    .isCloseTo(
                            number(row, "ac_martin_ruiz_dcac1.3_kwh_kwp"),
                            permille(row, 5, "ac_martin_ruiz_dcac1.3_kwh_kwp"));
        }
    }

    /**
     * What roofs are given: light of the sky table's sun positions, shared over the hours of the chain. Within 0.5 % of pvlib's chain at the
     * same positions on all planes, and of pvlib's at mid-hour on all that can carry modules.
     */
    @Test
    void whatRoofsAreGivenAgreesWithPvlibToo() throws IOException {
        List<Map<String, String>> rows = Csv.read(
                        Path.of("src/main/resources/fr/heliotoit/app/validation/pvlib-amsterdam-yield.csv"))
                .rows();
        for (Map<String, String> row : rows) {
            double tilt = number(row, "tilt");
            double azimuth = number(row, "azimuth");
            PlaneOfArray light =
                    new UnshadedPlane(amsterdam, tilt, azimuth, 0.2).irradiation(Transposition.PEREZ, SkyTables.PARTS);
            double[] months =
                    IntStream.rangeClosed(1, 12).mapToDouble(light::global).toArray();
            double given =
                    PlaneYield.of(hourly, tilt, azimuth, months, system(1)).yearKWhPerKWp();
            assertThat(given)
                    .as("%s, same sun positions", row)
                    .isCloseTo(number(row, "ac_martin_ruiz_kwh_kwp_12"), permille(row, 5, "ac_martin_ruiz_kwh_kwp_12"));
            if (tilt <= 60) {
                assertThat(given)
                        .as("%s, mid-hour", row)
                        .isCloseTo(number(row, "ac_martin_ruiz_kwh_kwp"), permille(row, 5, "ac_martin_ruiz_kwh_kwp"));
            }
        }
    }

    /** The figure that the issue names: pvlib's chain without reflection. */
    @Test
    void yieldsAtThirtyFiveDegreesSouthWhatPvlibYields() {
        PvSystem bare = new PvSystem(1e-4, 25, 6.84, new PvWatts(-0.0035, 0.14, 1, 0.96), 0);
        assertThat(PlaneYield.of(hourly, 35, 180, null, bare).yearKWhPerKWp()).isCloseTo(934.95, within(2.0));
    }

    private static org.assertj.core.data.Offset<Double> permille(
            Map<String, String> row, double permille, String column) {
        return within(number(row, column) * permille / 1000);
    }

    @Test
    void losesAtTheInverterWhatIsAboveItsLimitAndNothingMore() {
        PlaneYield wide = PlaneYield.of(hourly, 35, 180, null, system(1));
        PlaneYield narrow = PlaneYield.of(hourly, 35, 180, null, system(1.6));
        assertThat(wide.clippedKWhPerKWp()).isZero();
        assertThat(narrow.clippedKWhPerKWp()).isGreaterThan(20);
        assertThat(narrow.yearKWhPerKWp()).isLessThan(wide.yearKWhPerKWp());
        for (float hour : narrow.hourlyKWhPerKWp()) {
            assertThat(hour).isBetween(0f, (float) (1 / 1.6) + 1e-6f);
        }
    }

    @Test
    void addsUpItsHoursToMonthsAndYear() {
        PlaneYield yield = PlaneYield.of(hourly, 20, 250, null, system(1.1));
        double hours = IntStream.range(0, yield.hourlyKWhPerKWp().length)
                .mapToDouble(i -> yield.hourlyKWhPerKWp()[i])
                .sum();
        assertThat(hours).isCloseTo(yield.yearKWhPerKWp(), within(1e-3));
        assertThat(yield.performanceRatio()).isBetween(0.76, 0.86);
    }

    @Test
    void givesAShadedPlaneTheEnergyOfItsMonths() {
        PlaneYield open = PlaneYield.of(hourly, 35, 180, null, system(1.1));
        double[] months = open.monthlyKWhM2().clone();
        months[0] = 0;
        months[5] /= 2;
        PlaneYield shaded = PlaneYield.of(hourly, 35, 180, months, system(1.1));
        assertThat(shaded.yearKWhM2())
                .isCloseTo(open.yearKWhM2() - open.monthlyKWhM2()[0] - open.monthlyKWhM2()[5] / 2, within(1e-9));
        assertThat(shaded.monthlyKWhPerKWp()[0]).isZero();
        // Half the light: cooler modules yield a little more than half, the inverter a little less.
        assertThat(shaded.monthlyKWhPerKWp()[5] / open.monthlyKWhPerKWp()[5]).isBetween(0.49, 0.53);
        assertThat(shaded.monthlyKWhPerKWp()[6]).isEqualTo(open.monthlyKWhPerKWp()[6]);
    }

    /** Phébus (Lhuis), the oldest French plant: domain facts; linear loss stands between the median and what was measured. */
    @Test
    void losesPowerEveryYear() {
        PvSystem system = system(1);
        assertThat(system.leftInYear(1)).isEqualTo(1);
        assertThat(system.leftInYear(21)).isCloseTo(0.9, within(1e-12));
        assertThat(IntStream.rangeClosed(1, 30).mapToDouble(system::leftInYear).sum())
                .isCloseTo(27.825, within(1e-9));
    }
}
