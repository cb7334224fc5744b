package fr.heliotoit.cli;

import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line inside the test's JVM, with what it printed; the language is French again afterwards. */
public record Cli(int code, String out, String err) {
    public static Cli run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        try {
            int code = HeliotoitCommand.run(words, new PrintWriter(out), new PrintWriter(err));
            return new Cli(code, out.toString(), err.toString());
        } finally {
            Texts.choose("fr");
        }
    }
}
