package fr.heliotoit.cli;

import fr.heliotoit.app.Benchmark;
import fr.heliotoit.app.IrradianceBenchmark;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heliotoit bench irradiance}. */
@Command(name = "irradiance", mixinStandardHelpOptions = true)
final class BenchIrradianceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--size", paramLabel = "N", descriptionKey = "bench.irradiance.size")
    private int size = 20_000;

    @Option(names = "--azimuths", paramLabel = "N", descriptionKey = "bench.azimuths")
    private int azimuths = SkyTables.AZIMUTHS;

    @Option(names = "--heap", paramLabel = "1000m", descriptionKey = "bench.irradiance.heap")
    private String heap = "1000m";

    @Option(names = "--months", descriptionKey = "irradiance.months")
    private boolean months;

    @Override
    public Integer call() throws Failure {
        BenchCommand.check(spec, size >= 512 && size <= 40_000 && size % 2 == 0, "--size", size);
        BenchCommand.check(spec, azimuths >= 4 && azimuths <= 3600, "--azimuths", azimuths);
        if (!heap.matches("[1-9]\\d{0,5}[mg]")) {
            throw new ParameterException(spec.commandLine(), "heap", null, spec.findOption("--heap"), heap);
        }
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        out.println(Texts.current().text("cli.bench.machine", Benchmark.machine()));
        try (IrradianceBenchmark benchmark = IrradianceBenchmark.create(size, azimuths, progress)) {
            progress.done();
            IrradianceBenchmark.Result result = benchmark.run(heap, months);
            out.println(Texts.current()
                    .text(
                            "cli.bench.irradiance",
                            Formats.number(result.cells()),
                            Formats.number(result.roofCells()),
                            Formats.number(azimuths),
                            Formats.number(result.cpuS(), 1),
                            Formats.number(result.wallS(), 1),
                            Formats.number(result.roofCells() * (double) azimuths / result.cpuS() / 1e6, 1),
                            Formats.number(result.heapBytes() / 1e6, 0),
                            heap,
                            Formats.number(result.residentBytes() / 1e6, 0),
                            Formats.number(result.compared()),
                            Formats.number(result.different())));
            return BenchCommand.verdict(out, result.compared() > 0 && result.different() == 0);
        }
    }
}
