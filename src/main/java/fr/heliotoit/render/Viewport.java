package fr.heliotoit.render;

import java.awt.geom.AffineTransform;
import org.locationtech.jts.geom.Envelope;

/**
 * What part of the world is drawn where.
 *
 * @param centreX x of the middle [project CRS]
 * @param centreY y of the middle [project CRS]
 * @param metresPerPixel scale, positive
 * @param width pixels
 * @param height pixels
 */
public record Viewport(double centreX, double centreY, double metresPerPixel, int width, int height) {
    private static final double METRES_PER_PIXEL_ON_PAPER = 0.0254 / 96;

    public Viewport {
        if (!(metresPerPixel > 0 && Double.isFinite(metresPerPixel)) || width < 1 || height < 1) {
            throw new IllegalArgumentException(metresPerPixel + " m/px, " + width + " × " + height);
        }
    }

    /** The view that shows all of an extent with a margin of 5 %. */
    public static Viewport fitting(Envelope extent, int width, int height) {
        double scale = Math.max(extent.getWidth() / width, extent.getHeight() / height) * 1.1;
        return new Viewport(extent.centre().x, extent.centre().y, scale > 0 ? scale : 1, width, height);
    }

    /**
     * The scale as 1 : n, for a pixel of 1/96 inch (what screens and CSS call a pixel; paper is drawn in the same pixels, scaled).
     */
    public double scaleDenominator() {
        return metresPerPixel / METRES_PER_PIXEL_ON_PAPER;
    }

    public Envelope envelope() {
        double halfWidth = width * metresPerPixel / 2;
        double halfHeight = height * metresPerPixel / 2;
        return new Envelope(centreX - halfWidth, centreX + halfWidth, centreY - halfHeight, centreY + halfHeight);
    }

    public double pixelX(double x) {
        return (x - centreX) / metresPerPixel + width / 2.0;
    }

    public double pixelY(double y) {
        return (centreY - y) / metresPerPixel + height / 2.0;
    }

    public double worldX(double pixelX) {
        return centreX + (pixelX - width / 2.0) * metresPerPixel;
    }

    public double worldY(double pixelY) {
        return centreY - (pixelY - height / 2.0) * metresPerPixel;
    }

    /** World to pixels. */
    public AffineTransform transform() {
        double s = 1 / metresPerPixel;
        return new AffineTransform(s, 0, 0, -s, width / 2.0 - centreX * s, height / 2.0 + centreY * s);
    }
}
