package fr.heliotoit.cli;

import fr.heliotoit.rules.Packs;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.List;

/** Under figures that come from data packs: which packs, and of when. */
final class Citations {
    private Citations() {}

    /** Of the packs that an output asked for; those that have expired are announced first. */
    static void print(PrintWriter out, Packs packs) {
        packs.warning().ifPresent(out::println);
        print(out, packs.citations());
    }

    static void print(PrintWriter out, List<String> citations) {
        if (!citations.isEmpty()) {
            out.println(Texts.current().text("cli.citations", String.join(" ; ", citations)));
        }
    }
}
