package fr.heliotoit.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words as people type them: without accents, with a slip of the finger. */
public final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    /** Lower case, without accents; anything but letters and digits becomes one blank; œ and æ become oe and ae. */
    public static String fold(String text) {
        String simple = foldAscii(text);
        if (simple != null) {
            return simple;
        }
        String lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORD.matcher(plain).replaceAll(" ").strip();
    }

    /** Most texts of a large commune have no accents, and are folded ten times as fast; null when this one has. */
    private static @Nullable String foldAscii(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded[length++] = (char) (c + ('a' - 'A'));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                folded[length++] = c;
            } else if (c >= 128) {
                return null;
            } else if (length > 0 && folded[length - 1] != ' ') {
                folded[length++] = ' ';
            }
        }
        return new String(folded, 0, length > 0 && folded[length - 1] == ' ' ? length - 1 : length);
    }

    /**
     * The candidates nearest to what was typed, best first: those that only lack or add letters at the end before those with other
     * slips. A candidate with more than one slip in three letters is not like it at all and left out.
     */
    public static List<String> nearest(String typed, Collection<String> candidates, int limit) {
        String word = fold(typed);
        record Near(String candidate, int distance) {}
        return candidates.stream()
                .map(c -> new Near(c, likeness(word, fold(c))))
                .filter(near -> near.distance() < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
                .limit(limit)
                .map(Near::candidate)
                .toList();
    }

    private static int likeness(String word, String candidate) {
        if (word.length() < 2) {
            return Integer.MAX_VALUE;
        }
        if (word.length() >= 4
                && (candidate.startsWith(word) || word.startsWith(candidate) && candidate.length() >= 3)) {
            return word.equals(candidate) ? 0 : 1;
        }
        int allowed = Math.max(1, word.length() / 3);
        if (Math.abs(word.length() - candidate.length()) > allowed) {
            return Integer.MAX_VALUE;
        }
        int distance = distance(word, candidate);
        return distance <= allowed ? distance : Integer.MAX_VALUE;
    }

    /** Edits that turn one word into the other: a letter added, dropped, changed, or two neighbours swapped (Damerau 1964). */
    public static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
