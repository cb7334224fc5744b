package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation: the sky tables against a brute force that shares no code with them, on roofs that houses and trees shade. */
class IrradiationAgainstBruteForceTest {
    private static final Place LENS = new Place(50.43, 2.83, 40);
    private static final double CONVERGENCE = -0.13;

    @Test
    void roofCellsGetWhatEveryHourAndEveryDirectionSend() throws Failure {
        check(new Town(240, 0.5, 400, 5), TestYear.at(LENS));
    }

    /** A town that the tables were not tuned on, and years with the clouds of real places. */
    @ParameterizedTest
    @ValueSource(strings = {"epw/NLD_Amsterdam062400_IWEC.epw", "pvgis-pvlib/tmy_45.000_8.000_2005_2023.csv"})
    void soDoThoseOfAnotherTownInRealWeather(String file) throws Failure {
        check(Town.dsm400(), WeatherFiles.read(Shared.path("data/weather/" + file), LENS));
    }

    private static void check(Town town, WeatherYear weather) throws Failure {
        SkyTable sky = SkyTables.of(weather, CONVERGENCE, 0.2, SkyTables.AZIMUTHS, SkyTables.PARTS);
        List<PlaneCells> planes = roofCells(town, 520);
        List<PlaneCells.Irradiation> quick =
                new PlaneRun(town, sky, SurfaceIrradiation.Options.DEFAULT).run(planes, Progress.NONE);
        BruteForce brute = new BruteForce(town, 256, weather, CONVERGENCE, 0.2);
        double[][] exact = IntStream.range(0, planes.size())
                .parallel()
                .mapToObj(i -> {
                    PlaneCells cell = planes.get(i);
                    double[] horizon = brute.horizon(cell.columns()[0], cell.rows()[0]);
                    return brute.irradiation(horizon, cell.slopeEast(), cell.slopeNorth());
                })
                .toArray(double[][]::new);

        Deviation beam = new Deviation();
        Deviation global = new Deviation();
        List<Deviation> months = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            months.add(new Deviation());
        }
        for (int i = 0; i < planes.size(); i++) {
            PlaneCells.Irradiation cell = quick.get(i);
            beam.add(cell.direct()[0], exact[i][12]);
            double year = 0;
            for (int month = 0; month < 12; month++) {
                months.get(month).add(cell.months()[0][month], exact[i][month]);
                year += exact[i][month];
            }
            global.add(cell.annual()[0], year);
        }
        assertThat(beam.count).isGreaterThanOrEqualTo(500);
        assertThat(beam.meanPercent()).as(beam.toString()).isLessThanOrEqualTo(0.1);
        assertThat(beam.maxPercent()).isLessThanOrEqualTo(1.2);
        assertThat(global.meanPercent()).as(global.toString()).isLessThanOrEqualTo(0.3);
        for (Deviation month : months) {
            assertThat(month.meanPercent()).as(month.toString()).isLessThanOrEqualTo(0.5);
        }
    }

    private static List<PlaneCells> roofCells(Town town, int count) {
        List<PlaneCells> all = new ArrayList<>();
        for (int i = 0; i < town.z.length; i++) {
            if (Double.isFinite(town.east[i])) {
                all.add(new PlaneCells(
                        new int[] {i % town.size}, new int[] {i / town.size}, town.east[i], town.north[i]));
            }
        }
        assertThat(all.size()).isGreaterThan(2 * count);
        List<PlaneCells> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / count)));
        }
        return chosen;
    }

    /** Deviations in per cent of the mean. */
    private static final class Deviation {
        private int count;
        private double sum;
        private double difference;
        private double absolute;
        private double max;

        void add(double value, double exact) {
            count++;
            sum += exact;
            difference += value - exact;
            absolute += Math.abs(value - exact);
            max = Math.max(max, Math.abs(value - exact));
        }

        double meanPercent() {
            return 100 * absolute / sum;
        }

        double maxPercent() {
            return 100 * max / (sum / count);
        }

        @Override
        public String toString() {
            return "mean %.1f bias %.3f %% MAE %.3f %% max %.2f %%"
                    .formatted(sum / count, 100 * difference / sum, meanPercent(), maxPercent());
        }
    }
}
