package fr.heliotoit.report;

/**
 * Arabic letters in the shapes that their neighbours ask for: Unicode's presentation forms B, which a font without its own rules for
 * shaping shows (Unicode 16, chapter 9.2 and the code chart U+FE70–FEFF).
 */
final class ArabicShapes {
    private static final char FIRST = 0x0621;
    private static final char TATWEEL = 0x0640;
    private static final char LAM = 0x0644;

    /** Isolated form of each letter from U+0621 on; 0 for what is no letter. The final form follows it, then the initial and the medial. */
    private static final int[] ISOLATED = {
        0xFE80, 0xFE81, 0xFE83, 0xFE85, 0xFE87, 0xFE89, 0xFE8D, 0xFE8F, 0xFE93, 0xFE95, 0xFE99, 0xFE9D, 0xFEA1, 0xFEA5,
        0xFEA9, 0xFEAB, 0xFEAD, 0xFEAF, 0xFEB1, 0xFEB5, 0xFEB9, 0xFEBD, 0xFEC1, 0xFEC5, 0xFEC9, 0xFECD, 0, 0, 0, 0, 0,
        0, 0xFED1, 0xFED5, 0xFED9, 0xFEDD, 0xFEE1, 0xFEE5, 0xFEE9, 0xFEED, 0xFEEF, 0xFEF1
    };

    /** Those that join on both sides; the others join to the letter before only. */
    private static final String BOTH =
            "\u0626\u0628\u062A\u062B\u062C\u062D\u062E\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063A"
                    + "\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u064A";

    private ArabicShapes() {}

    /** @param text in the order of reading */
    static String of(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int isolated = isolated(letter);
            if (isolated == 0) {
                shaped.append(letter);
                continue;
            }
            boolean before = joinsOn(text, neighbour(text, i, -1));
            int next = neighbour(text, i, 1);
            int ligature = letter == LAM && next == i + 1 ? lamAlef(text.charAt(next)) : 0;
            if (ligature != 0) {
                shaped.append((char) (ligature + (before ? 1 : 0)));
                i++;
                continue;
            }
            boolean after = BOTH.indexOf(letter) >= 0
                    && next >= 0
                    && (text.charAt(next) == TATWEEL || isolated(text.charAt(next)) != 0 && text.charAt(next) != FIRST);
            boolean joins = before && letter != FIRST;
            shaped.append((char) (isolated + (after ? joins ? 3 : 2 : joins ? 1 : 0)));
        }
        return shaped.toString();
    }

    /** The letter beside, over vowel signs, which do not count; −1 when there is none. */
    private static int neighbour(String text, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < text.length() && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
            i += step;
        }
        return i < text.length() ? i : -1;
    }

    /** Whether the letter at a place joins the one after it. */
    private static boolean joinsOn(String text, int at) {
        return at >= 0 && (text.charAt(at) == TATWEEL || BOTH.indexOf(text.charAt(at)) >= 0);
    }

    private static int isolated(char letter) {
        int index = letter - FIRST;
        return index >= 0 && index < ISOLATED.length ? ISOLATED[index] : 0;
    }

    private static int lamAlef(char alef) {
        return switch (alef) {
            case 0x0622 -> 0xFEF5;
            case 0x0623 -> 0xFEF7;
            case 0x0625 -> 0xFEF9;
            case 0x0627 -> 0xFEFB;
            default -> 0;
        };
    }
}
