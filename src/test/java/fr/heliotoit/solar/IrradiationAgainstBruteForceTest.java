package fr.heliotoit.solar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Validation: the sky tables against a brute force that shares no code with them, on roofs that houses and trees shade: three made-up
 * towns and a real one, and years with the clouds of real places from 45° to 58° N. All with the azimuths taken by default.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IrradiationAgainstBruteForceTest {
    private static final Place LENS = new Place(50.43, 2.83, 40);
    private static final Place GOTEBORG = new Place(57.7, 11.97, 20);
    private static final double CONVERGENCE = -0.13;
    private static final int CELLS = 520;
    private static final String KRONENHUSET = "dsm/goteborg-kronenhuset/Goteborg_SWEREF99_1200/";

    /** Marched once for all years. */
    private record Roofs(Town town, List<PlaneCells> cells, double[][] horizons) {
        static Roofs of(Town town) {
            List<PlaneCells> cells = roofCells(town);
            return new Roofs(
                    town,
                    cells,
                    IntStream.range(0, cells.size())
                            .parallel()
                            .mapToObj(i -> BruteForce.horizon(
                                    town,
                                    cells.get(i).columns()[0],
                                    cells.get(i).rows()[0]))
                            .toArray(double[][]::new));
        }
    }

    private final Map<String, Roofs> towns = new HashMap<>();

    @BeforeAll
    void march() throws Failure {
        towns.put("houses", Roofs.of(new Town(240, 0.5, 400, 5)));
        towns.put("more houses", Roofs.of(new Town(300, 0.5, 500, 77)));
        towns.put("mining town", Roofs.of(Town.dsm400()));
        towns.put("Kronenhuset", Roofs.of(Town.kronenhuset()));
    }

    static Stream<Arguments> everyYear() {
        String[] years = {
            "",
            "weather/epw/NLD_Amsterdam062400_IWEC.epw",
            "weather/epw/FRA_Lyon.074810_IWEC.epw",
            "weather/pvgis-pvlib/tmy_45.000_8.000_2005_2023.csv",
            KRONENHUSET + "GBG_TMY_1977.txt"
        };
        return Stream.of("houses", "more houses", "mining town", "Kronenhuset")
                .flatMap(town -> Stream.of(years).map(year -> Arguments.of(town, year)));
    }

    @ParameterizedTest
    @MethodSource("everyYear")
    void roofCellsGetWhatEveryHourAndEveryDirectionSend(String town, String file) throws Failure {
        Place place = file.contains("GBG") ? GOTEBORG : LENS;
        check(
                towns.get(town),
                file.isEmpty() ? TestYear.at(place) : WeatherFiles.read(Shared.path("data/" + file), place));
    }

    private static void check(Roofs roofs, WeatherYear weather) throws Failure {
        SkyTable sky = SkyTables.of(weather, CONVERGENCE, 0.2, SkyTables.AZIMUTHS, SkyTables.PARTS);
        List<PlaneCells> planes = roofs.cells;
        List<PlaneCells.Irradiation> quick =
                new PlaneRun(roofs.town, sky, SurfaceIrradiation.Options.DEFAULT).run(planes, Progress.NONE);
        BruteForce brute = new BruteForce(weather, CONVERGENCE, 0.2);
        double[][] exact = IntStream.range(0, planes.size())
                .parallel()
                .mapToObj(i -> brute.irradiation(
                        roofs.horizons[i],
                        planes.get(i).slopeEast(),
                        planes.get(i).slopeNorth()))
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

    private static List<PlaneCells> roofCells(Town town) {
        List<PlaneCells> all = new ArrayList<>();
        for (int i = 0; i < town.z.length; i++) {
            if (Double.isFinite(town.east[i])) {
                all.add(new PlaneCells(
                        new int[] {i % town.size}, new int[] {i / town.size}, town.east[i], town.north[i]));
            }
        }
        assertThat(all.size()).isGreaterThan(2 * CELLS);
        List<PlaneCells> chosen = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / CELLS)));
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
