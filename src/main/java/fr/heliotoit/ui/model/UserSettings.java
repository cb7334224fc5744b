package fr.heliotoit.ui.model;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one day to the next: short texts by key, in one file of the user's settings folder. Conveniences, not
 * data: a file that cannot be read or written is told to the log and the window goes on.
 */
public final class UserSettings {
    private final Path file;
    private final Properties values = new Properties();

    /** @param folder of the user's settings; made when something is remembered */
    public UserSettings(Path folder) {
        this.file = folder.resolve("heliotoit.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                log(e);
            }
        }
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** All that is remembered under keys that begin so, by the rest of the key, in alphabetical order. */
    public synchronized SortedMap<String, String> under(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String key : values.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), values.getProperty(key));
            }
        }
        return found;
    }

    /** @param value null to forget */
    public synchronized void put(String key, @Nullable String value) {
        Object before = value == null ? values.remove(key) : values.setProperty(key, value);
        if (value == null ? before != null : !value.equals(before)) {
            write();
        }
    }

    /** Remembers these and nothing else under keys that begin so, in one go. */
    public synchronized void replace(String prefix, Map<String, String> kept) {
        if (under(prefix).equals(kept)) {
            return;
        }
        under(prefix).keySet().forEach(key -> values.remove(prefix + key));
        kept.forEach((key, value) -> values.setProperty(prefix + key, value));
        write();
    }

    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log(e);
        }
    }

    private static void log(Exception e) {
        System.getLogger(UserSettings.class.getName()).log(System.Logger.Level.WARNING, "settings", e);
    }
}
