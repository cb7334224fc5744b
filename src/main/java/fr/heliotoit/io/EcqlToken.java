package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a query expression.
 *
 * @param text as typed
 * @param at index of its first character
 */
record EcqlToken(Kind kind, String text, int at) {
    enum Kind {
        WORD,
        /** A name between double quotes. */
        QUOTED,
        /** Between apostrophes. */
        STRING,
        /** A number or a date. */
        NUMBER,
        SYMBOL
    }

    /** Numbers may begin with a sign in the grammar; here the sign is a symbol of its own. */
    private static final Pattern PIECE = Pattern.compile("(?<STRING>'(?:[^']++|'')*+')"
            + "|(?<QUOTED>\"[^\"]*\")"
            + "|(?<NUMBER>\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+Z?)?|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "|(?<WORD>[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*)"
            + "|(?<SYMBOL><>|<=|>=|==|!=|[-+*/=<>(),\\[\\]])"
            + "|\\s+");

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    int end() {
        return at + text.length();
    }

    /** @throws Failure at the first character that belongs to no piece */
    static List<EcqlToken> scan(String expression) throws Failure {
        List<EcqlToken> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.region(at, expression.length()).lookingAt()) {
                throw strange(expression, at);
            }
            for (Kind kind : Kind.values()) {
                String text = matcher.group(kind.name());
                if (text != null) {
                    tokens.add(new EcqlToken(kind, text, at));
                }
            }
            at = matcher.end();
        }
        return tokens;
    }

    private static Failure strange(String expression, int at) {
        char c = expression.charAt(at);
        if (c == '\'' || c == '"') {
            return EcqlFailure.at(expression, at, "io.ecql.unclosed", String.valueOf(c));
        }
        String quotes = "’‘“”«»`";
        return quotes.indexOf(c) >= 0
                ? EcqlFailure.at(expression, at, "io.ecql.quotes", String.valueOf(c))
                : EcqlFailure.at(
                        expression,
                        at,
                        "io.ecql.character",
                        expression.substring(at, expression.offsetByCodePoints(at, 1)));
    }
}
