package fr.heliotoit.app.validation;

import java.util.Arrays;
import java.util.Locale;

/** A Markdown page being written. In English with decimal points, as all of the site. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    Page heading(int level, String title) {
        text.append("#".repeat(level)).append(' ').append(title).append("\n\n");
        return this;
    }

    Page text(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append("\n\n");
        return this;
    }

    Page header(String... columns) {
        row((Object[]) columns);
        String[] rules = new String[columns.length];
        Arrays.fill(rules, "---");
        return row((Object[]) rules);
    }

    Page row(Object... cells) {
        text.append('|');
        for (Object cell : cells) {
            text.append(' ').append(cell).append(" |");
        }
        text.append('\n');
        return this;
    }

    Page end() {
        text.append('\n');
        return this;
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Few digits of a small number: {@code 3.2e-07}. */
    static String small(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
