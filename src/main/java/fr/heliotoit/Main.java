package fr.heliotoit;

import fr.heliotoit.cli.HeliotoitCommand;
import fr.heliotoit.text.Texts;
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
        System.exit(HeliotoitCommand.run(args));
    }

    /** What libraries log is for developers; users get sentences. {@code -Dheliotoit.log=FINE} shows more. */
    private static void quietLibraries() {
        LogManager.getLogManager();
        Logger.getLogger("").setLevel(Level.parse(System.getProperty("heliotoit.log", "SEVERE")));
    }
}
