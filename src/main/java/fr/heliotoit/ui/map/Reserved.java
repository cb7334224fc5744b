package fr.heliotoit.ui.map;

import fr.heliotoit.render.Overlay;
import fr.heliotoit.render.Viewport;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;

/** Where the buttons on the map are: nothing is painted there, but no roof shall be under them at first. */
record Reserved() implements Overlay {
    @Override
    public Rectangle2D plate(Viewport view) {
        double height = MapTools.SIZE * ShapeDrawing.Tool.values().length;
        return new Rectangle2D.Double(
                view.width() - MapTools.RIGHT - MapTools.SIZE, MapTools.TOP, MapTools.SIZE, height);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {}
}
