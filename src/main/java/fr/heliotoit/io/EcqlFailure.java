package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in an expression, and where: a sentence, then the place with a caret under it. */
final class EcqlFailure {
    private static final int AROUND = 40;

    private EcqlFailure() {}

    /**
     * @param at index of the character meant; the length of the expression for its end
     * @param key a text whose arguments 0 and 1 are the position and the excerpt, then those given
     */
    static Failure at(String expression, int at, String key, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(at + 1, excerpt(expression, at)));
        all.addAll(List.of(arguments));
        return new Failure(new Message(key, all));
    }

    /** Two lines: the surroundings and a caret under the place. */
    static String excerpt(String expression, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(expression.length(), at + AROUND);
        String before = (from > 0 ? "…" : "") + expression.substring(from, at);
        String line = before + expression.substring(at, to) + (to < expression.length() ? "…" : "");
        return "\n  " + line + "\n  " + " ".repeat(before.length()) + "^";
    }
}
