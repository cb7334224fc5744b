package fr.heliotoit.cli;

import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.List;

/** Under figures that come from data packs: which packs, and of when. */
final class Citations {
    private Citations() {}

    static void print(PrintWriter out, List<String> citations) {
        if (!citations.isEmpty()) {
            out.println(Texts.current().text("cli.citations", String.join(" ; ", citations)));
        }
    }
}
