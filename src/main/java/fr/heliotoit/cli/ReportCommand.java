package fr.heliotoit.cli;

import fr.heliotoit.app.Installation;
import fr.heliotoit.app.PublishReport;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit report}. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "R.pdf", descriptionKey = "report.out")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Failure {
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        try (ProjectFile file = ProjectFile.open(project)) {
            PublishReport.run(file, Installation.conventions(), out, progress);
            progress.done();
            spec.commandLine().getOut().println(Texts.current().text("cli.report.done", out));
        }
        return ExitCode.DONE;
    }
}
