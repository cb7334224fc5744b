package fr.heliotoit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkyViewTest {
    /** Some results of one twin. */
    private record Seen(float[] tangents, short[] bins, float[] sky, float[] ring) {}

    @ParameterizedTest
    @ValueSource(ints = {16, 208, 1024, 4112})
    void theTwinsGiveTheSameBits(int count) {
        for (double azimuth = 0; azimuth < 6.2; azimuth += 0.61) {
            Seen plain = see(new ScalarSkyView(), count, azimuth);
            Seen vector = see(Kernels.skyView(), count, azimuth);
            assertThat(vector.tangents).containsExactly(plain.tangents);
            assertThat(vector.bins).containsExactly(plain.bins);
            assertThat(vector.sky).containsExactly(plain.sky);
            assertThat(vector.ring).containsExactly(plain.ring);
        }
    }

    private static Seen see(SkyView view, int count, double azimuth) {
        Random random = new Random(count);
        float[] east = new float[count];
        float[] north = new float[count];
        float[] up = new float[count];
        Seen seen = new Seen(new float[count], new short[count], new float[count], new float[count]);
        for (int i = 0; i < count; i++) {
            double slopeEast = 2 * random.nextGaussian();
            double slopeNorth = random.nextInt(4) == 0 ? 0 : random.nextGaussian();
            double length = Math.sqrt(1 + slopeEast * slopeEast + slopeNorth * slopeNorth);
            boolean wanted = random.nextInt(6) > 0;
            east[i] = wanted ? (float) (-slopeEast / length) : 0;
            north[i] = wanted ? (float) (-slopeNorth / length) : 0;
            up[i] = wanted ? (float) (1 / length) : 0;
            seen.tangents[i] = random.nextInt(3) == 0 ? 0 : (float) Math.abs(3 * random.nextGaussian());
            seen.sky[i] = random.nextFloat();
            seen.ring[i] = random.nextFloat();
        }
        view.ownHorizon(east, north, up, count, azimuth, seen.tangents);
        view.look(east, north, up, count, azimuth, 0.07, seen.tangents, seen.bins, seen.sky, seen.ring);
        return seen;
    }

    @Test
    void aCellThatNobodyWantsIsClosedAndSeesNothing() {
        float[] none = new float[16];
        Seen seen = new Seen(new float[16], new short[16], new float[16], new float[16]);
        SkyView view = Kernels.skyView();
        view.ownHorizon(none, none, none, 16, 1, seen.tangents);
        view.look(none, none, none, 16, 1, 0.07, seen.tangents, seen.bins, seen.sky, seen.ring);
        assertThat(seen.tangents).containsOnly(HorizonMarch.CLOSED);
        assertThat(seen.bins).containsOnly((short) SkyTable.BINS);
        assertThat(seen.sky).containsOnly(0f);
    }
}
