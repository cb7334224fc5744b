package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One condition of a filter: the filter's expression is all of its terms joined by AND, and every term has words for people. Chips and the
 * text of the expression are two views of the same thing.
 *
 * @param ecql the term as it stands in the expression
 */
public record FilterTerm(String ecql) {
    private static final String NAME = "(\\w+)";
    private static final String TEXT = "'((?:[^']|'')*)'";
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern COMPARE = pattern(NAME + "\\s*(=|<>|<=|>=|<|>)\\s*" + NUMBER);
    private static final Pattern EQUAL = pattern(NAME + "\\s*(=|<>)\\s*" + TEXT);
    private static final Pattern FLAG = pattern(NAME + "\\s*=\\s*(true|false)");
    private static final Pattern BETWEEN = pattern(NAME + "\\s+BETWEEN\\s+" + NUMBER + "\\s+AND\\s+" + NUMBER);
    private static final Pattern IN = pattern(NAME + "\\s+IN\\s*\\((.*)\\)");
    private static final Pattern NULL = pattern(NAME + "\\s+IS\\s+(NOT\\s+)?NULL");
    private static final Pattern LIKE = pattern(NAME + "\\s+I?LIKE\\s+'%((?:[^'%_]|'')*)%'");
    private static final Pattern INSIDE = pattern("(?:INTERSECTS|WITHIN)\\s*\\(.*");
    private static final Pattern NEAR = pattern("DWITHIN\\s*\\(.*,\\s*" + NUMBER + "\\s*,\\s*\\w+\\s*\\)");

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The terms of an expression: what ANDs join outside brackets, texts and BETWEEN. None of a blank one. */
    public static List<FilterTerm> split(String expression) {
        if (hasOr(expression)) {
            // An alternative of everything: it cannot be taken apart.
            return List.of(new FilterTerm(expression.strip()));
        }
        List<FilterTerm> terms = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        boolean between = false;
        int from = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && depth == 0 && wordAt(expression, i, "BETWEEN")) {
                between = true;
            } else if (!quoted && depth == 0 && wordAt(expression, i, "AND")) {
                if (between) {
                    between = false;
                } else {
                    terms.add(new FilterTerm(expression.substring(from, i).strip()));
                    from = i + 3;
                }
            }
        }
        terms.add(new FilterTerm(expression.substring(from).strip()));
        return terms.stream().filter(term -> !term.ecql().isEmpty()).toList();
    }

    /** The expression that these terms are of. */
    public static String join(List<FilterTerm> terms) {
        if (terms.size() == 1) {
            return terms.getFirst().ecql();
        }
        return terms.stream()
                .map(term -> hasOr(term.ecql()) ? "(" + term.ecql() + ")" : term.ecql())
                .collect(Collectors.joining(" AND "));
    }

    /** The attribute that a simple term is about. */
    public Optional<Attribute> attribute() {
        for (Pattern pattern : List.of(COMPARE, EQUAL, FLAG, BETWEEN, IN, NULL, LIKE)) {
            Matcher matcher = pattern.matcher(ecql);
            if (matcher.matches()) {
                return Attribute.named(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** In words: {@code Surface utile ≥ 100 m²}; the expression itself when it is more than words can say. */
    public String words() {
        if (INSIDE.matcher(ecql).matches()) {
            return t("chip.inside");
        }
        Matcher near = NEAR.matcher(ecql);
        if (near.matches()) {
            return t("chip.near", Formats.quantity(Double.parseDouble(near.group(1)), 0, "m"));
        }
        return attribute().map(this::words).orElse(ecql);
    }

    private String words(Attribute attribute) {
        String label = AttributeWords.label(attribute);
        Matcher m = COMPARE.matcher(ecql);
        if (m.matches()) {
            return label + " " + sign(m.group(2)) + " " + quantity(attribute, m.group(3));
        }
        m = BETWEEN.matcher(ecql);
        if (m.matches()) {
            return t("chip.between", label, number(attribute, m.group(2)), quantity(attribute, m.group(3)));
        }
        m = FLAG.matcher(ecql);
        if (m.matches()) {
            return t("chip.is", label, t(m.group(2).equalsIgnoreCase("true") ? "yes" : "no"));
        }
        m = EQUAL.matcher(ecql);
        if (m.matches()) {
            String value = AttributeWords.plain(attribute, m.group(3).replace("''", "'"));
            return t(m.group(2).equals("=") ? "chip.is" : "chip.isNot", label, value);
        }
        m = IN.matcher(ecql);
        if (m.matches()) {
            return t(
                    "chip.is",
                    label,
                    values(m.group(2)).stream()
                            .map(value -> AttributeWords.plain(attribute, value))
                            .collect(Collectors.joining(", ")));
        }
        m = LIKE.matcher(ecql);
        if (m.matches()) {
            return t("chip.contains", label, m.group(2).replace("''", "'"));
        }
        m = NULL.matcher(ecql);
        return m.matches() && m.group(2) != null ? t("chip.known", label) : t("chip.unknown", label);
    }

    /** The texts that a term names; none when it names none. */
    public List<String> texts() {
        Matcher equal = EQUAL.matcher(ecql);
        if (equal.matches()) {
            return List.of(equal.group(3).replace("''", "'"));
        }
        Matcher in = IN.matcher(ecql);
        return in.matches() ? values(in.group(2)) : List.of();
    }

    /** Of a list of texts, in ECQL: a comparison with one, or with several. */
    public static FilterTerm oneOf(Attribute attribute, List<String> texts) {
        String name = attribute.attributeName();
        List<String> quoted = texts.stream().map(FilterTerm::quote).toList();
        return new FilterTerm(
                quoted.size() == 1
                        ? name + " = " + quoted.getFirst()
                        : name + " IN (" + String.join(", ", quoted) + ")");
    }

    /** A text constant. */
    public static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        Matcher m = Pattern.compile(TEXT + "|" + NUMBER).matcher(list);
        while (m.find()) {
            values.add(m.group(1) != null ? m.group(1).replace("''", "'") : m.group(2));
        }
        return values;
    }

    private static String sign(String operator) {
        return switch (operator) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "<>" -> "≠";
            default -> operator;
        };
    }

    private static String number(Attribute attribute, String number) {
        double value = Double.parseDouble(number);
        return Formats.number(value, value == Math.rint(value) ? 0 : Math.max(1, attribute.decimals()));
    }

    private static String quantity(Attribute attribute, String number) {
        String unit = Formats.unit(attribute.unit());
        return number(attribute, number) + (unit.isEmpty() ? "" : unit.equals("°") ? unit : "\u00A0" + unit);
    }

    private static boolean hasOr(String ecql) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < ecql.length(); i++) {
            char c = ecql.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
            } else if (!quoted && depth == 0 && wordAt(ecql, i, "OR")) {
                return true;
            }
        }
        return false;
    }

    private static boolean wordAt(String text, int at, String word) {
        int end = at + word.length();
        return end <= text.length()
                && text.substring(at, end).toUpperCase(Locale.ROOT).equals(word)
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '_')
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '_');
    }
}
