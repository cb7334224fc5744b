package fr.heliotoit.render;

import java.awt.Graphics2D;
import java.util.function.BooleanSupplier;

/** Something drawn on a map; immutable, so that several threads may draw it. */
public interface MapLayer {
    /**
     * @param graphics in pixels of the view
     * @param cancelled polled every few hundred shapes; when true the layer returns at once, half drawn
     */
    void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled);
}
