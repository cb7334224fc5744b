package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.report.CommuneReport;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Measures the commune report on made-up buildings: time, size, and that the same input gives the same bytes. */
public final class ReportBenchmark {
    /**
     * One report.
     *
     * @param same whether its bytes are those of the report before; true for the first
     */
    public record Result(double cpuS, double wallS, long bytes, boolean same) {}

    private final ReportInput input;
    private byte[] before = {};

    /** @param buildings at least 1 */
    public ReportBenchmark(int buildings, Conventions conventions) {
        List<BuildingRecord> records = new ArrayList<>();
        int perRow = (int) Math.ceil(Math.sqrt(buildings));
        for (int i = 0; i < buildings; i++) {
            records.add(record(i, perRow, conventions));
        }
        input = new ReportInput(
                new ProjectInfo(new Commune(null, "Mesure", null, null), Crs.LAMBERT_93, true),
                records,
                Optional.empty(),
                List.of(),
                conventions,
                LocalDate.of(2026, 1, 1),
                "");
    }

    private static BuildingRecord record(int i, int perRow, Conventions conventions) {
        boolean owned = i % 50 == 7;
        double size = owned ? 24 : 9 + i % 5;
        double x = 690_000 + 30.0 * (i % perRow);
        double y = 7_030_000 + 30.0 * (i / perRow);
        Building building = new Building(
                "b" + i,
                new GeometryFactory().toGeometry(new Envelope(x, x + size, y, y + 0.8 * size)),
                owned ? "École " + i : null,
                i + ", rue de la Mesure",
                null,
                owned ? Usage.PUBLIC : Usage.RESIDENTIAL,
                owned,
                6.0);
        double irradiation = 850 + 350 * (i * 37L % 101) / 101.0;
        double usable = 0.5 * size * size;
        double power = usable * conventions.modulePowerDensity().value() / 1000;
        List<Double> months = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            months.add(irradiation / 12 * (1 - 0.8 * Math.cos(2 * Math.PI * (m + 0.5) / 12)));
        }
        Outcome outcome = i % 20 == 3
                ? new NoFigure(NoFigure.Reason.TOO_SMALL)
                : new SolarPotential(
                        irradiation,
                        months,
                        size * size,
                        usable,
                        power,
                        power * irradiation * conventions.performanceRatio().value(),
                        months.stream()
                                .map(m -> power
                                        * m
                                        * conventions.performanceRatio().value())
                                .toList(),
                        conventions.classOf(irradiation),
                        30,
                        i * 45 % 360,
                        SolarPotential.Method.SURFACE_MODEL);
        return new BuildingRecord(building, List.of(), outcome, "2026-01");
    }

    /** Makes the report once. */
    public Result run() {
        long cpu = cpu();
        long wall = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CommuneReport.write(input, out, Progress.NONE);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        byte[] bytes = out.toByteArray();
        Result result = new Result(
                (cpu() - cpu) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                bytes.length,
                before.length == 0 || Arrays.equals(before, bytes));
        before = bytes;
        return result;
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
