package fr.heliotoit.cli;

import fr.heliotoit.app.Identity;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.MakeKit;
import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.ReportRequest;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit kit}: the communication kit. */
@Command(name = "kit", mixinStandardHelpOptions = true)
final class KitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "KIT.zip", descriptionKey = "kit.out")
    private Path out = Path.of("");

    @Option(names = "--texts", paramLabel = "F.properties", descriptionKey = "kit.texts")
    private @Nullable Path texts;

    @Option(names = "--parts", paramLabel = "a,b", split = ",", descriptionKey = "kit.parts")
    private List<String> parts = MakeKit.parts();

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Override
    public Integer call() throws Failure {
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Identity commune = identity.checked(spec.commandLine().getErr());
        Map<String, String> edited = texts == null ? Map.of() : MakeKit.read(texts);
        try (ProjectFile file = ProjectFile.open(project)) {
            MakeKit.run(
                    file,
                    Installation.conventions(),
                    out,
                    new ReportRequest(Perimeter.ALL, 0, commune, false),
                    edited,
                    new LinkedHashSet<>(parts),
                    LocalDate.now(),
                    progress);
            progress.done();
        }
        spec.commandLine().getOut().println(Texts.current().text("cli.kit.done", out));
        return ExitCode.DONE;
    }
}
