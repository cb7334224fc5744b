package fr.heliotoit.report;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.render.MapFont;
import fr.heliotoit.text.Elision;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.awt.Font;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Words as they are printed: fine typography for our own texts, harmless characters for everybody's. */
final class Words {
    private static final Font FONT = MapFont.regular(10);
    private static final String REPLACEMENT = "\uFFFD";

    private Words() {}

    /** One of our texts, in the current language, with curly apostrophes and French no-break spaces; not yet escaped. */
    static String text(String key, Object... arguments) {
        return fine(Texts.current().text(key, arguments));
    }

    /** With a capital letter, for the start of a line. */
    static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A text about a commune, with the right word before its name: « les toits d’Olemps ». */
    static String about(String key, String commune, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(more));
        arguments.addFirst(commune);
        return Elision.join(text(key, arguments.toArray()), fine(commune));
    }

    /** A text of ours with the typography of its language. */
    static String fine(String plain) {
        String text = plain.replace('\'', '’');
        return french()
                ? text.replace(" :", "\u00A0:")
                        .replace(" ;", "\u202F;")
                        .replace(" ?", "\u202F?")
                        .replace(" !", "\u202F!")
                        .replace("« ", "«\u00A0")
                        .replace(" »", "\u00A0»")
                : text;
    }

    /** One of two texts by the number: {@code KEY.one} or {@code KEY.many}. */
    static String counted(String key, long count, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Formats.number(count);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return text(key + (Formats.plural(count) ? ".many" : ".one"), arguments);
    }

    /** A millésime such as {@code 2026-03} in words; what is no month stays as it is. */
    static String vintage(String vintage) {
        try {
            YearMonth month = YearMonth.parse(vintage);
            return month.getMonth()
                            .getDisplayName(TextStyle.FULL, Texts.current().locale()) + "\u00A0" + month.getYear();
        } catch (DateTimeParseException e) {
            return vintage;
        }
    }

    /**
     * A direction in words, such as {@code sud-est}.
     *
     * @param azimuthDeg north 0, clockwise [°]
     */
    static String direction(double azimuthDeg) {
        return text("report.direction." + Math.floorMod(Math.round(azimuthDeg / 45), 8));
    }

    /** A direction with its angle, such as {@code sud-est (135°)}. */
    static String facing(double azimuthDeg) {
        return direction(azimuthDeg) + " (" + Math.floorMod(Math.round(azimuthDeg), 360) + "°)";
    }

    static boolean french() {
        return !Texts.current().locale().equals(Locale.ENGLISH);
    }

    /** For HTML text and attributes. */
    static String escape(String text) {
        return printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Somebody's words, cut to a length that fits in a table, escaped. */
    static String escape(String text, int longest) {
        return escape(cut(text, longest));
    }

    /** Somebody's words, harmless, without blanks around, cut to a length; not escaped. */
    static String cut(String text, int longest) {
        String printable = printable(text).strip();
        return printable.codePointCount(0, printable.length()) > longest
                ? printable.substring(0, printable.offsetByCodePoints(0, longest - 1)) + "…"
                : printable;
    }

    /** The name of a commune, cut to what fits in a title. */
    static String name(Commune commune) {
        return cut(commune.name(), 120);
    }

    /** What the fonts of a paper can show: other characters become U+FFFD, controls become spaces. */
    static String printable(String text) {
        return printable(text, c -> FONT.canDisplay(c) || Scripts.of(c).isPresent());
    }

    /** The same for words that are drawn on a picture, in one font. */
    static String drawn(String text) {
        return printable(text, FONT::canDisplay);
    }

    private static String printable(String text, IntPredicate shown) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(c -> !variation(c)).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                printable.append(' ');
            } else if (shown.test(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(REPLACEMENT);
            }
        });
        return printable.toString();
    }

    /** Asks for another look of the sign before: there is only one. */
    private static boolean variation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    /** For a string of a style sheet. */
    static String cssString(String text) {
        return "'" + printable(text).replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\3C ") + "'";
    }
}
