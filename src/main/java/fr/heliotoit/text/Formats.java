package fr.heliotoit.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The one place that turns numbers and dates into words and back, in the current language. */
public final class Formats {
    private static final Pattern YEARS = Pattern.compile("\\bans?\\b");

    private Formats() {}

    /** {@code 1234567.8} with 0 decimals gives {@code 1 234 568} (U+202F between groups in French); NaN gives an em dash. */
    public static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "—";
        }
        return decimalFormat(decimals).format(value == 0 ? 0.0 : value);
    }

    public static String number(long value) {
        return number((double) value, 0);
    }

    /** A ratio as per cent: {@code 0.125} gives {@code 12,5 %} (no-break space before the sign in French). */
    public static String percent(double ratio, int decimals) {
        return number(100 * ratio, decimals) + (french() ? "\u00A0%" : "%");
    }

    /** A number with its unit, kept together by a no-break space: {@code 1 130 kWh/m²/an}. */
    public static String quantity(double value, int decimals, String unit) {
        return unit.isEmpty() ? number(value, decimals) : number(value, decimals) + "\u00A0" + unit(unit);
    }

    /** A unit as it is written in the reader's language: {@code kWh/kWc/an} is {@code kWh/kWp/yr} in English. */
    public static String unit(String french) {
        return french()
                ? french
                : YEARS.matcher(french)
                        .replaceAll("yr")
                        .replace("kWc", "kWp")
                        .replace("MWc", "MWp")
                        .replace("/Wc", "/Wp");
    }

    /** {@code 22 novembre 2026}. */
    public static String date(LocalDate date) {
        String text = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(french() ? Locale.FRANCE : Locale.UK)
                .format(date);
        // French counts the days of a month with cardinals but for the first.
        return french() && date.getDayOfMonth() == 1 ? text.replaceFirst("^1 ", "1er ") : text;
    }

    /** The French plural: 0 and 1 are singular; in English only 1 is. */
    public static boolean plural(double count) {
        return french() ? Math.abs(count) >= 2 : Math.abs(count) != 1;
    }

    /**
     * Reads a number typed or exported by a French or an English program: blanks of any kind (U+0020, U+00A0, U+202F) and apostrophes
     * between groups, comma or point as decimal sign. Empty when the text is not wholly a number: {@code 1.234,5} is, {@code 12abc}
     * is not. When both signs occur the last one is the decimal sign; one sign alone is always decimal.
     */
    public static OptionalDouble parse(String text) {
        String s = text.strip().replaceAll("[\\s\\u00A0\\u202F\\u2009'’]", "").replace('\u2212', '-');
        int comma = s.lastIndexOf(',');
        int point = s.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            s = comma > point ? s.replace(".", "").replace(',', '.') : s.replace(",", "");
        } else if (comma >= 0) {
            s = s.replace(',', '.');
        }
        if (!s.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(s);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static boolean french() {
        return !Texts.current().locale().equals(Locale.ENGLISH);
    }

    private static DecimalFormat decimalFormat(int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(french() ? Locale.FRANCE : Locale.UK);
        DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }
}
