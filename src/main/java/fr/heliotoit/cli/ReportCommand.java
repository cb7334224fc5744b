package fr.heliotoit.cli;

import fr.heliotoit.app.Identity;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.PublishReport;
import fr.heliotoit.app.PublishTerritory;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit report}. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final int MOST_SHEETS = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "P.gpkg", descriptionKey = "project")
    private @Nullable Path project;

    @Option(names = "--out", paramLabel = "R.pdf", descriptionKey = "report.outOrFolder")
    private @Nullable Path out;

    @Option(names = "--all", paramLabel = "DIR", descriptionKey = "report.all")
    private @Nullable Path all;

    @Option(names = "--where", paramLabel = "EXPRESSION", descriptionKey = "report.where")
    private @Nullable String where;

    @Option(names = "--perimeter", paramLabel = "F", descriptionKey = "report.perimeter")
    private @Nullable Path perimeter;

    @Option(names = "--sheets", paramLabel = "N", descriptionKey = "report.sheets")
    private int sheets = ReportRequest.DEFAULT.sheets();

    @Option(names = "--private-addresses", descriptionKey = "report.private")
    private boolean privateAddresses;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Override
    public Integer call() throws Failure {
        if (sheets < 0 || sheets > MOST_SHEETS) {
            throw new ParameterException(
                    spec.commandLine(), "--sheets", null, spec.findOption("--sheets"), String.valueOf(sheets));
        }
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Identity commune = identity.checked(spec.commandLine().getErr());
        ReportRequest request = new ReportRequest(new Perimeter(where, perimeter), sheets, commune, privateAddresses);
        if (all != null) {
            return territory(all, request, progress);
        }
        if (project == null || out == null) {
            throw Failure.of("cli.report.missing");
        }
        try (ProjectFile file = ProjectFile.open(project)) {
            PublishReport.run(file, Installation.conventions(), out, request, LocalDate.now(), progress);
            progress.done();
            spec.commandLine().getOut().println(Texts.current().text("cli.report.done", out));
        }
        return ExitCode.DONE;
    }

    private int territory(Path folder, ReportRequest request, ConsoleProgress progress) throws Failure {
        if (project != null) {
            throw Failure.of("cli.report.both");
        }
        Path target = out == null ? folder : out;
        PublishTerritory.Result result =
                PublishTerritory.run(folder, target, Installation.conventions(), request, LocalDate.now(), progress);
        progress.done();
        result.failures().forEach(spec.commandLine().getErr()::println);
        spec.commandLine()
                .getOut()
                .println(Texts.current()
                        .text(
                                "cli.report.allDone",
                                result.made(),
                                result.kept(),
                                result.failures().size(),
                                target));
        return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
