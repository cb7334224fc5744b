package fr.heliotoit.cli;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.store.HistoryEntry;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit history}: every import of a project, and what it did. */
@Command(name = "history", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        List<HistoryEntry> history;
        try (ProjectFile file = ProjectFile.open(project)) {
            history = file.history();
        }
        if (history.isEmpty()) {
            out.println(t("empty"));
            return ExitCode.DONE;
        }
        Map<String, Long> before = Map.of();
        for (HistoryEntry entry : history) {
            print(out, entry, before);
            before = entry.contents();
        }
        out.println(t("hint", project));
        return ExitCode.DONE;
    }

    private static void print(PrintWriter out, HistoryEntry entry, Map<String, Long> before) {
        Snapshot snapshot = entry.snapshot();
        out.println((entry.current() ? "* " : "  ")
                + t(
                        "entry",
                        String.valueOf(snapshot.id()),
                        DATE.format(snapshot.createdAt()),
                        snapshot.vintage(),
                        snapshot.buildings()));
        if (entry.undone() != null) {
            out.println("      " + t("undoes", String.valueOf(entry.undone())));
        }
        HistoryEntry.Counts counts = entry.counts();
        if (counts != null) {
            out.println("      " + t("counts", counts.added(), counts.changed(), counts.removed(), counts.unchanged()));
        }
        String what = what(entry.contents(), before);
        if (!what.isEmpty()) {
            out.println("      " + t("contents", what));
        }
        if (!entry.files().isEmpty()) {
            List<String> names =
                    entry.files().stream().map(Snapshot.Source::name).toList();
            out.println("      " + t("files", String.join(", ", names)));
        }
    }

    /** The contents that this entry changed, in words. */
    private static String what(Map<String, Long> now, Map<String, Long> before) {
        TreeSet<String> all = new TreeSet<>(now.keySet());
        all.addAll(before.keySet());
        List<String> words = new ArrayList<>();
        for (String content : all) {
            if (!Objects.equals(now.get(content), before.get(content))) {
                words.add(word(content));
            }
        }
        return String.join(", ", words);
    }

    private static String word(String content) {
        if (Layer.ofCode(content).isPresent()) {
            return Texts.current().text("cadastre.layer." + content);
        }
        return InputFile.Kind.ofCode(content).isPresent()
                ? Texts.current().text("cadastre.input." + content)
                : t("buildings");
    }

    private static String t(String key, Object... arguments) {
        return Texts.current().text("cli.history." + key, arguments);
    }
}
