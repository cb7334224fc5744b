package fr.heliotoit.ui.model;

import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;

/** Orientations in words: the sixteen points of the compass. */
public final class Compass {
    private Compass() {}

    /**
     * {@code 205} gives {@code sud-sud-ouest, 205°}.
     *
     * @param azimuthDeg north 0, clockwise [°]
     */
    public static String words(double azimuthDeg) {
        int point = Math.floorMod(Math.round(azimuthDeg / 22.5), 16);
        return Texts.current().text("ui.compass." + point) + ", "
                + Formats.number(Math.floorMod(Math.round(azimuthDeg), 360)) + "°";
    }
}
