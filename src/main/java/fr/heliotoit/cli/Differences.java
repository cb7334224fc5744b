package fr.heliotoit.cli;

import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** Differences between two states in a few lines: how many of each kind, which attributes, and the first splits and merges. */
final class Differences {
    private static final int EXAMPLES = 5;

    private Differences() {}

    static void print(PrintWriter out, ChangeSet changes) {
        if (changes.isEmpty()) {
            out.println(t("none", changes.unchanged().size()));
            return;
        }
        out.println(t("added", changes.added().size()));
        out.println(t("changed", changes.changed().size()));
        Map<String, Integer> attributes = new TreeMap<>();
        changes.changed().forEach(c -> c.what().forEach(w -> attributes.merge(w, 1, Integer::sum)));
        attributes.forEach((attribute, count) -> out.println("    " + t("attribute", attribute, count)));
        out.println(t("removed", changes.removed().size()));
        out.println(t("unchanged", changes.unchanged().size()));
        if (!changes.splits().isEmpty()) {
            out.println(t("splits", changes.splits().size()));
            changes.splits().stream()
                    .limit(EXAMPLES)
                    .forEach(s -> out.println("    " + s.from() + " → " + String.join(", ", s.into())));
        }
        if (!changes.merges().isEmpty()) {
            out.println(t("merges", changes.merges().size()));
            changes.merges().stream()
                    .limit(EXAMPLES)
                    .forEach(m -> out.println("    " + String.join(", ", m.from()) + " → " + m.into()));
        }
    }

    private static String t(String key, Object... arguments) {
        return Texts.current().text("cli.diff." + key, arguments);
    }
}
