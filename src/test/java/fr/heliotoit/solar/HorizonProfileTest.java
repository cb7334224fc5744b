package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonProfileTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 35, 60, 89})
    void openSkyHasTheKnownViewFactors(double tilt) {
        double beta = Math.toRadians(tilt);
        assertThat(HorizonProfile.OPEN.sky(tilt, 123)).isCloseTo((1 + Math.cos(beta)) / 2, within(1e-4));
        assertThat(HorizonProfile.OPEN.ring(tilt, 123)).isCloseTo(Math.sin(beta), within(1e-4));
    }

    /** A horizon of constant elevation h leaves cos² h of an even sky to a horizontal plane. */
    @Test
    void basinLeavesCosineSquared() {
        double[] tangents = new double[36];
        Arrays.fill(tangents, Math.tan(Math.toRadians(30)));
        HorizonProfile basin = new HorizonProfile(tangents);
        assertThat(basin.sky(0, 0)).isCloseTo(0.75, within(1e-9));
        assertThat(basin.ring(60, 0)).isZero();
        assertThat(basin.sees(sun(61, 77))).isFalse();
        assertThat(basin.sees(sun(59, 77))).isTrue();
    }

    @Test
    void joinsItsAzimuthsByStraightLines() {
        HorizonProfile profile = new HorizonProfile(new double[] {0, 1, 0, 0});
        assertThat(profile.tangent(45)).isCloseTo(0.5, within(1e-12));
        assertThat(profile.tangent(-315)).isCloseTo(0.5, within(1e-12));
        assertThat(profile.tangent(359.9)).isZero();
    }

    private static SolarPosition sun(double zenith, double azimuth) {
        return new SolarPosition(zenith, zenith, azimuth, 0, 1);
    }
}
