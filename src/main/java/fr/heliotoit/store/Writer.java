package fr.heliotoit.store;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an open project may be changed, and if not why. */
final class Writer implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Path file;
    private final boolean unwritable;
    private @Nullable WriterLock lock;
    private @Nullable Message obstacle;

    /** @param unwritable whether the file or its folder is protected */
    Writer(Path file, boolean unwritable) throws Failure {
        this.file = file;
        this.unwritable = unwritable;
        if (unwritable) {
            obstacle = Message.of("store.read.only", file);
        } else {
            try {
                WriterLock.Holder holder = WriterLock.holder(file);
                obstacle = holder == null ? null : held(holder);
            } catch (IOException e) {
                throw unlockable(e);
            }
        }
    }

    Optional<Message> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** Takes the right, perhaps from somebody who has closed the project meanwhile. */
    boolean claim() throws Failure {
        if (lock != null) {
            return true;
        }
        if (unwritable) {
            return false;
        }
        try {
            WriterLock.Attempt attempt = WriterLock.take(file);
            lock = attempt.lock();
            obstacle = attempt.holder() == null ? null : held(attempt.holder());
            return lock != null;
        } catch (IOException e) {
            throw unlockable(e);
        }
    }

    private Failure unlockable(IOException e) {
        return new Failure(Message.of("store.unlockable", file, String.valueOf(e.getMessage())), e);
    }

    private Message held(WriterLock.Holder holder) {
        Instant since = holder.since();
        if (since == null || holder.user().isEmpty()) {
            return Message.of("store.held.unnamed", file);
        }
        ZonedDateTime local = since.atZone(ZoneId.systemDefault());
        return Message.of(
                "store.held",
                file,
                holder.user(),
                holder.host(),
                Formats.date(local.toLocalDate()),
                TIME.format(local));
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
