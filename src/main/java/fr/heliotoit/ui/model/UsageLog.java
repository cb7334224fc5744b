package fr.heliotoit.ui.model;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * How often things are done in a month, and nothing more: neither who, nor which building or commune, nor the day. A file of the user's
 * settings folder that only grows at its end, a line "2026-11 sheet" each time, so that two windows at once lose nothing and a line that a
 * power cut has torn costs that line. Never sent.
 */
public final class UsageLog {
    private static final String OFF = "usage.off";

    private final Path file;
    private final UserSettings settings;

    /** One after the other, and never on the thread of the window: the folder may lie on a slow server. */
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("usage").factory());

    /** What is counted. */
    public enum Kind {
        BUILDING,
        SHEET,
        SURVEY,
        LIST,
        REPORT,
        KIT,
        EXPORT;

        /** Name in the file and in the bundles. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Kind> of(String code) {
            return List.of(values()).stream()
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * The counts of a month.
     *
     * @param counts by kind; what did not happen is missing
     */
    public record Month(YearMonth month, Map<Kind, Integer> counts) {
        public Month {
            counts = Map.copyOf(counts);
        }

        public int of(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    /**
     * Takes what was read.
     *
     * @see #read
     */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param months newest first
         * @param problem why nothing could be read; null when it could
         */
        void take(List<Month> months, @Nullable Failure problem);
    }

    /**
     * @param folder of the user's settings; made when something is counted
     * @param settings where it is kept whether there is counting at all
     */
    public UsageLog(Path folder, UserSettings settings) {
        this.file = folder.resolve("usage.txt");
        this.settings = settings;
    }

    /** Whether things are counted: until somebody says no. */
    public boolean counting() {
        return settings.get(OFF).isEmpty();
    }

    public void setCounting(boolean counting) {
        settings.put(OFF, counting ? null : "true");
    }

    /** Counts one, now. A count that cannot be written is lost, and told to the log of the program. */
    public void count(Kind kind) {
        count(kind, YearMonth.now());
    }

    void count(Kind kind, YearMonth month) {
        if (counting()) {
            writer.execute(() -> append(month + " " + kind.code() + "\n"));
        }
    }

    /** Reads in the background all that was counted so far. */
    public void read(Reader reader) {
        writer.execute(() -> {
            try {
                List<Month> months = months();
                Platform.runLater(() -> reader.take(months, null));
            } catch (IOException e) {
                Failure problem = new Failure(Message.of("ui.usage.unreadable", file), e);
                Platform.runLater(() -> reader.take(List.of(), problem));
            }
        });
    }

    /**
     * Forgets all counts.
     *
     * @param done called on the FX thread with why it could not be done, or null
     */
    public void erase(Consumer<@Nullable Failure> done) {
        writer.execute(() -> {
            Failure problem = null;
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                problem = new Failure(Message.of("ui.usage.unerasable", file), e);
            }
            Failure told = problem;
            Platform.runLater(() -> done.accept(told));
        });
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(UsageLog.class.getName()).log(System.Logger.Level.WARNING, "usage", e);
        }
    }

    private List<Month> months() throws IOException {
        Map<YearMonth, Map<Kind, Integer>> counts = new TreeMap<>();
        if (Files.exists(file)) {
            // Not readAllLines: a byte that is no UTF-8 would cost all the lines.
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.strip().split(" ");
                Optional<Kind> kind = parts.length == 2 ? Kind.of(parts[1]) : Optional.empty();
                YearMonth month = kind.isEmpty() ? null : month(parts[0]);
                if (month != null) {
                    counts.computeIfAbsent(month, m -> new EnumMap<>(Kind.class))
                            .merge(kind.get(), 1, Integer::sum);
                }
            }
        }
        List<Month> months = new ArrayList<>();
        counts.forEach((month, kinds) -> months.add(new Month(month, kinds)));
        return months.reversed();
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException torn) {
            return null;
        }
    }
}
