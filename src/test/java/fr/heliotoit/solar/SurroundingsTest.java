package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.MemoryRaster;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.Terrain;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
    private static final Place LENS = new Place(50.43, 2.83, 40);
    private static final WeatherYear WEATHER = TestYear.at(LENS);
    private static final int SIZE = 120;

    /** Level ground, a wall in the west, crowns in the south and in the west behind the wall. */
    private final float[] ground = new float[SIZE * SIZE];

    private final float[] crowns = new float[SIZE * SIZE];

    SurroundingsTest() {
        Arrays.fill(ground, 40);
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < 4; j++) {
                ground[i * SIZE + 30 + j] = 60;
                crowns[(90 + j) * SIZE + i] = 12;
                crowns[i * SIZE + 20 + j] = 8;
            }
        }
        crowns[90 * SIZE + 30] = 0;
    }

    private static RasterSource raster(float[] values) {
        return new MemoryRaster(new Raster(new GridGeometry(SIZE, SIZE, 687500, 7037560, 0.5, 0.5), values), null);
    }

    private static SkyTable sky(double[] shares) {
        return SkyTables.of(WEATHER, 0, 0.2, 36, 3, shares);
    }

    private PlaneCells.Irradiation under(Foliage foliage, int column, int row) throws Failure {
        return run(
                ground,
                foliage.through(),
                new Surroundings(null, new Surroundings.Crowns(raster(crowns), sky(foliage.held()))),
                column,
                row);
    }

    private static PlaneCells.Irradiation run(
            float[] surface, double[] shares, Surroundings around, int column, int row) throws Failure {
        PlaneCells cell = PlaneCells.tilted(new int[] {column}, new int[] {row}, 30, 180);
        return new PlaneRun(raster(surface), sky(shares), around, SurfaceIrradiation.Options.DEFAULT.withTile(64))
                .run(List.of(cell), Progress.NONE)
                .getFirst();
    }

    private PlaneCells.Irradiation without(float[] surface) throws Failure {
        return run(surface, Foliage.NONE.through(), Surroundings.NONE, 60, 70);
    }

    @Test
    void crownsThatLetAllLightThroughAreNotThere() throws Failure {
        PlaneCells.Irradiation clear = under(new Foliage(1, 1), 60, 70);
        assertThat(clear.annual()).containsExactly(without(ground).annual());
        assertThat(clear.months()[0]).containsExactly(without(ground).months()[0]);
        assertThat(clear.direct()).containsExactly(without(ground).direct());
        assertThat(clear.skyView()).containsExactly(without(ground).skyView());
    }

    @Test
    void crownsThatLetNoLightThroughAreAsHouses() throws Failure {
        float[] tops = new float[ground.length];
        for (int i = 0; i < tops.length; i++) {
            tops[i] = ground[i] + crowns[i];
        }
        PlaneCells.Irradiation dark = under(new Foliage(0, 0), 60, 70);
        assertThat(dark.annual()).containsExactly(without(tops).annual());
        assertThat(dark.direct()).containsExactly(without(tops).direct());
        assertThat(dark.skyView()).containsExactly(without(tops).skyView());
        assertThat(dark.annual()[0]).isLessThan(0.9f * without(ground).annual()[0]);
    }

    @ParameterizedTest
    @CsvSource({"0.03", "0.25", "0.5", "0.9"})
    void inBetweenEachShareOfTheLightComesThrough(double share) throws Failure {
        double expected = share * without(ground).annual()[0]
                + (1 - share) * under(new Foliage(0, 0), 60, 70).annual()[0];
        assertThat(under(new Foliage(share, share), 60, 70).annual()[0]).isCloseTo((float) expected, within(0.01f));
    }

    @Test
    void bareCrownsCountFromNovemberToMarchOnly() throws Failure {
        float[] bare = under(new Foliage(0.03, 0.46), 60, 70).months()[0];
        float[] dense = under(new Foliage(0.03, 0.03), 60, 70).months()[0];
        for (int month = 0; month < 12; month++) {
            if (month >= 3 && month < 10) {
                assertThat(bare[month]).isEqualTo(dense[month]);
            } else {
                assertThat(bare[month]).isGreaterThan(dense[month]);
            }
        }
    }

    @Test
    void aCrownOverACellDoesNotLiftIt() throws Failure {
        PlaneCells.Irradiation below = under(new Foliage(0, 0), 60, 91);
        assertThat(below.annual()[0])
                .isLessThan(0.75f * under(new Foliage(1, 1), 60, 91).annual()[0]);
    }

    @Test
    void aHillInTheTerrainShadesAsTheSameHillInTheSurface() throws Failure {
        // The same scene twice: as one surface of 240 m, and its middle as surface with the rest as terrain.
        int side = 480;
        float[] wide = new float[side * side];
        for (int i = 0; i < wide.length; i++) {
            double x = i % side - 240;
            double y = (double) (i / side) - 240;
            wide[i] = (float) (40 + Math.max(0, 70 - 0.9 * Math.hypot(x - 30, y - 170) / 2));
        }
        float[] inner = new float[SIZE * SIZE];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = wide[(180 + i / SIZE) * side + 180 + i % SIZE];
        }
        Raster all = new Raster(new GridGeometry(side, side, 0, 240, 0.5, 0.5), wide);
        Terrain terrain = new Terrain(wide, side, -90, -90, 0.5, 0.5);
        PlaneCells here = PlaneCells.tilted(new int[] {60, 20, 100}, new int[] {60, 80, 20}, 20, 180);
        PlaneCells there = PlaneCells.tilted(new int[] {240, 200, 280}, new int[] {240, 260, 200}, 20, 180);
        SurfaceIrradiation.Options options = SurfaceIrradiation.Options.DEFAULT;
        SkyTable sky = sky(Foliage.NONE.through());
        PlaneCells.Irradiation one = new PlaneRun(new MemoryRaster(all, null), sky, options)
                .run(List.of(there), Progress.NONE)
                .getFirst();
        PlaneCells.Irradiation two = new PlaneRun(raster(inner), sky, new Surroundings(terrain, null), options)
                .run(List.of(here), Progress.NONE)
                .getFirst();
        PlaneCells.Irradiation open = new PlaneRun(raster(inner), sky, options)
                .run(List.of(here), Progress.NONE)
                .getFirst();
        for (int i = 0; i < 3; i++) {
            float whole = one.annual()[i];
            assertThat(two.annual()[i]).isCloseTo(whole, within(0.005f * whole));
            assertThat(open.annual()[i]).isGreaterThan(1.015f * whole);
        }
    }

    @Test
    void reliefAndCrownsChangeNoBitWithThreadsAndTiles() throws Failure {
        float[] hill = new float[100 * 100];
        for (int i = 0; i < hill.length; i++) {
            hill[i] = (float) (40 + Math.max(0, 300 - 0.3 * 25 * Math.hypot(i % 100 - 50, i / 100 - 80)));
        }
        Terrain terrain = new Terrain(hill, 100, -1250, -1250, 25, 25);
        Foliage foliage = new Foliage(0.3, 0.5);
        Surroundings around = new Surroundings(terrain, new Surroundings.Crowns(raster(crowns), sky(foliage.held())));
        SurfaceIrradiation.Options options = new SurfaceIrradiation.Options(100, 512, 1);
        float[] one = all(around, foliage, options);
        assertThat(all(around, foliage, options.withThreads(2).withTile(37))).containsExactly(one);
        assertThat(all(around, foliage, options.withThreads(8).withTile(64))).containsExactly(one);
    }

    private float[] all(Surroundings around, Foliage foliage, SurfaceIrradiation.Options options) throws Failure {
        float[] values = new float[SIZE * SIZE];
        new SurfaceIrradiation(raster(ground), sky(foliage.through()), around, options)
                .run(
                        (tile, heights, sums) -> {
                            for (int i = 0; i < tile.columns() * tile.rows(); i++) {
                                sums.want(i % tile.columns(), i / tile.columns(), 0.2, 0.3);
                            }
                        },
                        (tile, sums) -> {
                            for (int i = 0; i < tile.columns() * tile.rows(); i++) {
                                int column = i % tile.columns();
                                int row = i / tile.columns();
                                float sum = 0;
                                for (int period = 0; period < 13; period++) {
                                    sum += sums.sum(column, row, period);
                                }
                                values[(row + tile.row()) * SIZE + column + tile.column()] = sum;
                            }
                        },
                        Progress.NONE);
        return values;
    }
}
