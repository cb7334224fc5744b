package fr.heliotoit.cli;

import fr.heliotoit.app.Benchmark;
import fr.heliotoit.app.StoreBenchmark;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit bench store}. */
@Command(name = "store", mixinStandardHelpOptions = true)
final class BenchStoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--imported", paramLabel = "N", descriptionKey = "bench.store.imported")
    private int imported = 100_000;

    @Option(names = "--buildings", paramLabel = "N", descriptionKey = "bench.store.buildings")
    private int buildings = 300_000;

    @Option(names = "--runs", paramLabel = "N", descriptionKey = "bench.store.runs")
    private int runs = 3;

    @Override
    public Integer call() throws Failure {
        BenchCommand.check(spec, imported >= 1 && imported <= 1_000_000, "--imported", imported);
        BenchCommand.check(spec, buildings >= 100 && buildings <= 1_000_000, "--buildings", buildings);
        BenchCommand.check(spec, runs >= 1, "--runs", runs);
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        out.println(Texts.current().text("cli.bench.machine", Benchmark.machine()));
        boolean right = true;
        try (StoreBenchmark benchmark = StoreBenchmark.create()) {
            for (StoreBenchmark.Import run : benchmark.imports(imported, runs, progress)) {
                progress.done();
                print(out, run);
                right &= run.right();
            }
            for (StoreBenchmark.Question question : benchmark.questions(buildings, progress)) {
                progress.done();
                out.println(Texts.current()
                        .text(
                                "cli.bench.store." + question.name(),
                                Formats.number(question.medianMs(), 1),
                                Formats.number(question.hits()),
                                Formats.number(buildings),
                                Formats.number(question.cpuMs(), 1)));
                right &= question.right();
            }
        }
        return BenchCommand.verdict(out, right);
    }

    private void print(PrintWriter out, StoreBenchmark.Import run) {
        String count = Formats.number(imported);
        StoreBenchmark.Cost ours = run.ours();
        StoreBenchmark.Cost ogr = run.ogr();
        String wall = Formats.number(ours.wallS(), 2);
        String cpu = Formats.number(ours.cpuS(), 2);
        out.println(
                ogr == null
                        ? Texts.current().text("cli.bench.store.alone", count, wall, cpu)
                        : Texts.current()
                                .text(
                                        run.command() ? "cli.bench.store.command" : "cli.bench.store.import",
                                        count,
                                        wall,
                                        cpu,
                                        Formats.number(ogr.wallS(), 2),
                                        Formats.number(ogr.cpuS(), 2),
                                        Formats.number(ours.wallS() / ogr.wallS(), 2)));
        out.flush();
    }
}
