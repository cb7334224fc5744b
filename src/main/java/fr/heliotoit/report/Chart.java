package fr.heliotoit.report;

import fr.heliotoit.render.MapFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Plain bar charts. */
final class Chart {
    /**
     * @param label what the bar is
     * @param value its length, not negative
     * @param words the value in words, printed at its end
     */
    record Bar(String label, double value, String words, Color colour) {}

    /** Width of the page between its margins [px]. */
    static final int WIDTH = 657;

    private static final Color INK = new Color(0x1A, 0x1A, 0x1A);
    private static final Color AXIS = new Color(0x6B, 0x6B, 0x6B);

    private Chart() {}

    /** Bars to the right, one below the other. */
    static Drawing horizontal(List<Bar> bars) {
        int line = 24;
        Font font = MapFont.regular(11);
        double left =
                12 + bars.stream().mapToDouble(b -> width(font, b.label)).max().orElse(0);
        double right =
                12 + bars.stream().mapToDouble(b -> width(font, b.words)).max().orElse(0);
        return new Drawing(WIDTH, bars.size() * line + 4, g -> {
            double longest = longest(bars);
            double room = WIDTH - left - right;
            g.setFont(font);
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                double top = 2 + i * line;
                double length = room * bar.value / longest;
                g.setColor(INK);
                g.drawString(bar.label, 0, (float) top + 15);
                box(g, left, top + 2, length, line - 6, bar.colour);
                g.setColor(INK);
                g.drawString(bar.words, (float) (left + length + 6), (float) top + 15);
            }
            axis(g, left, 0, left, bars.size() * line + 4);
        });
    }

    /** Bars upwards, side by side. */
    static Drawing vertical(List<Bar> bars, int width, int height, int fontSize) {
        return new Drawing(width, height, g -> vertical(g, bars, width, height, fontSize));
    }

    /** The same on any surface, from its upper left corner. */
    static void vertical(Graphics2D g, List<Bar> bars, int width, int height, int fontSize) {
        double longest = longest(bars);
        double step = (double) width / bars.size();
        double floor = height - 2.0 * fontSize;
        g.setFont(MapFont.regular(fontSize));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double length = (floor - 1.8 * fontSize) * bar.value / longest;
            double middle = (i + 0.5) * step;
            box(g, middle - 0.36 * step, floor - length, 0.72 * step, length, bar.colour);
            g.setColor(INK);
            centred(g, bar.words, middle, floor - length - 0.45 * fontSize);
            centred(g, bar.label, middle, height - 0.55 * fontSize);
        }
        axis(g, 0, floor, width, floor);
    }

    private static double width(Font font, String words) {
        return font.getStringBounds(words, new FontRenderContext(null, true, true))
                .getWidth();
    }

    private static double longest(List<Bar> bars) {
        double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        return longest > 0 ? longest : 1;
    }

    private static void box(Graphics2D g, double x, double y, double width, double height, Color colour) {
        if (width <= 0 || height <= 0) {
            return;
        }
        Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
        g.setColor(colour);
        g.fill(box);
        g.setStroke(new BasicStroke(0.5f));
        g.setColor(INK);
        g.draw(box);
    }

    private static void axis(Graphics2D g, double x1, double y1, double x2, double y2) {
        g.setStroke(new BasicStroke(0.75f));
        g.setColor(AXIS);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void centred(Graphics2D g, String words, double x, double y) {
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(words, (float) (x - metrics.stringWidth(words) / 2.0), (float) y);
    }
}
