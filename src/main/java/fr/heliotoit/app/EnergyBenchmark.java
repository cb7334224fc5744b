package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.solar.Climate;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SyntheticYear;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Times hourly yield, self-consumption and economics of made-up buildings with one to four planes each. */
public final class EnergyBenchmark {
    private static final double[] MONTHS_KWH_M2 = {22, 38, 78, 122, 150, 155, 155, 132, 94, 55, 27, 18};

    private EnergyBenchmark() {}

    /**
     * @param planes of all buildings together
     * @param worstKWh greatest difference of a building's hours from its yearly figure, or of used and sold from produced [kWh]
     */
    public record Result(int buildings, int planes, double wallS, double cpuS, double worstKWh) {}

    /** @param buildings how many */
    public static Result run(int buildings, Progress progress) throws Failure {
        List<Climate.Month> months = new ArrayList<>();
        for (double kWhM2 : MONTHS_KWH_M2) {
            months.add(new Climate.Month(kWhM2, 11, 3));
        }
        Climate climate = new Climate(new Place(50.43, 2.83, 40), "bench", "bench", false, months);
        Packs packs = DataPacks.load(LocalDate.now());
        List<BuildingRecord> records = records(buildings);
        long start = System.nanoTime();
        double cpu = cpuS();
        EvaluateEconomics evaluation = new EvaluateEconomics(
                EnergyModel.of(SyntheticYear.of("bench", climate), packs, Map.of()),
                packs,
                EconomicsOptions.USUAL,
                new TypedHypotheses(Map.of()));
        List<BuildingEconomics> done = evaluation.all(records, progress);
        double wallS = (System.nanoTime() - start) * 1e-9;
        double cpuS = cpuS() - cpu;
        double worst = done.size() == buildings ? 0 : Double.NaN;
        for (BuildingEconomics one : done) {
            double made = one.potential().yearlyYieldKWh();
            worst = Math.max(worst, Math.abs(one.use().productionKWh() - made));
            worst = Math.max(
                    worst,
                    Math.abs(one.use().usedKWh()
                            + one.use().surplusKWh()
                            - one.use().productionKWh()));
        }
        return new Result(
                buildings, records.stream().mapToInt(r -> r.planes().size()).sum(), wallS, cpuS, worst);
    }

    private static List<BuildingRecord> records(int count) {
        Random random = new Random(2026);
        GeometryFactory factory = new GeometryFactory();
        List<BuildingRecord> records = new ArrayList<>();
        List<Double> light = new ArrayList<>();
        for (double kWhM2 : MONTHS_KWH_M2) {
            light.add(kWhM2 * 0.95);
        }
        double year = light.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < count; i++) {
            double side = 6 + 14 * random.nextDouble();
            Polygon square = factory.createPolygon(new Coordinate[] {
                new Coordinate(0, 0),
                new Coordinate(side, 0),
                new Coordinate(side, side),
                new Coordinate(0, side),
                new Coordinate(0, 0)
            });
            String id = "B" + i;
            List<RoofPlane> planes = new ArrayList<>();
            int directions = 1 + random.nextInt(4);
            double first = 360 * random.nextDouble();
            for (int p = 0; p < directions; p++) {
                planes.add(new RoofPlane(
                        id + "-" + p,
                        id,
                        square,
                        10 + 40 * random.nextDouble(),
                        (first + 90 * p) % 360,
                        10 + side * side / directions,
                        0.1,
                        0.9));
            }
            double kWp = side * side * 0.6 * 0.22;
            records.add(new BuildingRecord(
                    new Building(id, square, null, null, null, Usage.RESIDENTIAL, false, 6.0),
                    planes,
                    new SolarPotential(
                            year,
                            light,
                            side * side,
                            side * side * 0.6,
                            kWp,
                            kWp * year * 0.8,
                            List.of(),
                            3,
                            30,
                            180,
                            SolarPotential.Method.SURFACE_MODEL),
                    "2026-11"));
        }
        return records;
    }

    private static double cpuS() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime() * 1e-9
                : Double.NaN;
    }
}
