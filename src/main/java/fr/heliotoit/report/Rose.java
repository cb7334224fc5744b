package fr.heliotoit.report;

import fr.heliotoit.render.MapFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.util.List;

/** Shares by direction: eight petals whose areas stand for the values. */
final class Rose {
    private static final int SIZE = 250;
    private static final Color INK = new Color(0x1A, 0x1A, 0x1A);
    private static final Color GRID = new Color(0xC8, 0xC8, 0xC8);

    private Rose() {}

    /**
     * @param values for north, north-east … north-west; not negative
     * @param names short names of the eight directions
     */
    static Drawing of(double[] values, List<String> names, Color colour) {
        return new Drawing(SIZE, SIZE, g -> {
            double middle = SIZE / 2.0;
            double longest = middle - 24;
            double most = 1e-9;
            for (double value : values) {
                most = Math.max(most, value);
            }
            g.setStroke(new BasicStroke(0.5f));
            g.setColor(GRID);
            for (double share : new double[] {0.5, 1}) {
                double radius = longest * Math.sqrt(share);
                g.draw(new Ellipse2D.Double(middle - radius, middle - radius, 2 * radius, 2 * radius));
            }
            g.setFont(MapFont.bold(11));
            for (int i = 0; i < values.length; i++) {
                double radius = longest * Math.sqrt(values[i] / most);
                // arcs count from east, anticlockwise
                Arc2D petal = new Arc2D.Double(
                        middle - radius, middle - radius, 2 * radius, 2 * radius, 90 - 45.0 * i - 20, 40, Arc2D.PIE);
                if (radius > 0) {
                    g.setColor(colour);
                    g.fill(petal);
                    g.setColor(INK);
                    g.draw(petal);
                }
                double angle = Math.toRadians(45.0 * i);
                double x = middle + (longest + 13) * Math.sin(angle);
                double y = middle - (longest + 13) * Math.cos(angle);
                g.setColor(INK);
                g.drawString(
                        names.get(i), (float) (x - g.getFontMetrics().stringWidth(names.get(i)) / 2.0), (float) y + 4);
            }
        });
    }
}
