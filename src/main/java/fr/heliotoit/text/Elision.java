package fr.heliotoit.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The French « de » before the name of a commune: d’Olemps, du Havre, des Sables, de La Madeleine. An h is taken for mute, which is right
 * of nearly all communes without an article.
 */
public final class Elision {
    private static final String VOWELS = "aeiouh";

    private Elision() {}

    /**
     * The text with every « de » that stands right before the name joined to it; unchanged in another language.
     *
     * @param name as it stands in the text: a name, or what is to become one
     * @param real what the name is, and what is written in its place
     */
    public static String join(String text, String name, String real) {
        String written = text;
        if (Texts.current().locale().equals(Locale.FRENCH) && !name.isEmpty() && !real.isEmpty()) {
            written = text.replaceAll(
                    "\\bde " + java.util.regex.Pattern.quote(name), java.util.regex.Matcher.quoteReplacement(of(real)));
        }
        return written.replace(name, real);
    }

    /** The text with every « de » before this name joined to it; unchanged in another language. */
    public static String join(String text, String name) {
        return name.isEmpty() ? text : join(text, name, name);
    }

    private static String of(String name) {
        if (name.startsWith("Le ")) {
            return "du " + name.substring(3);
        }
        if (name.startsWith("Les ")) {
            return "des " + name.substring(4);
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        char first = plain.charAt(0);
        boolean vowel = VOWELS.indexOf(first) >= 0
                || first == 'œ'
                || first == 'y' && plain.length() > 1 && VOWELS.indexOf(plain.charAt(1)) < 0;
        return vowel ? "d’" + name : "de " + name;
    }
}
