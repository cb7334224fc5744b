package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.EvaluateAll;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.rules.Score;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit evaluate}: money, existing systems, heritage, obligations and ranking of all buildings, as F6 in the window. */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--weight", paramLabel = "critère=points", descriptionKey = "rank.weight")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @Option(names = "--date", paramLabel = "AAAA-MM-JJ", descriptionKey = "packs.date")
    private @Nullable LocalDate date;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Map<Score.Criterion, Double> typed = RankCommand.weights(weights);
        Packs packs = DataPacks.load(date == null ? LocalDate.now() : date);
        EvaluateAll.Report report;
        try (ProjectFile file = ProjectFile.open(project)) {
            file.requireWriter();
            report = EvaluateAll.run(file, packs, typed, progress);
        }
        progress.done();
        out.println(
                words("done", report.done().stream().map(EvaluateCommand::words).collect(Collectors.joining(", "))));
        report.left()
                .forEach((part, why) ->
                        out.println(words("left", words(part), Texts.current().text(why))));
        report.warning().ifPresent(out::println);
        Citations.print(out, report.citations());
        return report.done().isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String words(EvaluateAll.Part part) {
        return Texts.current().text("app.evaluate." + part.code());
    }

    private static String words(String key, Object... arguments) {
        return Texts.current().text("cli.evaluate." + key, arguments);
    }
}
