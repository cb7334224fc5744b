package fr.heliotoit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonsTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 0.3, 0.1", "0.5, 0.5, -0.4, 0.7", "0.5, 2, 0.2, -0.6", "3, 1, -1, -1", "0.25, 0.3, 0, 1.7"})
    void horizonOfAPlaneIsExactAtEveryAzimuthForAnyShapeOfCells(
            double width, double height, double east, double north) {
        int columns = 37;
        int rows = 41;
        float[] z = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                z[row * columns + column] = (float) (100 + east * column * width - north * row * height);
            }
        }
        for (double azimuthDeg = 0; azimuthDeg < 360; azimuthDeg += 3.7) {
            double azimuth = Math.toRadians(azimuthDeg);
            float[] tangents = Horizons.tangents(z, columns, width, height, azimuth, 12);
            double exact = Math.max(0, east * Math.sin(azimuth) + north * Math.cos(azimuth));
            double computed = tangents[20 * columns + 18];
            assertThat(Math.toDegrees(Math.atan(computed)))
                    .as("azimuth " + azimuthDeg)
                    .isCloseTo(Math.toDegrees(Math.atan(exact)), within(0.01));
        }
    }

    @Test
    void aWallIsSeenUnderItsHeightOverItsDistance() {
        int n = 101;
        float[] z = new float[n * n];
        for (int row = 0; row < n; row++) {
            z[row * n + 80] = 10; // a wall that runs north–south, 30 cells east of the middle
        }
        float[] east = Horizons.tangents(z, n, 0.5, 0.5, Math.toRadians(90), 64);
        float[] northEast = Horizons.tangents(z, n, 0.5, 0.5, Math.toRadians(45), 64);
        float[] west = Horizons.tangents(z, n, 0.5, 0.5, Math.toRadians(270), 64);
        int middle = 50 * n + 50;
        assertThat(east[middle]).isCloseTo(10 / 15f, within(1e-6f));
        assertThat(northEast[middle]).isCloseTo((float) (10 / (15 * Math.sqrt(2))), within(1e-6f));
        assertThat(west[middle]).isZero();
    }

    @Test
    void testsRunWithTheVectorModuleSoThatBothTwinsAreTested() {
        assertThat(Kernels.description()).doesNotContain("without");
    }

    @Test
    void nothingIsSeenBeyondTheReach() {
        float[] z = new float[200];
        z[150] = 50;
        assertThat(Horizons.tangents(z, 200, 1, 1, Math.PI / 2, 144)[5]).isZero();
        assertThat(Horizons.tangents(z, 200, 1, 1, Math.PI / 2, 145)[5]).isGreaterThan(0.3f);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -3.4e38f, 3.4e38f})
    void holesNeitherHideNorShade(float hole) {
        int n = 64;
        float[] flat = new float[n * n];
        java.util.Arrays.fill(flat, 120);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            flat[random.nextInt(n * n)] = hole;
        }
        flat[10 * n + 50] = 140;
        for (int azimuth = 0; azimuth < 360; azimuth += 7) {
            float[] tangents = Horizons.tangents(flat, n, 1, 1, Math.toRadians(azimuth), 64);
            for (int i = 0; i < flat.length; i++) {
                if (Math.abs(flat[i]) < 1e6) {
                    assertThat(tangents[i]).isBetween(0f, 20f);
                } else {
                    assertThat(tangents[i]).isNaN();
                }
            }
        }
        flat[10 * n + 40] = 120;
        assertThat(Horizons.tangents(flat, n, 1, 1, Math.PI / 2, 64)[10 * n + 40])
                .isEqualTo(2f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 13, 16, 17, 207, 259})
    void passingOverSegmentsChangesNoBit(int columns) {
        int rows = 1 + 900 / columns;
        Random random = new Random(columns);
        float[] z = new float[columns * rows];
        for (int i = 0; i < z.length; i++) {
            z[i] = random.nextInt(20) == 0 ? Float.NaN : 50 + 12 * random.nextFloat() * random.nextFloat();
        }
        for (double azimuth = 0.05; azimuth < 2 * Math.PI; azimuth += 0.37) {
            float[] plain = new PlainMarch(z, columns, 0.5, 0.7, azimuth, 130).tangents();
            assertThat(Horizons.tangents(z, columns, 0.5, 0.7, azimuth, 130, new ScalarHorizonMarch()))
                    .as("plain Java")
                    .containsExactly(plain);
            assertThat(Horizons.tangents(z, columns, 0.5, 0.7, azimuth, 130, Kernels.march()))
                    .as(Kernels.description())
                    .containsExactly(plain);
        }
    }
}
