package fr.heliotoit.render;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.RoofIndex.Roof;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Roofs coloured by a style, with a dark outline; the mark of the style is written on them where there is room; without a figure they
 * are hatched.
 *
 * @param index shared by all layers that show the same buildings
 * @param selected identifiers of the buildings to highlight
 * @param only the buildings that a filter leaves, the others are pale; null when there is no filter
 */
public record RoofLayer(
        RoofIndex index,
        RoofStyle style,
        Set<String> selected,
        @Nullable Set<BuildingRecord> only) implements MapLayer {
    private static final Color LEFT_OUT = new Color(0xE4, 0xE1, 0xDA);
    private static final Color LEFT_OUT_EDGE = new Color(0xB4, 0xB0, 0xA8);

    private static final Color OUTLINE = new Color(0x26, 0x26, 0x26);
    private static final Color PAPER = Color.WHITE;
    /** Far from every colour of the ramps, for eyes of all kinds: it is told by its width too. */
    private static final Color HIGHLIGHT = new Color(0xD6, 0x00, 0x6C);

    private static final BasicStroke THIN = round(0.5f);
    /** Marks on all roofs that can hold one from this scale on, and on roofs this large at any scale. */
    private static final double MARK_SCALE = 1000;

    private static final double MARK_LARGE_PX = 26;
    private static final double MARK_SMALL_PX = 12;
    private static final int POLL = 256;
    /** Smaller roofs are rectangles without outline: nobody sees the difference, and a large commune is drawn ten times as fast [px]. */
    private static final double SMALL_PX = 3;

    /** Smaller roofs have no outline [px]. */
    private static final double OUTLINED_PX = 5;

    public RoofLayer {
        selected = Set.copyOf(selected);
    }

    public RoofLayer(RoofIndex index, RoofStyle style) {
        this(index, style, Set.of(), null);
    }

    public RoofLayer(RoofIndex index, RoofStyle style, Set<String> selected) {
        this(index, style, selected, null);
    }

    public RoofLayer withSelected(Set<String> ids) {
        return new RoofLayer(index, style, ids, only);
    }

    /** @param left what a filter leaves; used as it is, so that a set of many need not be copied */
    public RoofLayer withOnly(Set<BuildingRecord> left) {
        return new RoofLayer(index, style, selected, left);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Envelope box = view.envelope();
        // a digit or a highlight may reach over the edge of a tile
        box.expandBy(8 * view.metresPerPixel());
        List<Roof> roofs = index.roofs(box);
        List<Roof> highlighted = new ArrayList<>();
        // What the filter leaves out lies below what it leaves.
        for (int pass = only == null ? 1 : 0; pass < 2; pass++) {
            if (!paintSmall(graphics, view, roofs, pass == 1, cancelled)) {
                return;
            }
            for (int i = 0; i < roofs.size(); i++) {
                if (i % POLL == 0 && cancelled.getAsBoolean()) {
                    return;
                }
                Roof roof = roofs.get(i);
                if (!small(roof, view) && left(roof) == (pass == 1)) {
                    paintRoof(graphics, view, roof, pass == 1);
                }
                if (pass == 1
                        && !selected.isEmpty()
                        && selected.contains(roof.record().building().id())) {
                    highlighted.add(roof);
                }
            }
        }
        for (Roof roof : highlighted) {
            Path2D shape = shape(roof, view);
            graphics.setStroke(round(5));
            graphics.setColor(PAPER);
            graphics.draw(shape);
            graphics.setStroke(round(2.5f));
            graphics.setColor(HIGHLIGHT);
            graphics.draw(shape);
        }
        paintMarks(graphics, view, roofs, cancelled);
    }

    private boolean left(Roof roof) {
        return only == null || only.contains(roof.record());
    }

    private static boolean small(Roof roof, Viewport view) {
        double size = SMALL_PX * view.metresPerPixel();
        return roof.envelope().getWidth() < size && roof.envelope().getHeight() < size;
    }

    /**
     * Rectangles of whole pixels: without smoothing each takes a tenth of a microsecond.
     *
     * @return false when told to stop
     */
    private boolean paintSmall(
            Graphics2D graphics, Viewport view, List<Roof> roofs, boolean left, BooleanSupplier cancelled) {
        Graphics2D plain = (Graphics2D) graphics.create();
        plain.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int i = 0; i < roofs.size(); i++) {
            if (i % POLL == 0 && cancelled.getAsBoolean()) {
                plain.dispose();
                return false;
            }
            Roof roof = roofs.get(i);
            if (small(roof, view) && left(roof) == left) {
                Envelope box = roof.envelope();
                plain.setColor(left ? style.fill(roof.record()).orElse(Color.GRAY) : LEFT_OUT);
                plain.fillRect(
                        (int) Math.round(view.pixelX(box.getMinX())),
                        (int) Math.round(view.pixelY(box.getMaxY())),
                        Math.max(1, (int) Math.round(box.getWidth() / view.metresPerPixel())),
                        Math.max(1, (int) Math.round(box.getHeight() / view.metresPerPixel())));
            }
        }
        plain.dispose();
        return true;
    }

    private void paintRoof(Graphics2D graphics, Viewport view, Roof roof, boolean left) {
        Optional<Color> fill = left ? style.fill(roof.record()) : Optional.of(LEFT_OUT);
        double width = roof.envelope().getWidth() / view.metresPerPixel();
        double height = roof.envelope().getHeight() / view.metresPerPixel();
        Path2D shape = shape(roof, view);
        graphics.setColor(fill.orElse(PAPER));
        graphics.fill(shape);
        if (width < OUTLINED_PX && height < OUTLINED_PX && fill.isPresent()) {
            return;
        }
        graphics.setStroke(THIN);
        graphics.setColor(left ? OUTLINE : LEFT_OUT_EDGE);
        if (fill.isEmpty()) {
            Hatch.paint(graphics, view, roof.envelope(), roof.rings());
        }
        graphics.draw(shape);
    }

    private void paintMarks(Graphics2D graphics, Viewport view, List<Roof> roofs, BooleanSupplier cancelled) {
        double least = view.scaleDenominator() <= MARK_SCALE ? MARK_SMALL_PX : MARK_LARGE_PX;
        Font font = MapFont.bold(11);
        graphics.setFont(font);
        for (int i = 0; i < roofs.size(); i++) {
            if (i % POLL == 0 && cancelled.getAsBoolean()) {
                return;
            }
            Roof roof = roofs.get(i);
            double size = Math.min(roof.envelope().getWidth(), roof.envelope().getHeight()) / view.metresPerPixel();
            if (size < least || !left(roof)) {
                continue;
            }
            Optional<String> mark = style.mark(roof.record());
            Optional<Color> fill = style.fill(roof.record());
            if (mark.isPresent() && fill.isPresent()) {
                Coordinate middle = middle(roof);
                double width = graphics.getFontMetrics().stringWidth(mark.get());
                graphics.setColor(Ink.on(fill.get()));
                graphics.drawString(
                        mark.get(), (float) (view.pixelX(middle.x) - width / 2), (float) (view.pixelY(middle.y) + 4));
            }
        }
    }

    /** The middle of the roof when it lies inside, which looks best, else a point that surely does. */
    private static Coordinate middle(Roof roof) {
        var footprint = roof.record().building().footprint();
        var centroid = footprint.getCentroid();
        return footprint.intersects(centroid)
                ? centroid.getCoordinate()
                : footprint.getInteriorPoint().getCoordinate();
    }

    /** In pixels; vertices nearer than half a pixel to the one before are left out. */
    private static Path2D shape(Roof roof, Viewport view) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] ring : roof.rings()) {
            double lastX = view.pixelX(ring[0]);
            double lastY = view.pixelY(ring[1]);
            path.moveTo(lastX, lastY);
            for (int i = 2; i < ring.length - 2; i += 2) {
                double x = view.pixelX(ring[i]);
                double y = view.pixelY(ring[i + 1]);
                if (Math.abs(x - lastX) + Math.abs(y - lastY) >= 0.5) {
                    path.lineTo(x, y);
                    lastX = x;
                    lastY = y;
                }
            }
            path.closePath();
        }
        return path;
    }

    static BasicStroke round(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
