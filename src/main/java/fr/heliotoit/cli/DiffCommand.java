package fr.heliotoit.cli;

import fr.heliotoit.app.CompareSnapshots;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.io.ChangesFile;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit diff}: what became of the buildings between two entries of the history. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "A", descriptionKey = "diff.from")
    private long from;

    @Parameters(index = "2", paramLabel = "B", descriptionKey = "diff.to")
    private long to;

    @Option(names = "--out", paramLabel = "F.csv", descriptionKey = "diff.out")
    private @Nullable Path target;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        if (target != null) {
            Outputs.check(target, project);
        }
        ChangeSet changes;
        try (ProjectFile file = ProjectFile.open(project)) {
            changes = CompareSnapshots.run(file, from, to);
        }
        Differences.print(out, changes);
        if (target != null) {
            ChangesFile.write(changes, target);
            out.println(Texts.current().text("cli.diff.written", target));
        }
        return ExitCode.DONE;
    }
}
