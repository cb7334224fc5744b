package fr.heliotoit.render;

import fr.heliotoit.text.Formats;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;

/**
 * The legend of a raster: its ramp with the values of both ends, at the lower right of the map above the scale bar.
 *
 * @param title with the unit
 */
public record RampLegend(Ramp ramp, String title, double low, double high) implements Overlay {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 56;
    private static final int BELOW = 70;
    private static final int PAD = 8;

    @Override
    public Rectangle2D plate(Viewport view) {
        double width = Math.max(WIDTH, Overlay.width(MapFont.bold(11), title) + 2 * PAD);
        return new Rectangle2D.Double(
                view.width() - Plate.MARGIN - width, view.height() - Plate.MARGIN - BELOW - HEIGHT, width, HEIGHT);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Rectangle2D plate = plate(view);
        double x = plate.getX();
        double y = plate.getY();
        Plate.paint(graphics, x, y, plate.getWidth(), plate.getHeight());
        graphics.setColor(Ink.DARK);
        graphics.setFont(MapFont.bold(11));
        graphics.drawString(title, (float) x + PAD, (float) y + 16);
        double bar = plate.getWidth() - 2 * PAD;
        for (int i = 0; i < 100; i++) {
            graphics.setColor(ramp.colour(i / 99.0));
            graphics.fill(new Rectangle2D.Double(x + PAD + bar * i / 100, y + 22, bar / 100 + 0.5, 12));
        }
        graphics.setFont(MapFont.regular(11));
        graphics.setColor(Ink.DARK);
        FontMetrics metrics = graphics.getFontMetrics();
        String least = Formats.number(low, 0);
        String most = Formats.number(high, 0);
        graphics.drawString(least, (float) x + PAD, (float) y + 48);
        graphics.drawString(most, (float) (x + PAD + bar - metrics.stringWidth(most)), (float) y + 48);
    }
}
