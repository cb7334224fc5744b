package fr.heliotoit.cli;

import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit undo}: takes back an import. */
@Command(name = "undo", mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "N", descriptionKey = "undo.entry")
    private long entry;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        try (ProjectFile file = ProjectFile.open(project)) {
            Snapshot now = file.undo(entry);
            out.println(Texts.current()
                    .text("cli.undo.done", String.valueOf(entry), now.vintage(), now.buildings(), project));
            out.println(Texts.current().text("cli.undo.redo", project, String.valueOf(now.id())));
        }
        return ExitCode.DONE;
    }
}
