package fr.heliotoit.store;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a project file, for one process at a time and for as long as it works on it: longer than SQLite's own locks, which
 * last a transaction, and with a name. It is a file {@code P.gpkg.lock} beside the project that says who, where and since when, and that
 * its owner keeps locked with the operating system. When the owner is gone, however it ended, that lock is gone too: a file that is left
 * behind by a crash is recognised and taken over. Within one process the right is shared; the project's version number guards there.
 */
final class WriterLock implements AutoCloseable {
    /** Far behind the text: Windows lets nobody read bytes that are locked. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MOST_TEXT = 4096;
    private static final Map<Path, WriterLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private int users = 1;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Who has the right.
     *
     * @param user name at login; empty when the lock file does not say
     * @param host name of the computer; empty when the lock file does not say
     * @param since when it took the right; null when the lock file does not say
     */
    record Holder(String user, String host, @Nullable Instant since) {}

    /** Either the right, or who has it. */
    record Attempt(@Nullable WriterLock lock, @Nullable Holder holder) {}

    /**
     * Takes the right if nobody has it.
     *
     * @throws IOException when no lock can be kept in that folder
     */
    static Attempt take(Path project) throws IOException {
        Path file = fileOf(project);
        synchronized (HELD) {
            WriterLock mine = HELD.get(file);
            if (mine != null) {
                mine.users++;
                return new Attempt(mine, null);
            }
            // Its owner may remove the file between our opening and our locking it: then we have locked nothing.
            for (int attempt = 0; ; attempt++) {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                boolean taken = false;
                try {
                    FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                    if (lock == null) {
                        return new Attempt(null, read(channel));
                    }
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8)), 0);
                    if (Files.exists(file) && Files.size(file) == channel.size() || attempt == 9) {
                        taken = true;
                        WriterLock lockOf = new WriterLock(file, channel);
                        HELD.put(file, lockOf);
                        return new Attempt(lockOf, null);
                    }
                } finally {
                    if (!taken) {
                        channel.close();
                    }
                }
            }
        }
    }

    /** Who else has the right at this moment; null when nobody, or only this process. */
    static @Nullable Holder holder(Path project) throws IOException {
        Path file = fileOf(project);
        synchronized (HELD) {
            // Closing any channel on a file lets go of the process's locks on it (POSIX): not while we hold one.
            if (HELD.containsKey(file)) {
                return null;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
                return lock == null ? read(channel) : null;
            } catch (NoSuchFileException none) {
                return null;
            }
        }
    }

    private static Path fileOf(Path project) throws IOException {
        Path real = project.toRealPath();
        return real.resolveSibling(Objects.requireNonNull(real.getFileName()) + ".lock");
    }

    private static String text() {
        return "# Héliotoit : ce projet est ouvert en écriture. Ce fichier disparaît quand il est fermé.\n"
                + "utilisateur=" + plain(System.getProperty("user.name", "")) + "\n"
                + "poste=" + plain(host()) + "\n"
                + "processus=" + ProcessHandle.current().pid() + "\n"
                + "depuis=" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }

    /** One line that {@link Properties} reads back as it is. */
    private static String plain(String word) {
        return word.replaceAll("[\\p{Cntrl}\\\\]", " ").strip();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "";
        }
    }

    private static Holder read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_TEXT);
        channel.read(bytes, 0);
        Properties said = new Properties();
        Instant since = null;
        try {
            said.load(new StringReader(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)));
            since = Instant.parse(said.getProperty("depuis", ""));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // Written by nobody we know: that it is locked is enough.
            assert unreadable != null;
        }
        return new Holder(said.getProperty("utilisateur", ""), said.getProperty("poste", ""), since);
    }

    /** Gives the right back once everybody in this process has. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (--users > 0) {
                return;
            }
            HELD.remove(file);
            try (channel) {
                // Before letting go, so that nobody locks a file that is about to vanish.
                Files.deleteIfExists(file);
            } catch (IOException left) {
                // Left behind without its owner's lock: the next one takes it over.
                assert left != null;
            }
        }
    }
}
