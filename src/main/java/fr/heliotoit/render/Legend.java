package fr.heliotoit.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Envelope;

/**
 * The legend of a style of roofs, at the lower left of the map.
 *
 * @param areas other things that the map shows, below
 */
public record Legend(RoofStyle style, List<AreaStyle> areas) implements Overlay {
    private static final int LINE = 18;
    private static final int SWATCH = 22;
    private static final int PAD = 8;
    private static final int GAP = 4;

    public Legend {
        areas = List.copyOf(areas);
    }

    public Legend(RoofStyle style) {
        this(style, List.of());
    }

    /** From the lower edge of the map to the top of the legend [px]. */
    static int heightOf(RoofStyle style) {
        return LINE * (style.entries().size() + 2) + PAD + Plate.MARGIN + SourceLine.room(style) + GAP;
    }

    @Override
    public Rectangle2D plate(Viewport view) {
        Font regular = MapFont.regular(11);
        List<RoofStyle.Entry> entries = style.entries();
        double width = Math.max(
                Overlay.width(MapFont.bold(11), style.title()), SWATCH + 6 + Overlay.width(regular, style.unknown()));
        for (RoofStyle.Entry entry : entries) {
            width = Math.max(width, SWATCH + 6 + Overlay.width(regular, entry.label()));
        }
        for (AreaStyle area : areas) {
            width = Math.max(width, SWATCH + 6 + Overlay.width(regular, area.label()));
        }
        double height = LINE * (entries.size() + 2 + areas.size()) + PAD;
        return new Rectangle2D.Double(
                Plate.MARGIN,
                view.height() - Plate.MARGIN - SourceLine.room(style) - GAP - height,
                width + 2 * PAD,
                height);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Font bold = MapFont.bold(11);
        Font regular = MapFont.regular(11);
        List<RoofStyle.Entry> entries = style.entries();
        String unknown = style.unknown();
        Rectangle2D plate = plate(view);
        double x = plate.getX();
        double y = plate.getY();
        Plate.paint(graphics, x, y, plate.getWidth(), plate.getHeight());
        double line = y + LINE - 2;
        graphics.setColor(Ink.DARK);
        graphics.setFont(bold);
        graphics.drawString(style.title(), (float) x + PAD, (float) line);
        for (RoofStyle.Entry entry : entries) {
            line += LINE;
            Rectangle2D swatch = new Rectangle2D.Double(x + PAD, line - 11, SWATCH, 14);
            swatch(graphics, swatch, entry.colour());
            graphics.setFont(bold);
            graphics.setColor(Ink.on(entry.colour()));
            float middle =
                    (float) (swatch.getCenterX() - graphics.getFontMetrics().stringWidth(entry.mark()) / 2.0);
            graphics.drawString(entry.mark(), middle, (float) line);
            label(graphics, regular, entry.label(), x, line);
        }
        line += LINE;
        Rectangle2D swatch = new Rectangle2D.Double(x + PAD, line - 11, SWATCH, 14);
        swatch(graphics, swatch, Color.WHITE);
        hatch(graphics, swatch);
        label(graphics, regular, unknown, x, line);
        for (AreaStyle area : areas) {
            line += LINE;
            Rectangle2D sample = new Rectangle2D.Double(x + PAD, line - 11, SWATCH, 14);
            Color fill = area.fill();
            if (fill != null) {
                graphics.setColor(fill);
                graphics.fill(sample);
            }
            graphics.setColor(area.line());
            graphics.setStroke(area.stroke());
            graphics.draw(sample);
            label(graphics, regular, area.label(), x, line);
        }
    }

    private static void label(Graphics2D graphics, Font font, String label, double x, double line) {
        graphics.setFont(font);
        graphics.setColor(Ink.DARK);
        graphics.drawString(label, (float) x + PAD + SWATCH + 6, (float) line);
    }

    private static void swatch(Graphics2D graphics, Rectangle2D swatch, Color colour) {
        graphics.setColor(colour);
        graphics.fill(swatch);
        graphics.setStroke(RoofLayer.round(0.5f));
        graphics.setColor(Ink.DARK);
        graphics.draw(swatch);
    }

    /** Draws the hatch of roofs without a figure into a swatch. */
    static void hatch(Graphics2D graphics, Rectangle2D swatch) {
        // a world whose metres are pixels, y upwards
        Viewport pixels = new Viewport(
                swatch.getMaxX(), -swatch.getMaxY(), 1, (int) (2 * swatch.getMaxX()), (int) (2 * swatch.getMaxY()));
        double west = pixels.worldX(swatch.getMinX());
        double east = pixels.worldX(swatch.getMaxX());
        double north = pixels.worldY(swatch.getMinY());
        double south = pixels.worldY(swatch.getMaxY());
        double[] ring = {west, north, east, north, east, south, west, south, west, north};
        Hatch.paint(graphics, pixels, new Envelope(west, east, south, north), new double[][] {ring});
    }
}
