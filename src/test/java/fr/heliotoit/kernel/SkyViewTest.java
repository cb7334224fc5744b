package fr.heliotoit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void binsDifferWhereOneCellOfTheStripDoes() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            short[] before = new short[48];
            short[] after = new short[48];
            for (int cell = 0; cell < 48; cell++) {
                before[cell] = (short) random.nextInt(SkyTable.BINS + 1);
                after[cell] = (short) Math.clamp(before[cell] + random.nextInt(-9, 10), 0, SkyTable.BINS);
            }
            int furthest = 0;
            for (int cell = 16; cell < 32; cell++) {
                furthest = Math.max(furthest, Math.abs(before[cell] - after[cell]));
            }
            for (SkyView view : List.of(new ScalarSkyView(), Kernels.skyView())) {
                assertThat(view.differ(before, after, 16, furthest)).isTrue();
                assertThat(view.differ(before, after, 16, furthest + 1)).isFalse();
                assertThat(view.differ(before, after, 16, Short.MAX_VALUE)).isFalse();
            }
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
