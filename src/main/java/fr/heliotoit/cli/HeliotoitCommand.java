package fr.heliotoit.cli;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line. Every subcommand is a {@code Callable<Integer>} that returns an {@link ExitCode}; what it cannot do it says by
 * throwing {@link Failure}. Help comes from the bundle {@code cli}, in French or with {@code --lang en} in English.
 */
@Command(name = "heliotoit", mixinStandardHelpOptions = true, versionProvider = HeliotoitCommand.Version.class)
public final class HeliotoitCommand implements Runnable {
    /** Every subcommand, in the order of the help. */
    private static final List<Class<?>> SUBCOMMANDS = List.of(
            NewCommand.class,
            ImportCommand.class,
            ComputeCommand.class,
            PlanesCommand.class,
            IrradianceCommand.class,
            ZonalCommand.class,
            HistoryCommand.class,
            DiffCommand.class,
            UndoCommand.class,
            QueryCommand.class,
            SearchCommand.class,
            InfoCommand.class,
            ReportCommand.class,
            EconomicsCommand.class,
            SharingCommand.class,
            ObligationsCommand.class,
            HeritageCommand.class,
            EvaluateCommand.class,
            RankCommand.class,
            ZaerCommand.class,
            InstalledCommand.class,
            PacksCommand.class,
            SheetCommand.class,
            SurveyCommand.class,
            ListCommand.class,
            MapCommand.class,
            KitCommand.class,
            DemoCommand.class,
            ValidateCommand.class,
            BenchCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "fr|en", descriptionKey = "lang")
    private String lang = "fr";

    @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "debug")
    private boolean debug;

    /** Without a subcommand the launcher opens the window and does not come here; so this is a call for help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /**
     * @param out what was asked for
     * @param err what went wrong
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Texts.choose(language(args));
        CommandLine line = new CommandLine(new HeliotoitCommand());
        for (Class<?> subcommand : wanted(args)) {
            line.addSubcommand(subcommand);
        }
        line.setResourceBundle(ResourceBundle.getBundle(
                "fr.heliotoit.text.cli",
                Texts.current().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        // A French reader writes 0,25.
        line.registerConverter(Double.class, text -> Double.valueOf(text.replace(',', '.')));
        line.registerConverter(double.class, text -> Double.parseDouble(text.replace(',', '.')));
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(110);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler(HeliotoitCommand::explainUsage);
        line.setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, err, args));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** The one that is named, since setting up all of them costs as much as starting the JVM; all when none is. */
    private static List<Class<?>> wanted(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            if (word.equals("--lang")) {
                i++;
            } else if (!word.equals("--debug") && !word.startsWith("--lang=")) {
                List<Class<?>> named =
                        SUBCOMMANDS.stream().filter(c -> name(c).equals(word)).toList();
                return named.isEmpty() ? SUBCOMMANDS : named;
            }
        }
        return SUBCOMMANDS;
    }

    private static String name(Class<?> subcommand) {
        return subcommand.getAnnotation(Command.class).name();
    }

    static List<String> subcommandNames() {
        return SUBCOMMANDS.stream().map(HeliotoitCommand::name).toList();
    }

    /** {@link #run(String[], PrintWriter, PrintWriter)} on the console, in UTF-8. */
    public static int run(String[] args) {
        return run(
                args,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** Tells what went wrong beside the thing that was asked for, which is done. */
    static void warn(CommandSpec spec, Optional<Message> warning) {
        warning.ifPresent(
                w -> spec.commandLine().getErr().println(Texts.current().text(w)));
    }

    private static int explain(Exception exception, PrintWriter err, String[] args) {
        boolean debug = Arrays.asList(args).contains("--debug");
        if (exception instanceof CancellationException) {
            err.println(Texts.current().text("cli.cancelled"));
            return ExitCode.CANCELLED;
        }
        if (exception instanceof Failure failure) {
            err.println(failure.getMessage());
        } else {
            err.println(Texts.current().text("cli.defect", exception.getClass().getSimpleName()));
        }
        if (debug) {
            exception.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    private static int explainUsage(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(UsageErrors.sentence(exception));
        err.println(
                Texts.current().text("cli.usage.help", command.getCommandSpec().qualifiedName()));
        return ExitCode.FAILED;
    }

    private static String language(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                return args[i].substring("--lang=".length());
            }
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return args[i + 1];
            }
        }
        return "fr";
    }

    /** Name and version from the jar's manifest, with the JVM. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HeliotoitCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "Héliotoit " + (version == null ? "(sources)" : version) + ", Java " + Runtime.version()
            };
        }
    }
}
