package fr.heliotoit.ui.map;

import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.function.BooleanSupplier;

/**
 * A pin in the map, whose point is the place.
 *
 * @param x east [project CRS]
 * @param y north
 */
record PinLayer(double x, double y) implements MapLayer {
    private static final Color FILL = new Color(0xD6, 0x00, 0x6C);
    /** Round head and point, the point at the origin [px]. */
    private static final Path2D SHAPE = shape();

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        var pin = AffineTransform.getTranslateInstance(view.pixelX(x), view.pixelY(y))
                .createTransformedShape(SHAPE);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(pin);
        graphics.setColor(FILL);
        graphics.fill(pin);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(view.pixelX(x) - 4, view.pixelY(y) - 26, 8, 8));
    }

    private static Path2D shape() {
        Path2D pin = new Path2D.Double();
        pin.moveTo(0, 0);
        pin.curveTo(-3, -9, -11, -13, -11, -22);
        pin.curveTo(-11, -28, -6, -33, 0, -33);
        pin.curveTo(6, -33, 11, -28, 11, -22);
        pin.curveTo(11, -13, 3, -9, 0, 0);
        pin.closePath();
        return pin;
    }
}
