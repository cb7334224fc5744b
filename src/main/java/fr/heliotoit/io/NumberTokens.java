package fr.heliotoit.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Words separated by blanks, read as numbers without making a string of each. A decimal comma counts as a point. */
final class NumberTokens {
    private static final int LONGEST = 64;
    private static final double[] POWERS_OF_TEN = new double[23];

    static {
        // Powers of ten up to 1e22 are exact doubles: a mantissa below 2^53 divided by one is the correctly rounded
        // number.
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private final byte[] word = new byte[LONGEST];
    private int length;
    private double number;

    NumberTokens(InputStream in) {
        this.in = in;
    }

    /** Moves to the next word; false at the end. */
    boolean next() throws IOException {
        length = 0;
        int b = read();
        while (b >= 0 && blank(b)) {
            b = read();
        }
        while (b >= 0 && !blank(b)) {
            if (length < LONGEST) {
                word[length++] = (byte) (b == ',' ? '.' : b);
            }
            b = read();
        }
        return length > 0;
    }

    boolean empty() {
        return length == 0;
    }

    String text() {
        return new String(word, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** The number that {@link #parse()} found. */
    double number() {
        return number;
    }

    /** Whether the word is a number; {@code nan} and {@code inf} are. */
    boolean parse() {
        if (length == LONGEST) {
            return false;
        }
        int i = length > 1 && (word[0] == '-' || word[0] == '+') ? 1 : 0;
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        for (; i < length; i++) {
            int d = word[i] - '0';
            if (d >= 0 && d <= 9) {
                mantissa = mantissa * 10 + d;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (word[i] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return parseSlowly();
            }
        }
        if (digits == 0 || digits > 15) {
            return parseSlowly();
        }
        double value = decimals > 0 ? mantissa / POWERS_OF_TEN[decimals] : mantissa;
        number = word[0] == '-' ? -value : value;
        return true;
    }

    private boolean parseSlowly() {
        String text = text().toLowerCase(Locale.ROOT);
        String bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (bare.startsWith("nan") || bare.startsWith("1.#") || bare.equals("-1.#ind")) {
            number = Double.NaN;
            return true;
        }
        if (bare.equals("inf") || bare.equals("infinity")) {
            number = text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            return true;
        }
        // Double.parseDouble also takes "1d", "1f" and hexadecimal, which are no numbers here.
        if (!bare.matches("(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
            return false;
        }
        number = Double.parseDouble(text);
        return true;
    }

    private static boolean blank(int b) {
        return b <= ' ' || b == 0xA0;
    }

    private int read() throws IOException {
        if (position == limit) {
            limit = in.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }
}
