package fr.heliotoit.text;

import org.jspecify.annotations.Nullable;

/**
 * The one checked exception: the work as a whole cannot go on (a file cannot be read, the disk is full, the project is locked). Its
 * message is one clear sentence that names the file and the cause and says what to do next. Bad single features are not failures but
 * {@code cadastre.Finding}s.
 */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    public Failure(Message message) {
        this(message, null);
    }

    public Failure(Message message, @Nullable Throwable cause) {
        super(message.key(), cause);
        this.message = message;
    }

    public static Failure of(String key, Object... arguments) {
        return new Failure(Message.of(key, arguments));
    }

    public Message sentence() {
        return message;
    }

    /** The sentence in the current language, so that logs and test failures are readable. */
    @Override
    public String getMessage() {
        return Texts.current().text(message);
    }
}
