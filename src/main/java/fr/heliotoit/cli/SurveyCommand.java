package fr.heliotoit.cli;

import fr.heliotoit.app.Installation;
import fr.heliotoit.app.PublishSheet;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit survey}: the sheet of a building to fill on site. */
@Command(name = "survey", mixinStandardHelpOptions = true)
final class SurveyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", descriptionKey = "sheet.id")
    private String id = "";

    @Option(names = "--out", required = true, paramLabel = "F.pdf", descriptionKey = "report.out")
    private Path out = Path.of("");

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Override
    public Integer call() throws Failure {
        try (ProjectFile file = ProjectFile.open(project)) {
            PublishSheet.survey(
                    file,
                    Installation.conventions(),
                    id,
                    out,
                    identity.checked(spec.commandLine().getErr()),
                    LocalDate.now());
            HeliotoitCommand.warn(spec, file.unnoted());
        }
        spec.commandLine().getOut().println(Texts.current().text("cli.survey.done", out));
        return ExitCode.DONE;
    }
}
