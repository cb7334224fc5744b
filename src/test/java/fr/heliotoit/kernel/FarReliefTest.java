package fr.heliotoit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FarReliefTest {
    private static final double CURVED = (1 - 0.13) / (2 * 6371000.0);
    private static final int COLUMNS = 160;
    private static final int ROWS = 96;
    private static final double CELL = 0.5;

    /** Height of the ground, metres east and south of the model's corner. */
    @FunctionalInterface
    private interface Ground {
        double at(double east, double south);
    }

    private static final Ground HILL = (x, y) -> Math.max(0, 400 - 0.2 * Math.hypot(x - 3000, y + 2000));
    private static final Ground RIDGE = (x, y) -> Math.max(0, 250 - 0.3 * Math.abs(y - 1200));

    @ParameterizedTest
    @CsvSource({"HILL, 20", "HILL, 50", "RIDGE, 25"})
    void cellsSeeAnAnalyticHillUnderItsElevationAtEveryAzimuth(String name, double terrainCell) {
        Ground ground = name.equals("HILL") ? HILL : RIDGE;
        float[] z = new float[COLUMNS * ROWS];
        Arrays.fill(z, 3);
        z[40 * COLUMNS + 100] = 20; // a tower: what stands higher sees less of the hill
        Surface window = new Surface(z, COLUMNS, CELL, CELL);
        SkyTable table = new SkyTable.Builder(72).build();
        Terrain terrain = terrain(ground, terrainCell, 6000);
        FarRelief relief = new FarRelief(terrain, window, 0, 0, COLUMNS, ROWS, table, 100);
        int[] strips = {window.cell(96, 40), window.cell(0, 0), window.cell(144, 95)};
        float[] tangents = new float[strips.length * Surface.LANES];
        for (int azimuth = 0; azimuth < 72; azimuth++) {
            relief.tangents(azimuth, strips, strips.length, tangents);
            for (int strip = 0; strip < strips.length; strip++) {
                for (int lane = 0; lane < Surface.LANES; lane += 4) {
                    int column = strips[strip] % window.stride + lane;
                    int row = strips[strip] / window.stride;
                    double exact = march(ground, column, row, z[row * COLUMNS + column], table.azimuth(azimuth));
                    assertThat(degrees(tangents[strip * Surface.LANES + lane]))
                            .as("azimuth %d, cell %d %d", azimuth * 5, column, row)
                            .isCloseTo(degrees(exact), within(0.15));
                }
            }
        }
    }

    /** Tangent of the elevation, metre by metre over the formula. */
    private static double march(Ground ground, int column, int row, double height, double azimuth) {
        double best = 0;
        for (double d = 50; d < 7000; d += 1) {
            double x = (column + 0.5) * CELL + d * Math.sin(azimuth);
            double y = (row + 0.5) * CELL - d * Math.cos(azimuth);
            if (Math.max(Math.abs(x), Math.abs(y)) > 5950) {
                break; // where the terrain ends
            }
            best = Math.max(best, (ground.at(x, y) - d * d * CURVED - height) / d);
        }
        return best;
    }

    private static double degrees(double tangent) {
        return Math.toDegrees(Math.atan(tangent));
    }

    private static Terrain terrain(Ground ground, double cell, double reach) {
        int n = (int) (2 * reach / cell);
        float[] heights = new float[n * n];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) ground.at((i % n + 0.5) * cell - reach, (double) (i / n) * cell + cell / 2 - reach);
        }
        return new Terrain(heights, n, -reach, -reach, cell, cell);
    }

    @Test
    void aLevelPlainRisesNowhereAndUnknownGroundHidesNothing() {
        Terrain plain = terrain((x, y) -> 40, 25, 3000);
        Terrain holes = terrain((x, y) -> Double.NaN, 25, 3000);
        float[] z = new float[COLUMNS * ROWS];
        Arrays.fill(z, 40);
        Surface window = new Surface(z, COLUMNS, CELL, CELL);
        SkyTable table = new SkyTable.Builder(8).build();
        float[] tangents = new float[Surface.LANES];
        for (Terrain terrain : new Terrain[] {plain, holes}) {
            FarRelief relief = new FarRelief(terrain, window, 0, 0, COLUMNS, ROWS, table, 100);
            for (int azimuth = 0; azimuth < 8; azimuth++) {
                relief.tangents(azimuth, new int[] {window.cell(32, 32)}, 1, tangents);
                assertThat(tangents).containsOnly(0f);
            }
        }
    }

    @Test
    void theSameCellSeesTheSameFromEveryWindow() {
        Terrain terrain = terrain(HILL, 25, 6000);
        float[] z = new float[COLUMNS * ROWS];
        SkyTable table = new SkyTable.Builder(36).build();
        Surface whole = new Surface(z, COLUMNS, CELL, CELL);
        Surface part = new Surface(new float[64 * 64], 64, CELL, CELL);
        FarRelief first = new FarRelief(terrain, whole, 0, 0, COLUMNS, ROWS, table, 100);
        FarRelief second = new FarRelief(terrain, part, 37, -16, COLUMNS, ROWS, table, 100);
        float[] a = new float[Surface.LANES];
        float[] b = new float[Surface.LANES];
        for (int azimuth = 0; azimuth < 36; azimuth++) {
            first.tangents(azimuth, new int[] {whole.cell(53, 9)}, 1, a);
            second.tangents(azimuth, new int[] {part.cell(16, 25)}, 1, b);
            assertThat(b).containsExactly(a);
        }
    }
}
