package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.text.Failure;
import org.junit.jupiter.api.Test;

class UnshadedPlaneTest {
    private static WeatherYear amsterdam() throws Failure {
        return WeatherFiles.read(
                Shared.path("data/weather/epw/NLD_Amsterdam062400_IWEC.epw"), new Place(52.3, 4.77, -2));
    }

    @Test
    void receivesTheGlobalOfTheFileWhenItLiesFlat() throws Failure {
        WeatherYear year = amsterdam();
        double[] months = year.monthlyHorizontalKWhM2();
        for (Transposition model : Transposition.values()) {
            PlaneOfArray flat = new UnshadedPlane(year, 0, 180, 0.2).irradiation(model, 12);
            assertThat(flat.global()).as("%s", model).isCloseTo(year.horizontalKWhM2(), within(4.0));
            assertThat(flat.groundDiffuse()).isCloseTo(0, within(1e-9));
            for (int month = 1; month <= 12; month++) {
                assertThat(flat.global(month)).isCloseTo(months[month - 1], within(0.012 * months[month - 1]));
            }
        }
    }

    /** An even sky has a closed form: the sky's and the ground's share of the year's sums. */
    @Test
    void addsUpTheEvenSkyAndTheGround() throws Failure {
        WeatherYear year = amsterdam();
        double diffuse = 0;
        for (int i = 0; i < year.hours(); i++) {
            diffuse += year.dhi(i) / 1000;
        }
        PlaneOfArray wall = new UnshadedPlane(year, 90, 270, 0.3).irradiation(Transposition.ISOTROPIC, 4);
        assertThat(wall.skyDiffuse()).isCloseTo(diffuse / 2, within(1e-6));
        assertThat(wall.groundDiffuse()).isCloseTo(0.15 * year.horizontalKWhM2(), within(1e-6));
    }
}
