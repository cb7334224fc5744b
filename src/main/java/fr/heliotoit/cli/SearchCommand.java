package fr.heliotoit.cli;

import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.store.TextHit;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit search}: buildings and addresses by words. */
@Command(name = "search", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "MOT", descriptionKey = "search.words")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "search.limit")
    private int limit = 20;

    @Override
    public Integer call() throws Failure {
        BenchCommand.check(spec, limit >= 1, "--limit", limit);
        PrintWriter out = spec.commandLine().getOut();
        try (ProjectFile file = ProjectFile.open(project)) {
            List<TextHit> hits = file.search(String.join(" ", words), limit);
            for (TextHit hit : hits) {
                out.println(hit.id() + "  " + hit.text() + "  (" + t(hit.layer()) + ")");
            }
            if (hits.isEmpty()) {
                out.println(t("none"));
            }
        }
        return ExitCode.DONE;
    }

    private static String t(String key) {
        return Texts.current().text("cli.search." + key);
    }
}
