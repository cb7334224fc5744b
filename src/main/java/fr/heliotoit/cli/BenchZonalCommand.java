package fr.heliotoit.cli;

import fr.heliotoit.app.Benchmark;
import fr.heliotoit.app.ZonalBenchmark;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit bench zonal}. */
@Command(name = "zonal", mixinStandardHelpOptions = true)
final class BenchZonalCommand implements Callable<Integer> {
    /** As far as means and counts of two exact programs may be apart [kWh/m², 1]. */
    private static final double MEAN_LIMIT = 1e-4;

    private static final double COUNT_LIMIT = 1e-6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--size", paramLabel = "N", descriptionKey = "bench.zonal.size")
    private int size = 8000;

    @Option(names = "--zones", paramLabel = "N", descriptionKey = "bench.zonal.zones")
    private int zones = 50_000;

    @Option(names = "--runs", paramLabel = "N", descriptionKey = "bench.zonal.runs")
    private int runs = 3;

    @Override
    public Integer call() throws Failure {
        BenchCommand.check(spec, size >= 100 && size <= 40_000, "--size", size);
        BenchCommand.check(spec, zones >= 1 && zones <= 5_000_000, "--zones", zones);
        BenchCommand.check(spec, runs >= 1, "--runs", runs);
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        out.println(Texts.current().text("cli.bench.machine", Benchmark.machine()));
        boolean right = true;
        try (ZonalBenchmark benchmark = ZonalBenchmark.create(size, zones, progress)) {
            progress.done();
            for (int run = 0; run < runs; run++) {
                ZonalBenchmark.Result result = benchmark.run();
                out.println(Texts.current()
                        .text(
                                "cli.bench.zonal",
                                Formats.number(zones),
                                Formats.number(size),
                                Formats.number(benchmark.fileBytes() / 1e6, 0),
                                Formats.number(result.cpuS(), 2),
                                Formats.number(result.wallS(), 2),
                                Formats.number(result.residentBytes() / 1e6, 0),
                                Formats.number(result.worstMean(), 7),
                                Formats.number(result.worstCount() * 1e6, 3)));
                out.flush();
                right &= result.worstMean() <= MEAN_LIMIT && result.worstCount() <= COUNT_LIMIT;
            }
        }
        return BenchCommand.verdict(out, right);
    }
}
