package fr.heliotoit.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of one language. A key {@code io.raster.degrees} lives in the bundle {@code fr/heliotoit/text/io.properties} (French, the
 * root) and {@code io_en.properties} (English) under the name {@code raster.degrees}; UTF-8. Patterns are {@link MessageFormat}
 * patterns when arguments are given (a lone apostrophe is doubled by this class, so bundles write plain {@code l'emprise}).
 */
public final class Texts {
    private static volatile Texts current = new Texts(Locale.FRENCH);

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /** The language chosen at start or in the settings; French until told otherwise. */
    public static Texts current() {
        return current;
    }

    /** @param language {@code fr} or {@code en} */
    public static void choose(String language) {
        current = new Texts(language.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH);
    }

    /** The words of a language that need not be the chosen one. */
    public static Texts of(Locale language) {
        return new Texts(language);
    }

    public Locale locale() {
        return locale;
    }

    public String text(Message message) {
        return text(message.key(), message.arguments().toArray());
    }

    /** @throws MissingResourceException when the key is in no bundle: a defect, found by a test */
    public String text(String key, Object... arguments) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new MissingResourceException("key without bundle", Texts.class.getName(), key);
        }
        ResourceBundle bundle = ResourceBundle.getBundle(
                "fr.heliotoit.text." + key.substring(0, dot),
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String pattern = bundle.getString(key.substring(dot + 1));
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), locale).format(arguments);
    }
}
