package fr.heliotoit.cli;

import fr.heliotoit.app.Benchmark;
import fr.heliotoit.app.WindowBenchmark;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit bench ui}. */
@Command(name = "ui", mixinStandardHelpOptions = true)
public final class BenchUiCommand implements Callable<Integer> {
    private static @Nullable Supplier<WindowBenchmark> windows;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--buildings", split = ",", paramLabel = "N", descriptionKey = "bench.ui.buildings")
    private List<Integer> buildings = new ArrayList<>(List.of(50_000, 300_000));

    @Option(names = "--open", hidden = true, paramLabel = "FILE")
    private @Nullable Path open;

    /** The window is a room that this one does not know: the launcher says who has it. */
    public static void windows(Supplier<WindowBenchmark> benchmarks) {
        windows = benchmarks;
    }

    @Override
    public Integer call() throws Failure {
        for (int count : buildings) {
            BenchCommand.check(spec, count >= 1000 && count <= 1_000_000, "--buildings", count);
        }
        Supplier<WindowBenchmark> known = windows;
        if (known == null) {
            throw Failure.of("cli.bench.ui.none");
        }
        WindowBenchmark benchmark = known.get();
        if (open != null) {
            benchmark.open(open);
            return ExitCode.DONE;
        }
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        out.println(Texts.current().text("cli.bench.machine", Benchmark.machine()));
        List<WindowBenchmark.Figure> wrong = new ArrayList<>();
        benchmark.run(
                buildings,
                figure -> {
                    progress.done();
                    out.println(Texts.current()
                            .text(
                                    "cli.bench.ui." + figure.name(),
                                    Formats.number(figure.buildings()),
                                    Formats.number(figure.ms(), 1),
                                    Formats.number(figure.worstMs(), 1),
                                    Formats.number(figure.boundMs(), 0),
                                    Texts.current()
                                            .text(figure.within() ? "cli.bench.ui.within" : "cli.bench.ui.over")));
                    out.flush();
                    if (!figure.right()) {
                        wrong.add(figure);
                    }
                },
                progress);
        progress.done();
        return BenchCommand.verdict(out, wrong.isEmpty());
    }
}
