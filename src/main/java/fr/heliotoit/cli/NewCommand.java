package fr.heliotoit.cli;

import fr.heliotoit.app.NewProject;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
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

/** {@code heliotoit new}: makes a project file. */
@Command(name = "new", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "new.project")
    private Path project = Path.of("");

    @Option(names = "--commune", paramLabel = "CODE", descriptionKey = "new.commune")
    private @Nullable String commune;

    @Option(names = "--name", paramLabel = "NOM", descriptionKey = "new.name")
    private @Nullable String name;

    @Option(names = "--crs", paramLabel = "EPSG:N", descriptionKey = "new.crs")
    private @Nullable String crs;

    @Override
    public Integer call() throws Failure {
        ProjectInfo info = info();
        NewProject.run(project, info).close();
        Commune made = info.commune();
        String place = made.inseeCode() == null ? made.name() : made.name() + " " + made.inseeCode();
        spec.commandLine()
                .getOut()
                .println(Texts.current()
                        .text("cli.new.done", project, place, info.crs().code()));
        return ExitCode.DONE;
    }

    private ProjectInfo info() throws Failure {
        if (commune != null && name == null) {
            return NewProject.inFrance(commune, crs);
        }
        if (name != null && crs != null && commune == null) {
            return NewProject.elsewhere(name, crs);
        }
        throw Failure.of("cli.new.either");
    }
}
