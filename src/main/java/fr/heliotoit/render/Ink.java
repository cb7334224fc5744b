package fr.heliotoit.render;

import java.awt.Color;

/** Black or white, whichever is read better on a colour (contrast of WCAG 2.2, relative luminance). */
final class Ink {
    static final Color DARK = new Color(0x1A, 0x1A, 0x1A);

    private Ink() {}

    static Color on(Color ground) {
        return contrast(ground, Color.WHITE) > contrast(ground, DARK) ? Color.WHITE : DARK;
    }

    /** 1 (none) – 21 (black on white). */
    static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
