package fr.heliotoit.cli;

import fr.heliotoit.app.validation.Validation;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit validate}: for developers, writes the page of comparisons. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--shared", paramLabel = "D", required = true, descriptionKey = "validate.shared")
    private Path shared = Path.of("");

    @Option(names = "--out", paramLabel = "F", required = true, descriptionKey = "validate.out")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Failure {
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Validation.run(shared, out, progress);
        progress.done();
        spec.commandLine().getOut().println(Texts.current().text("cli.validate.done", out.toString()));
        return ExitCode.DONE;
    }
}
