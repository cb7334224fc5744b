package fr.heliotoit.render;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;

/** Where the data come from and of what date, along the lower edge of the map; cut with an ellipsis when too long. */
public record SourceLine(String text) implements Overlay {
    private static final int HEIGHT = 22;

    @Override
    public Rectangle2D plate(Viewport view) {
        double room = view.width() - 2.0 * Plate.MARGIN;
        return new Rectangle2D.Double(
                Plate.MARGIN,
                view.height() - Plate.MARGIN - HEIGHT,
                Math.min(room, Overlay.width(MapFont.regular(11), text) + 16),
                HEIGHT);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        graphics.setFont(MapFont.regular(11));
        FontMetrics metrics = graphics.getFontMetrics();
        double room = view.width() - 2.0 * Plate.MARGIN - 16;
        String shown = text;
        if (metrics.stringWidth(shown) > room) {
            int end = shown.length();
            while (end > 0 && metrics.stringWidth(shown.substring(0, end) + "…") > room) {
                end = shown.offsetByCodePoints(end, -1);
            }
            shown = shown.substring(0, end) + "…";
        }
        double y = view.height() - Plate.MARGIN - HEIGHT;
        Plate.paint(graphics, Plate.MARGIN, y, metrics.stringWidth(shown) + 16.0, HEIGHT);
        graphics.setColor(Ink.DARK);
        graphics.drawString(shown, Plate.MARGIN + 8, (float) (y + 15));
    }
}
