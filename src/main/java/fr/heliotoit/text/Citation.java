package fr.heliotoit.text;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a data pack is cited: its name and dates, with « périmé » and « à vérifier » where that is so. A project keeps citations in the
 * language in which they were made; they are read again in the language of the reader.
 *
 * @param to last day of validity; null while there is none
 */
public record Citation(
        String name, LocalDate from, @Nullable LocalDate to, boolean expired, boolean unverified) {
    private static final Pattern YEAR = Pattern.compile("\\b20\\d\\d\\b");

    /** In the current language. */
    public String words() {
        Texts texts = Texts.current();
        String dates = to == null
                ? texts.text("rules.cite.since", Formats.date(from))
                : texts.text("rules.cite.between", Formats.date(from), Formats.date(to));
        return texts.text("rules.cite.pack", name, dates)
                + (expired ? texts.text("rules.cite.expired") : "")
                + (unverified ? texts.text("rules.cite.unverified") : "");
    }

    /** What was cited, in the current language; as it is when it cites no pack. */
    public static String translated(String cited) {
        return read(cited).map(Citation::words).orElse(cited);
    }

    /** The name of a pack that was cited, with its year, and whether it has expired: for a map, which many whole dates would cover. */
    public static String brief(String cited) {
        return read(cited)
                .map(c -> (YEAR.matcher(c.name()).find()
                                ? c.name()
                                : c.name() + ", " + c.from().getYear())
                        + (c.expired() ? Texts.current().text("rules.cite.expired") : ""))
                .orElse(cited);
    }

    /** The names of those packs that had expired when they were cited. */
    public static List<String> expired(List<String> cited) {
        return cited.stream()
                .flatMap(c -> read(c).stream())
                .filter(Citation::expired)
                .map(Citation::name)
                .toList();
    }

    private static Optional<Citation> read(String cited) {
        return List.of(Locale.FRENCH, Locale.ENGLISH).stream()
                .flatMap(language -> read(cited, language).stream())
                .findFirst();
    }

    private static Optional<Citation> read(String cited, Locale language) {
        Texts texts = Texts.of(language);
        String rest = cited;
        boolean unverified = rest.endsWith(texts.text("rules.cite.unverified"));
        if (unverified) {
            rest = before(rest, texts.text("rules.cite.unverified"));
        }
        boolean expired = rest.endsWith(texts.text("rules.cite.expired"));
        if (expired) {
            rest = before(rest, texts.text("rules.cite.expired"));
        }
        // A name may have brackets of its own.
        int open = rest.lastIndexOf(" (");
        if (open < 0 || !rest.endsWith(")")) {
            return Optional.empty();
        }
        String dates = rest.substring(open + 2, rest.length() - 1);
        try {
            for (String key : List.of("rules.cite.between", "rules.cite.since")) {
                MessageFormat pattern = new MessageFormat(texts.text(key).replace("'", "''"), language);
                Object[] days = pattern.parse(dates, new ParsePosition(0));
                if (days != null && pattern.format(days).equals(dates)) {
                    return Optional.of(new Citation(
                            rest.substring(0, open),
                            day(String.valueOf(days[0]), language),
                            days.length > 1 ? day(String.valueOf(days[1]), language) : null,
                            expired,
                            unverified));
                }
            }
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String before(String text, String end) {
        return text.substring(0, text.length() - end.length());
    }

    private static LocalDate day(String text, Locale language) {
        return LocalDate.parse(text.replaceFirst("^1er ", "1 "), DateTimeFormatter.ofPattern("d MMMM uuuu", language));
    }
}
