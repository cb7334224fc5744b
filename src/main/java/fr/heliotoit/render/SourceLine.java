package fr.heliotoit.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where the data and the classes come from and of what date, along the lower edge of the map. What is too long for it goes on in two more lines; a
 * last ellipsis stands for what does not fit there either.
 */
public record SourceLine(String text) implements Overlay {
    private static final int SHORT = 37;
    private static final int TALLEST = 52;

    private static final int LINE = 15;
    private static final int PAD = 7;
    private static final int MOST_LINES = 3;
    private static final String BETWEEN = " · ";

    /** Room that a legend leaves below itself [px]: two lines, three when the colours come from many packs. */
    static int room(RoofStyle style) {
        return style.sources().size() > 1 ? TALLEST : SHORT;
    }

    @Override
    public Rectangle2D plate(Viewport view) {
        List<String> lines = lines(view);
        double widest = lines.stream().mapToDouble(SourceLine::width).max().orElse(0);
        double height = PAD + LINE * lines.size();
        return new Rectangle2D.Double(
                Plate.MARGIN, view.height() - Plate.MARGIN - height, Math.min(room(view), widest) + 16, height);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Rectangle2D plate = plate(view);
        Plate.paint(graphics, plate.getX(), plate.getY(), plate.getWidth(), plate.getHeight());
        graphics.setFont(MapFont.regular(11));
        graphics.setColor(Ink.DARK);
        double y = plate.getY();
        for (String line : lines(view)) {
            y += LINE;
            graphics.drawString(line, Plate.MARGIN + 8, (float) y);
        }
    }

    private static double room(Viewport view) {
        return view.width() - 2.0 * Plate.MARGIN - 16;
    }

    private List<String> lines(Viewport view) {
        double room = room(view);
        List<String> lines = new ArrayList<>(List.of(""));
        for (String part : text.split(BETWEEN, -1)) {
            String last = lines.getLast();
            String longer = last.isEmpty() ? part : last + BETWEEN + part;
            if (last.isEmpty() || width(longer) <= room || lines.size() == MOST_LINES) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(part);
            }
        }
        lines.replaceAll(line -> cut(line, room));
        return lines;
    }

    private static String cut(String line, double room) {
        if (width(line) <= room) {
            return line;
        }
        int end = line.length();
        while (end > 0 && width(line.substring(0, end) + "…") > room) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end) + "…";
    }

    private static double width(String line) {
        return Overlay.width(MapFont.regular(11), line);
    }
}
