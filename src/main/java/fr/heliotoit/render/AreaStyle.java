package fr.heliotoit.render;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * How areas of one kind are drawn; kinds are told apart by width and dashes too, not by colour alone.
 *
 * @param label in the legend
 * @param fill null for none
 * @param widthPx of the line [px]
 * @param dash lengths of lines and gaps [px]; empty for a whole line
 */
public record AreaStyle(String label, @Nullable Color fill, Color line, float widthPx, Dash dash) {
    /** Patterns of lines. */
    public enum Dash {
        WHOLE,
        /** Long and short, for limits. */
        LIMIT(10, 3, 2, 3),
        SHORT(4, 3);

        private final float[] lengths;

        Dash(float... lengths) {
            this.lengths = lengths;
        }
    }

    BasicStroke stroke() {
        return dash.lengths.length == 0
                ? RoofLayer.round(widthPx)
                : new BasicStroke(widthPx, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash.lengths.clone(), 0);
    }
}
