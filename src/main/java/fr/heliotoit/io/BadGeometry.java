package fr.heliotoit.io;

import fr.heliotoit.text.Message;

/** A geometry that cannot be made; never leaves the room: it becomes the problem of a {@link VectorFeature}. */
final class BadGeometry extends Exception {
    private static final long serialVersionUID = 1L;
    static final String NONE = "GEOM_NONE";
    static final String NAN = "GEOM_NAN";
    static final String UNREADABLE = "GEOM_UNREADABLE";

    private final String code;
    private final transient Message message;

    private BadGeometry(String code, Message message) {
        super(code);
        this.code = code;
        this.message = message;
    }

    static BadGeometry none() {
        return new BadGeometry(NONE, Message.of("io.geometry.none"));
    }

    static BadGeometry nan() {
        return new BadGeometry(NAN, Message.of("io.geometry.nan"));
    }

    /** @param key in the bundle {@code io} under {@code geometry.} */
    static BadGeometry because(String key, Object... arguments) {
        return new BadGeometry(UNREADABLE, Message.of("io.geometry." + key, arguments));
    }

    String code() {
        return code;
    }

    Message sentence() {
        return message;
    }
}
