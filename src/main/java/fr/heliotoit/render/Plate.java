package fr.heliotoit.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The light ground that words stand on over a map, so that they are read on any roof. */
final class Plate {
    /** Distance of overlays from the edges of the map [px]. */
    static final int MARGIN = 10;

    private static final Color GROUND = new Color(255, 255, 255, 225);
    private static final Color EDGE = new Color(0x8A, 0x8A, 0x8A);

    private Plate() {}

    static void paint(Graphics2D graphics, double x, double y, double width, double height) {
        Rectangle2D plate = new Rectangle2D.Double(x, y, width, height);
        graphics.setColor(GROUND);
        graphics.fill(plate);
        graphics.setStroke(RoofLayer.round(0.5f));
        graphics.setColor(EDGE);
        graphics.draw(plate);
    }
}
