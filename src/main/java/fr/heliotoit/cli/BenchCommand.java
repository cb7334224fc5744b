package fr.heliotoit.cli;

import fr.heliotoit.app.Benchmark;
import fr.heliotoit.app.EnergyBenchmark;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.RoofBenchmark;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchZonalCommand.class,
            BenchIrradianceCommand.class,
            BenchReportCommand.class,
            BenchStoreCommand.class,
            BenchUiCommand.class
        })
final class BenchCommand implements Callable<Integer> {
    /** Greatest difference from the check that is rounding: float against double horizons [°]. */
    private static final double HORIZON_LIMIT_DEG = 0.01;

    /** Rounding of hours held as floats, over a year's sum [kWh]. */
    private static final double ENERGY_LIMIT_KWH = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is timed; also what the command takes. */
    enum Mode {
        irradiation,
        energy,
        roofs
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "irradiation|energy|roofs", descriptionKey = "bench.mode")
    private Mode mode = Mode.irradiation;

    @Option(names = "--buildings", paramLabel = "N", descriptionKey = "bench.buildings")
    private @Nullable Integer buildings;

    @Option(names = "--size", paramLabel = "N", descriptionKey = "bench.size")
    private int size = 2000;

    @Option(names = "--azimuths", paramLabel = "N", descriptionKey = "bench.azimuths")
    private int azimuths = SkyTables.AZIMUTHS;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--tile", paramLabel = "N", descriptionKey = "bench.tile")
    private int tile = 512;

    @Option(names = "--roofs-only", descriptionKey = "bench.roofsOnly")
    private boolean roofsOnly;

    @Override
    public Integer call() throws Failure {
        check(size >= 64 && size <= 40_000, "--size", size);
        check(azimuths >= 4 && azimuths <= 3600, "--azimuths", azimuths);
        check(threads >= 1, "--threads", threads);
        check(tile >= 16, "--tile", tile);
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        out.println(Texts.current().text("cli.bench.machine", Benchmark.machine()));
        boolean right = switch (mode) {
            case irradiation -> irradiation(out, progress);
            case energy -> energy(out, progress);
            case roofs -> roofs(out, progress);
        };
        progress.done();
        return verdict(out, right);
    }

    /** Ends a measurement with a sentence. */
    static int verdict(PrintWriter out, boolean right) throws Failure {
        if (!right) {
            throw Failure.of("cli.bench.wrong");
        }
        out.println(Texts.current().text("cli.bench.right"));
        return ExitCode.DONE;
    }

    private int buildings(int usual) {
        int count = buildings == null ? usual : buildings;
        check(count >= 1 && count <= 10_000_000, "--buildings", count);
        return count;
    }

    private boolean roofs(PrintWriter out, ConsoleProgress progress) throws Failure {
        RoofBenchmark.Result result = RoofBenchmark.run(buildings(5000), Installation.conventions(), progress);
        out.println(Texts.current()
                .text(
                        "cli.bench.planes",
                        Formats.number(result.buildings()),
                        Formats.number(result.planes()),
                        Formats.number(result.modules()),
                        Formats.number(result.wallS(), 2),
                        Formats.number(result.cpuS(), 2),
                        Formats.number(result.right())));
        return result.passed();
    }

    private boolean energy(PrintWriter out, ConsoleProgress progress) throws Failure {
        EnergyBenchmark.Result result = EnergyBenchmark.run(buildings(50_000), progress);
        out.println(Texts.current()
                .text(
                        "cli.bench.energy",
                        Formats.number(result.buildings()),
                        Formats.number(result.planes()),
                        Formats.number(result.wallS(), 2),
                        Formats.number(result.cpuS(), 2),
                        Formats.number(result.worstKWh(), 4)));
        return result.worstKWh() <= ENERGY_LIMIT_KWH;
    }

    private boolean irradiation(PrintWriter out, ConsoleProgress progress) throws Failure {
        Benchmark benchmark = new Benchmark(size, azimuths, threads, tile);
        boolean right = print(out, benchmark.horizons(), HORIZON_LIMIT_DEG);
        right &= print(out, benchmark.irradiation(true, progress), 0);
        if (!roofsOnly) {
            right &= print(out, benchmark.irradiation(false, progress), 0);
        }
        return right;
    }

    private static boolean print(PrintWriter out, Benchmark.Result result, double limit) {
        out.println(Texts.current()
                .text(
                        "cli.bench." + result.name(),
                        Formats.number(result.cells()),
                        Formats.number(result.azimuths()),
                        Formats.number(result.cpuS(), 2),
                        Formats.number(result.wallS(), 2),
                        Formats.number(result.cells() / result.cpuS(), 0),
                        Formats.number(result.cellDirectionsPerCpuS() / 1e6, 1),
                        Formats.number(result.heapBytes() / 1e6, 0),
                        Formats.number(result.worst(), 6)));
        out.flush();
        return result.worst() <= limit;
    }

    private void check(boolean right, String option, int value) {
        check(spec, right, option, value);
    }

    static void check(CommandSpec spec, boolean right, String option, int value) {
        if (!right) {
            throw new ParameterException(
                    spec.commandLine(), option, null, spec.findOption(option), String.valueOf(value));
        }
    }
}
