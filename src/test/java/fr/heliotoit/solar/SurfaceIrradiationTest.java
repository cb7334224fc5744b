package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurfaceIrradiationTest {
    private static final Place LENS = new Place(50.43, 2.83, 40);
    private static final WeatherYear WEATHER = TestYear.at(LENS);

    @ParameterizedTest
    @CsvSource({"0, 180", "35, 180", "35, 90", "45, 300", "20, 0", "60, 135"})
    void aPlaneUnderAFreeSkyGetsThePerezSumOfAllHours(double tilt, double azimuth) throws Failure {
        Town plain = new Town(3, 0.5, 0, 1);
        Arrays.fill(plain.z, 40);
        SkyTable sky = SkyTables.of(WEATHER, 0, 0.2, SkyTables.AZIMUTHS, SkyTables.PARTS);
        PlaneCells cell = PlaneCells.tilted(new int[] {1}, new int[] {1}, tilt, azimuth);
        PlaneCells.Irradiation result = new PlaneRun(plain, sky, SurfaceIrradiation.Options.DEFAULT)
                .run(List.of(cell), Progress.NONE)
                .getFirst();
        double[] exact = perez(tilt, azimuth);
        assertThat(result.annual()[0]).isCloseTo((float) exact[0], within((float) (0.002 * exact[0])));
        assertThat(result.direct()[0]).isCloseTo((float) exact[1], within((float) (0.002 * exact[1])));
        assertThat(result.skyView()[0]).isCloseTo((float) ((1 + Math.cos(Math.toRadians(tilt))) / 2), within(0.001f));
    }

    /** Global and direct of the year on an unshaded plane, hour by hour [kWh/m²]. */
    private static double[] perez(double tilt, double azimuth) {
        double[] sums = new double[2];
        SunInHour sun = new SunInHour(LENS, SkyTables.PARTS);
        for (int hour = 0; hour < WEATHER.hours(); hour++) {
            int up = sun.rise(WEATHER, hour);
            sums[0] += 0.2 * WEATHER.ghi(hour) / 1000 * (1 - Math.cos(Math.toRadians(tilt))) / 2;
            for (int i = 0; i < up; i++) {
                SolarPosition p = sun.position(i);
                double dni = WEATHER.dni(hour) * SkyTables.PARTS / up;
                PerezSky sky = PerezSky.of(
                        WEATHER.dhi(hour) * SkyTables.PARTS / up,
                        dni,
                        Irradiance.extraterrestrialNormal(p.distanceAu()),
                        p.apparentZenithDeg());
                double cosine = Irradiance.cosIncidence(tilt, azimuth, p.apparentZenithDeg(), p.azimuthDeg());
                double direct = dni * Math.max(0, cosine) / SkyTables.PARTS / 1000;
                sums[0] += direct + sky.onPlane(tilt, cosine) / SkyTables.PARTS / 1000;
                sums[1] += direct;
            }
        }
        return sums;
    }

    @Test
    void threadsAndTilesChangeNoBit() throws Failure {
        Town town = new Town(150, 0.5, 60, 11);
        SkyTable sky = SkyTables.of(WEATHER, -0.1, 0.2, 24, 3);
        SurfaceIrradiation.Options options = new SurfaceIrradiation.Options(100, 512, 1);
        float[] one = all(town, sky, options);
        assertThat(all(town, sky, options.withThreads(2).withTile(37))).containsExactly(one);
        assertThat(all(town, sky, options.withThreads(8).withTile(16))).containsExactly(one);
        assertThat(all(town, sky, options.withThreads(8).withTile(64))).containsExactly(one);
    }

    private static float[] all(Town town, SkyTable sky, SurfaceIrradiation.Options options) throws Failure {
        float[] values = new float[town.z.length * 14];
        new SurfaceIrradiation(town, sky, options)
                .run(
                        (tile, heights, sums) -> {
                            for (int r = 0; r < tile.rows(); r++) {
                                for (int c = 0; c < tile.columns(); c++) {
                                    sums.want(c, r, 0.2, 0.3);
                                }
                            }
                        },
                        (tile, sums) -> {
                            for (int r = 0; r < tile.rows(); r++) {
                                for (int c = 0; c < tile.columns(); c++) {
                                    int at = ((r + tile.row()) * town.size + c + tile.column()) * 14;
                                    for (int period = 0; period < 13; period++) {
                                        values[at + period] = sums.sum(c, r, period);
                                    }
                                    values[at + 13] = sums.skyView(c, r);
                                }
                            }
                        },
                        Progress.NONE);
        return values;
    }

    @Test
    void aCellInTwoPlanesIsComputedForEachAndAHoleForNone() throws Failure {
        Town town = new Town(40, 0.5, 0, 1);
        town.z[5 * 40 + 5] = Float.NaN;
        SkyTable sky = SkyTables.of(WEATHER, 0, 0.2, 24, 3);
        PlaneRun run = new PlaneRun(town, sky, SurfaceIrradiation.Options.DEFAULT.withTile(16));
        PlaneCells south = PlaneCells.tilted(new int[] {20, 5, 39, 40}, new int[] {20, 5, 39, 3}, 30, 180);
        PlaneCells north = PlaneCells.tilted(new int[] {20}, new int[] {20}, 30, 0);
        List<PlaneCells.Irradiation> both = run.run(List.of(south, north), Progress.NONE);
        assertThat(both.get(0).annual()[0]).isGreaterThan(both.get(1).annual()[0] * 1.3f);
        assertThat(both.get(0).annual()[1]).isNaN();
        assertThat(both.get(0).annual()[2]).isGreaterThan(500);
        assertThat(both.get(0).annual()[3]).isNaN();
    }

    @Test
    void aSunThatNeverRisesSendsNothing() throws Failure {
        Town town = new Town(20, 0.5, 0, 1);
        SkyTable night = ClearDay.table(new Place(80, 15, 0), 1, 3, 0.2, 0, 90);
        PlaneCells cell = PlaneCells.tilted(new int[] {9}, new int[] {9}, 30, 180);
        PlaneCells.Irradiation result = new PlaneRun(town, night, SurfaceIrradiation.Options.DEFAULT)
                .run(List.of(cell), Progress.NONE)
                .getFirst();
        assertThat(result.annual()[0]).isZero();
        assertThat(result.direct()[0]).isZero();
    }
}
