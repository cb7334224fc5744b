package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HotWaterTest {
    private static final Collector FLAT_PLATE = new Collector(0.75, 3.5, 0.015, 0.15, 0.9);
    private static final double[] OPEN = new double[12];
    private static WeatherYear amsterdam;
    private static LightHours light;

    @BeforeAll
    static void read() throws Failure {
        Arrays.fill(OPEN, 1);
        amsterdam = WeatherFiles.read(
                Shared.path("data/weather/epw/NLD_Amsterdam062400_IWEC.epw"), new Place(52.3, 4.77, -2));
        light = LightHours.of(amsterdam, 0.2, 1);
    }

    private static HotWater house(double areaM2, double users) {
        return new HotWater(areaM2, 300, 2, users, 50, 50, 85);
    }

    /** By hand: 0.75 · 1000 − 3.5 · 40 − 0.015 · 1600 = 586. */
    @Test
    void drawsWhatTheStandardsFormulaGives() {
        assertThat(FLAT_PLATE.heat(FLAT_PLATE.absorbed(1000, 0, 1), 60, 20)).isCloseTo(586, within(1e-9));
        // 60° from the sun: 1 − 0.15 · (2 − 1) = 0.85 of the direct light, 0.9 of the diffuse.
        assertThat(FLAT_PLATE.absorbed(500, 100, 0.5)).isCloseTo(0.85 * 500 + 90, within(1e-9));
        assertThat(FLAT_PLATE.heat(50, 60, 10)).isZero();
        double stagnation = FLAT_PLATE.stagnationC(1000, 30);
        assertThat(FLAT_PLATE.heat(1000, stagnation, 30)).isCloseTo(0, within(1e-6));
        assertThat(FLAT_PLATE.heat(1000, stagnation - 1, 30)).isPositive();
        assertThat(stagnation).isBetween(150.0, 180.0);
    }

    @Test
    void heatsMostOfTheWaterOfAHouseInSummerAndLittleInWinter() {
        HotWater.Year year = house(4, 4).run(light, 45, 180, OPEN, FLAT_PLATE);
        // 4 people · 50 l · 365 · 1.163 Wh · (50 − about 13 °C).
        assertThat(year.demandKWh()).isBetween(2800.0, 3400.0);
        assertThat(year.solarFraction()).isBetween(0.35, 0.70);
        assertThat(year.solar()[6] / year.demand()[6]).isGreaterThan(0.7);
        assertThat(year.solar()[11] / year.demand()[11]).isLessThan(0.35);
        for (int month = 0; month < 12; month++) {
            assertThat(year.solar()[month]).isLessThanOrEqualTo(year.demand()[month] + 1e-9);
        }
    }

    /** What the collectors gave is what was drawn and what the tank lost: its losses at 20 to 85 °C bound the difference. */
    @Test
    void losesNoEnergy() {
        HotWater.Year year = house(4, 4).run(light, 45, 180, OPEN, FLAT_PLATE);
        double lost = year.collectedKWh() - year.solarKWh();
        assertThat(lost).isBetween(2 * (15.0 - 18) * 8.76, 2 * (85.0 - 18) * 8.76);
        HotWater.Year tight = new HotWater(4, 300, 0, 4, 50, 50, 85).run(light, 45, 180, OPEN, FLAT_PLATE);
        assertThat(tight.collectedKWh() - tight.solarKWh()).isCloseTo(0, within(300 * 1.163 * 0.07));
    }

    @Test
    void coversMoreWithMoreCollectorsAndLessInTheShadeOrWithMoreUsers() {
        double base = house(4, 4).run(light, 45, 180, OPEN, FLAT_PLATE).solarKWh();
        double[] half = new double[12];
        Arrays.fill(half, 0.5);
        assertThat(house(6, 4).run(light, 45, 180, OPEN, FLAT_PLATE).solarKWh()).isGreaterThan(base);
        assertThat(house(4, 4).run(light, 45, 180, half, FLAT_PLATE).solarKWh()).isLessThan(0.7 * base);
        assertThat(house(4, 4).run(light, 45, 0, OPEN, FLAT_PLATE).solarKWh()).isLessThan(base);
        assertThat(house(4, 8).run(light, 45, 180, OPEN, FLAT_PLATE).solarFraction())
                .isLessThan(house(4, 4).run(light, 45, 180, OPEN, FLAT_PLATE).solarFraction());
    }

    @Test
    void takesColdestWaterAtTheEndOfWinter() {
        MainsWater mains = MainsWater.of(amsterdam);
        double february = mains.at(50 * 24);
        double august = mains.at(230 * 24);
        assertThat(february).isBetween(7.0, 11.0);
        assertThat(august).isBetween(14.0, 22.0);
    }
}
