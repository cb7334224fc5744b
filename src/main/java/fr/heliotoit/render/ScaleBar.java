package fr.heliotoit.render;

import fr.heliotoit.text.Formats;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;

/**
 * A bar of a round length (1, 2 or 5 × a power of ten), at the lower right of the map.
 *
 * @param below room left under it [px]
 */
public record ScaleBar(int below) implements Overlay {
    /** Height of its plate [px]. */
    public static final int HEIGHT = 34;

    private static final double LONGEST_PX = 160;
    private static final int PAD = 8;
    /** Height of the source line. */
    private static final int SOURCE_LINE = 26;

    /** Above the source line. */
    public ScaleBar() {
        this(SOURCE_LINE);
    }

    /** The longest round length that takes no more than {@value #LONGEST_PX} pixels [m]. */
    static double lengthM(double metresPerPixel) {
        double longest = LONGEST_PX * metresPerPixel;
        double power = Math.pow(10, Math.floor(Math.log10(longest)));
        // a hair of tolerance, so that 160 px at 1 m/px never misses by rounding
        for (double step : new double[] {5, 2}) {
            if (step * power <= longest * (1 + 1e-12)) {
                return step * power;
            }
        }
        return power;
    }

    /** {@code 50 m}, {@code 2 km}, {@code 0,5 m}. */
    static String label(double lengthM) {
        return lengthM >= 1000
                ? Formats.quantity(lengthM / 1000, 0, "km")
                : Formats.quantity(lengthM, lengthM < 1 ? (int) Math.ceil(-Math.log10(lengthM) - 1e-9) : 0, "m");
    }

    @Override
    public Rectangle2D plate(Viewport view) {
        double length = lengthM(view.metresPerPixel());
        double words = Overlay.width(MapFont.regular(11), Formats.number(0))
                + Overlay.width(MapFont.regular(11), label(length));
        double width = length / view.metresPerPixel() + words / 2 + 2 * PAD;
        return new Rectangle2D.Double(
                view.width() - Plate.MARGIN - width, view.height() - Plate.MARGIN - below - HEIGHT, width, HEIGHT);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        double length = lengthM(view.metresPerPixel());
        double bar = length / view.metresPerPixel();
        graphics.setFont(MapFont.regular(11));
        FontMetrics metrics = graphics.getFontMetrics();
        String zero = Formats.number(0);
        String label = label(length);
        double width = bar + metrics.stringWidth(zero) / 2.0 + metrics.stringWidth(label) / 2.0 + 2 * PAD;
        double x = view.width() - Plate.MARGIN - width;
        double y = view.height() - Plate.MARGIN - below - HEIGHT;
        Plate.paint(graphics, x, y, width, HEIGHT);
        double left = x + PAD + metrics.stringWidth(zero) / 2.0;
        double top = y + 20;
        graphics.setColor(Ink.DARK);
        graphics.drawString(zero, (float) (left - metrics.stringWidth(zero) / 2.0), (float) (y + 14));
        graphics.drawString(label, (float) (left + bar - metrics.stringWidth(label) / 2.0), (float) (y + 14));
        graphics.fill(new Rectangle2D.Double(left, top, bar / 2, 6));
        graphics.setStroke(RoofLayer.round(0.75f));
        graphics.draw(new Rectangle2D.Double(left, top, bar, 6));
    }
}
