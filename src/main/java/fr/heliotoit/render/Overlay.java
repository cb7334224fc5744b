package fr.heliotoit.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/** A layer that stands on a plate over the map and does not move with it. */
public interface Overlay extends MapLayer {
    /** The part of the picture that it covers [px]. */
    Rectangle2D plate(Viewport view);

    /** Width of a text in any surface's pixels [px]. */
    static double width(Font font, String text) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }
}
