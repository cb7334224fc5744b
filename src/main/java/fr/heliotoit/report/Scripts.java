package fr.heliotoit.report;

import fr.heliotoit.render.MapFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Fonts for what names may hold beside Latin, Greek and Cyrillic letters; each is read only when something needs it. */
enum Scripts {
    HEBREW("NotoSansHebrew-Regular.ttf", "Noto Sans Hebrew", 0x0590, 0x05FF),
    ARABIC("NotoSansArabic-Regular.ttf", "Noto Sans Arabic", 0x0600, 0x06FF),
    /** In one colour, as the rest of the paper. */
    EMOJI("NotoEmoji-Regular.ttf", "Noto Emoji", 0x2190, 0x1FAFF);

    private final String file;
    private final String family;
    private final int first;
    private final int last;
    private final Supplier<Font> font;

    Scripts(String file, String family, int first, int last) {
        this.file = file;
        this.family = family;
        this.first = first;
        this.last = last;
        this.font = new Once(file);
    }

    /** The script that shows a character, which the font of the paper cannot show; empty when none can. */
    static Optional<Scripts> of(int codePoint) {
        return Arrays.stream(values()).filter(s -> s.shows(codePoint)).findFirst();
    }

    /** The families as they follow the paper's own in a style sheet, each after a comma. */
    static String families() {
        return Arrays.stream(values()).map(s -> ", '" + s.family + "'").collect(Collectors.joining());
    }

    boolean usedIn(String text) {
        return text.codePoints().anyMatch(this::shows);
    }

    String file() {
        return file;
    }

    String family() {
        return family;
    }

    private boolean shows(int codePoint) {
        return codePoint >= first && codePoint <= last && font.get().canDisplay(codePoint);
    }

    private static final class Once implements Supplier<Font> {
        private final String file;
        private volatile @org.jspecify.annotations.Nullable Font read;

        Once(String file) {
            this.file = file;
        }

        @Override
        public Font get() {
            Font known = read;
            if (known == null) {
                try (InputStream stream = MapFont.file(file)) {
                    known = Font.createFont(Font.TRUETYPE_FONT, stream);
                } catch (IOException | FontFormatException e) {
                    throw new IllegalStateException(file, e);
                }
                read = known;
            }
            return known;
        }
    }
}
