package fr.heliotoit.text;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence for the user, not yet in a language.
 *
 * @param key bundle and name, for example {@code io.raster.degrees}: the part before the first dot is the bundle
 * @param arguments values for the {@link java.text.MessageFormat} pattern; numbers should come already formatted by {@link Formats}
 *     unless plain digits are wanted
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, Arrays.asList(arguments));
    }
}
