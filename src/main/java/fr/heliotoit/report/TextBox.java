package fr.heliotoit.report;

import fr.heliotoit.render.MapFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Words inside a rectangle: as large as they may be, smaller when they would not fit, lines broken at plain spaces.
 *
 * @param size font size to begin with [px]
 */
record TextBox(double x, double y, double width, double height, float size, boolean bold, boolean centred) {
    private static final float SMALLEST = 8;
    private static final double LINE = 1.25;

    /** @return y below the last line */
    double draw(Graphics2D graphics, String words, Color colour) {
        graphics.setColor(colour);
        for (float s = size; ; s *= 0.94f) {
            Font font = bold ? MapFont.bold(s) : MapFont.regular(s);
            graphics.setFont(font);
            FontMetrics metrics = graphics.getFontMetrics();
            List<String> lines = lines(Words.drawn(words), metrics);
            boolean fits =
                    lines.size() * s * LINE <= height && lines.stream().allMatch(l -> metrics.stringWidth(l) <= width);
            if (fits || s < SMALLEST) {
                double line = y + s;
                for (String text : lines) {
                    if (line > y + height + s * 0.3) {
                        break;
                    }
                    double left = centred ? x + (width - metrics.stringWidth(text)) / 2 : x;
                    graphics.drawString(text, (float) left, (float) line);
                    line += s * LINE;
                }
                return line - s + s * 0.3;
            }
        }
    }

    private List<String> lines(String words, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" +")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
