package fr.heliotoit.cli;

import fr.heliotoit.app.Identity;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.PublishMap;
import fr.heliotoit.app.ReportRequest;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit map}: the map of the commune as PNG or SVG. */
@Command(name = "map", mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "M.png|M.svg", descriptionKey = "map.out")
    private Path out = Path.of("");

    @Option(names = "--where", paramLabel = "EXPRESSION", descriptionKey = "report.where")
    private @Nullable String where;

    @Option(names = "--perimeter", paramLabel = "F", descriptionKey = "report.perimeter")
    private @Nullable Path perimeter;

    @Option(names = "--private-addresses", descriptionKey = "report.private")
    private boolean privateAddresses;

    @Override
    public Integer call() throws Failure {
        ReportRequest request = new ReportRequest(new Perimeter(where, perimeter), 0, Identity.NONE, privateAddresses);
        try (ProjectFile file = ProjectFile.open(project)) {
            PublishMap.run(file, Installation.conventions(), out, request);
        }
        spec.commandLine().getOut().println(Texts.current().text("cli.map.done", out));
        return ExitCode.DONE;
    }
}
