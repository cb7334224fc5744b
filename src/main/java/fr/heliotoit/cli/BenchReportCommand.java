package fr.heliotoit.cli;

import fr.heliotoit.app.Benchmark;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.ReportBenchmark;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit bench report}. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class BenchReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--buildings", paramLabel = "N", descriptionKey = "bench.report.buildings")
    private int buildings = 5000;

    @Option(names = "--runs", paramLabel = "N", descriptionKey = "bench.zonal.runs")
    private int runs = 3;

    @Override
    public Integer call() throws Failure {
        BenchCommand.check(spec, buildings >= 1 && buildings <= 1_000_000, "--buildings", buildings);
        BenchCommand.check(spec, runs >= 1, "--runs", runs);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Texts.current().text("cli.bench.machine", Benchmark.machine()));
        ReportBenchmark benchmark = new ReportBenchmark(buildings, Installation.conventions());
        boolean right = true;
        for (int run = 0; run < runs; run++) {
            ReportBenchmark.Result result = benchmark.run();
            out.println(Texts.current()
                    .text(
                            "cli.bench.report",
                            Formats.number(buildings),
                            Formats.number(result.cpuS(), 2),
                            Formats.number(result.wallS(), 2),
                            Formats.number(result.bytes() / 1e6, 2)));
            out.flush();
            right &= result.same();
        }
        return BenchCommand.verdict(out, right);
    }
}
