package fr.heliotoit.io;

import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Differences between two states as a table ({@code nature,id,ancien_id,attributs,liens}; UTF-8, comma, RFC 4180): one line per building
 * that is new, changed or gone; {@code liens} names the buildings that it was cut into or joined from.
 */
public final class ChangesFile {
    private ChangesFile() {}

    /** @throws Failure when the file cannot be written; it appears whole or not at all */
    public static void write(ChangeSet changes, Path file) throws Failure {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                table(changes, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(Message.of("io.file.unwritable", file, String.valueOf(e.getMessage())), e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // The failure that is on its way says more than this one.
                assert e != null;
            }
        }
    }

    private static void table(ChangeSet changes, Writer out) throws IOException {
        Map<String, List<String>> before = new TreeMap<>();
        Map<String, List<String>> after = new TreeMap<>();
        changes.splits().forEach(s -> {
            after.computeIfAbsent(s.from(), k -> new ArrayList<>()).addAll(s.into());
            s.into()
                    .forEach(i ->
                            before.computeIfAbsent(i, k -> new ArrayList<>()).add(s.from()));
        });
        changes.merges().forEach(m -> {
            before.computeIfAbsent(m.into(), k -> new ArrayList<>()).addAll(m.from());
            m.from()
                    .forEach(i ->
                            after.computeIfAbsent(i, k -> new ArrayList<>()).add(m.into()));
        });
        out.write("nature,id,ancien_id,attributs,liens\r\n");
        for (String id : changes.added()) {
            row(out, "nouveau", id, "", "", before.getOrDefault(id, List.of()));
        }
        for (ChangeSet.Changed c : changes.changed()) {
            row(
                    out,
                    "modifie",
                    c.id(),
                    c.formerId() == null ? "" : c.formerId(),
                    String.join(" ", c.what()),
                    before.getOrDefault(c.id(), after.getOrDefault(c.id(), List.of())));
        }
        for (String id : changes.removed()) {
            row(out, "retire", id, "", "", after.getOrDefault(id, List.of()));
        }
    }

    private static void row(Writer out, String kind, String id, String former, String what, List<String> links)
            throws IOException {
        out.write(kind + "," + TableWriter.quoted(id) + "," + TableWriter.quoted(former) + "," + what + ","
                + TableWriter.quoted(String.join(" ", links)) + "\r\n");
    }
}
