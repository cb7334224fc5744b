package fr.heliotoit.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;

/** Where north of the map's grid is: upwards, at the upper right of the map. */
public record NorthArrow() implements Overlay {
    @Override
    public Rectangle2D plate(Viewport view) {
        return new Rectangle2D.Double(view.width() - Plate.MARGIN - 30, Plate.MARGIN, 30, 46);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        double x = view.width() - Plate.MARGIN - 15;
        double y = Plate.MARGIN;
        Plate.paint(graphics, x - 15, y, 30, 46);
        Path2D.Double west = new Path2D.Double();
        west.moveTo(x, y + 16);
        west.lineTo(x - 8, y + 42);
        west.lineTo(x, y + 36);
        west.closePath();
        Path2D.Double east = new Path2D.Double();
        east.moveTo(x, y + 16);
        east.lineTo(x + 8, y + 42);
        east.lineTo(x, y + 36);
        east.closePath();
        graphics.setStroke(RoofLayer.round(0.75f));
        graphics.setColor(Color.WHITE);
        graphics.fill(east);
        graphics.setColor(Ink.DARK);
        graphics.fill(west);
        graphics.draw(west);
        graphics.draw(east);
        graphics.setFont(MapFont.bold(11));
        // N in French and in English
        graphics.drawString("N", (float) (x - graphics.getFontMetrics().stringWidth("N") / 2.0), (float) (y + 13));
    }
}
