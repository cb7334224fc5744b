package fr.heliotoit.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The font of maps and reports, shipped with the product (Noto Sans, OFL-1.1), so that pictures are the same on every machine. */
public final class MapFont {
    private static final Font REGULAR = load("NotoSans-Regular.ttf");
    private static final Font BOLD = load("NotoSans-Bold.ttf");

    private MapFont() {}

    /** @param size in pixels of the view */
    public static Font regular(float size) {
        return REGULAR.deriveFont(size);
    }

    /** @param size in pixels of the view */
    public static Font bold(float size) {
        return BOLD.deriveFont(Font.BOLD, size);
    }

    /**
     * The font file itself, for embedding.
     *
     * @param name {@code NotoSans-Regular.ttf} or {@code NotoSans-Bold.ttf}
     */
    public static InputStream file(String name) {
        InputStream stream = MapFont.class.getResourceAsStream("fonts/" + name);
        if (stream == null) {
            throw new IllegalArgumentException("no font " + name);
        }
        return stream;
    }

    private static Font load(String name) {
        try (InputStream stream = file(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
