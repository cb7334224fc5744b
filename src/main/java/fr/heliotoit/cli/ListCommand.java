package fr.heliotoit.cli;

import fr.heliotoit.app.Installation;
import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.PublishList;
import fr.heliotoit.app.ReportRequest;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit list}: the buildings of a selection for the council. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "EXPRESSION", descriptionKey = "list.expression")
    private @Nullable String expression;

    @Option(names = "--out", required = true, paramLabel = "F.pdf", descriptionKey = "report.out")
    private Path out = Path.of("");

    @Option(names = "--perimeter", paramLabel = "F", descriptionKey = "report.perimeter")
    private @Nullable Path perimeter;

    @Option(names = "--private-addresses", descriptionKey = "report.private")
    private boolean privateAddresses;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Override
    public Integer call() throws Failure {
        ReportRequest request = new ReportRequest(
                new Perimeter(expression == null && perimeter == null ? Perimeter.PUBLIC : expression, perimeter),
                0,
                identity.checked(spec.commandLine().getErr()),
                privateAddresses);
        try (ProjectFile file = ProjectFile.open(project)) {
            PublishList.run(file, Installation.conventions(), out, request, LocalDate.now());
            HeliotoitCommand.warn(spec, file.unnoted());
        }
        spec.commandLine().getOut().println(Texts.current().text("cli.list.done", out));
        return ExitCode.DONE;
    }
}
