package fr.heliotoit.render;

import java.awt.Color;

/** Black or white, whichever is read better on a colour (contrast of WCAG 2.2, relative luminance). */
public final class Ink {
    public static final Color DARK = new Color(0x1A, 0x1A, 0x1A);

    private Ink() {}

    public static Color on(Color ground) {
        return contrast(ground, Color.WHITE) > contrast(ground, DARK) ? Color.WHITE : DARK;
    }

    /** Contrast of two colours: 1 (none) – 21 (black on white). */
    public static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /** The colour itself when it is read well on a ground, else the nearest darker one (lighter on a dark ground) that is. */
    public static Color readable(Color colour, Color ground, double leastContrast) {
        Color end = on(ground).equals(Color.WHITE) ? Color.WHITE : Color.BLACK;
        for (int step = 0; step <= 100; step++) {
            Color mixed = mix(colour, end, step / 100.0);
            if (contrast(mixed, ground) >= leastContrast) {
                return mixed;
            }
        }
        return end;
    }

    /** @param share of the second colour, 0–1 */
    public static Color mix(Color first, Color second, double share) {
        return new Color(
                (int) Math.round(first.getRed() * (1 - share) + second.getRed() * share),
                (int) Math.round(first.getGreen() * (1 - share) + second.getGreen() * share),
                (int) Math.round(first.getBlue() * (1 - share) + second.getBlue() * share));
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
