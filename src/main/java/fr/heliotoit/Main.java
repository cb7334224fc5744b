package fr.heliotoit;

import fr.heliotoit.app.DemoProject;
import fr.heliotoit.cli.BenchUiCommand;
import fr.heliotoit.cli.HeliotoitCommand;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.HeliotoitApp;
import fr.heliotoit.ui.UiBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Composition root: the command line when there are arguments, the window otherwise. */
public final class Main {
    /** Before 25.0.3 a defect of the G1 collector can corrupt arrays handed to native code (SQLite, graphics). */
    private static final Runtime.Version OLDEST = Runtime.Version.parse("25.0.3");

    private Main() {}

    public static void main(String[] args) {
        if (Runtime.version().compareToIgnoreOptional(OLDEST) < 0) {
            System.err.println(Texts.current().text("cli.java.old", Runtime.version(), OLDEST));
            System.exit(2);
        }
        quietLibraries();
        System.exit(run(args));
    }

    /** No argument, or one that is a project: the window. {@code demo --window}: the example in the window. Else the command line. */
    private static int run(String[] args) {
        List<String> words = List.of(args);
        boolean demo = words.contains("demo") && words.contains("--window");
        boolean project = args.length == 1 && args[0].endsWith(".gpkg");
        if (!demo && !project && args.length > 0) {
            if (words.contains("bench") && words.contains("ui")) {
                benchWindow();
            }
            return HeliotoitCommand.run(args);
        }
        if (!Display.present()) {
            System.err.println(Texts.current().text(demo ? "cli.display.none.demo" : "cli.display.none"));
            return demo ? HeliotoitCommand.run(args) : 2;
        }
        try {
            if (demo) {
                System.err.println(Texts.current().text("cli.demo.preparing"));
            }
            HeliotoitApp.launch(demo ? demoProject(words) : project ? Path.of(args[0]) : null);
            return 0;
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return 2;
        } catch (RuntimeException | UnsatisfiedLinkError thrown) {
            if (!noScreen(thrown)) {
                throw thrown;
            }
            // There is a display by name, but it cannot be opened or its libraries are missing.
            System.err.println(Texts.current().text(demo ? "cli.display.none.demo" : "cli.display.none"));
            return demo ? HeliotoitCommand.run(args) : 2;
        }
    }

    /** The window is measured without a display and painted in software, the same on every machine. */
    private static void benchWindow() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        BenchUiCommand.windows(UiBenchmark::new);
    }

    private static Path demoProject(List<String> words) throws Failure {
        Path folder = Path.of(System.getProperty("user.home", "."), "Heliotoit");
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith("--out=")) {
                folder = Path.of(words.get(i).substring("--out=".length()));
            } else if (words.get(i).equals("--out") && i + 1 < words.size()) {
                folder = Path.of(words.get(i + 1));
            }
        }
        Path made = folder.toAbsolutePath().normalize().resolve(DemoProject.FILE);
        return Files.exists(made) ? made : DemoProject.create(made.getParent(), Progress.NONE);
    }

    /** JavaFX wraps what the windowing system says, in different exceptions from place to place. */
    private static boolean noScreen(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedOperationException || cause instanceof UnsatisfiedLinkError) {
                return true;
            }
        }
        return false;
    }

    /** What libraries log is for developers; users get sentences. {@code -Dheliotoit.log=FINE} shows more. */
    private static void quietLibraries() {
        LogManager.getLogManager();
        Logger.getLogger("").setLevel(Level.parse(System.getProperty("heliotoit.log", "SEVERE")));
    }
}
