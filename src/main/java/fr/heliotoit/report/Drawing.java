package fr.heliotoit.report;

import fr.heliotoit.render.MapPicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Something drawn on a page.
 *
 * @param width logical pixels of 1/96 inch
 * @param height the same
 * @param painter draws in those pixels
 */
record Drawing(int width, int height, Consumer<Graphics2D> painter) {
    static final String TYPE = "application/x-heliotoit-drawing";

    private static final double DOTS_PER_INCH = 200;

    /** A map: lines while they are few, else an image, so that the file stays small. */
    static Drawing map(MapPicture map, boolean lines) {
        if (lines) {
            return new Drawing(map.view().width(), map.view().height(), g -> map.paint(g, () -> false));
        }
        double ratio = DOTS_PER_INCH / 96;
        BufferedImage image = map.image(ratio);
        return new Drawing(map.view().width(), map.view().height(), g -> image(g, image, 1 / ratio));
    }

    /** The same in another size. */
    Drawing scaledTo(int newWidth) {
        double scale = (double) newWidth / width;
        return new Drawing(newWidth, (int) Math.round(height * scale), g -> {
            g.scale(scale, scale);
            painter.accept(g);
        });
    }

    /** An image as paper wants it. */
    static void image(Graphics2D g, BufferedImage image, double scale) {
        // PDF/A forbids images that ask to be smoothed
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
    }
}
