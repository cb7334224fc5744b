package fr.heliotoit.render;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Rising diagonal lines inside a polygon, cut at its edges by the even-odd rule: the same on screen and, as lines, in a PDF (patterns and
 * clips are neither fast on screen nor small on paper). The lines are fixed to the ground, so they meet across tiles and stay while
 * panning.
 */
final class Hatch {
    /** Distance of lines along x or y [px]. */
    private static final double SPACING = 6;

    private Hatch() {}

    /** In the colour and stroke set; rings as in {@link RoofIndex.Roof}. */
    static void paint(Graphics2D graphics, Viewport view, Envelope envelope, double[][] rings) {
        // A line is x − y = c on the ground; its crossings with the rings are sorted by x and joined in pairs.
        double step = SPACING * view.metresPerPixel();
        Envelope seen = view.envelope().intersection(envelope);
        if (seen.isNull()) {
            return;
        }
        long first = (long) Math.ceil((seen.getMinX() - seen.getMaxY()) / step);
        long last = (long) Math.floor((seen.getMaxX() - seen.getMinY()) / step);
        int edges = 0;
        for (double[] ring : rings) {
            edges += ring.length / 2;
        }
        double[] crossings = new double[edges];
        for (long k = first; k <= last; k++) {
            double c = k * step;
            int n = 0;
            for (double[] ring : rings) {
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    double a = ring[i] - ring[i + 1] - c;
                    double b = ring[i + 2] - ring[i + 3] - c;
                    if (a < 0 != b < 0) {
                        crossings[n++] = ring[i] + (ring[i + 2] - ring[i]) * a / (a - b);
                    }
                }
            }
            Arrays.sort(crossings, 0, n);
            for (int i = 0; i + 1 < n; i += 2) {
                graphics.draw(new Line2D.Double(
                        view.pixelX(crossings[i]),
                        view.pixelY(crossings[i] - c),
                        view.pixelX(crossings[i + 1]),
                        view.pixelY(crossings[i + 1] - c)));
            }
        }
    }
}
