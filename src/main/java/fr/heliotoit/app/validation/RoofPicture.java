package fr.heliotoit.app.validation;

import fr.heliotoit.roof.RoofFit;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** A drawing of a roof from above, its planes coloured by the side they face, with its modules: an SVG of a few kilobytes. */
final class RoofPicture {
    private static final double WIDTH = 640;

    /** North, east, south, west: cold to warm, told apart also without red or green. */
    private static final String[] SIDES = {"#b8cde0", "#e8d9a8", "#f0b060", "#d9c3dd"};

    private static final String FLAT = "#dddddd";

    private RoofPicture() {}

    /**
     * @param modules of all planes
     * @param title for readers who do not see the drawing
     */
    static String svg(RoofFit fit, Geometry footprint, List<Geometry> modules, String title) {
        Envelope box = footprint.getEnvelopeInternal();
        box.expandBy(2);
        double scale = WIDTH / box.getWidth();
        double height = box.getHeight() * scale + 24;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n<title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                height,
                title));
        path(svg, fit.rest(), box, scale, "fill=\"#8a8a8a\"");
        for (RoofFit.Piece piece : fit.pieces()) {
            String colour = piece.tiltDeg() <= 10 ? FLAT : SIDES[(int) Math.round(piece.azimuthDeg() / 90) % 4];
            path(svg, piece.outline(), box, scale, "fill=\"" + colour + "\" stroke=\"#333333\" stroke-width=\"1.5\"");
        }
        for (Geometry field : modules) {
            path(svg, field, box, scale, "fill=\"#16325c\" stroke=\"#ffffff\" stroke-width=\"0.7\"");
        }
        double bar = 10 * scale;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M8 %1$.1f h%2$.1f\" stroke=\"#333333\" stroke-width=\"3\"/>%n"
                        + "<text x=\"%3$.1f\" y=\"%4$.1f\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#333333\">10 m</text>%n</svg>%n",
                height - 10,
                bar,
                bar + 14,
                height - 5));
        return svg.toString();
    }

    private static void path(StringBuilder svg, Geometry polygons, Envelope box, double scale, String style) {
        StringBuilder d = new StringBuilder();
        for (int g = 0; g < polygons.getNumGeometries(); g++) {
            if (polygons.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                ring(d, polygon.getExteriorRing(), box, scale);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    ring(d, polygon.getInteriorRingN(h), box, scale);
                }
            }
        }
        if (!d.isEmpty()) {
            svg.append("<path fill-rule=\"evenodd\" ")
                    .append(style)
                    .append(" d=\"")
                    .append(d)
                    .append("\"/>\n");
        }
    }

    private static void ring(StringBuilder d, LineString ring, Envelope box, double scale) {
        Coordinate[] points = ring.getCoordinates();
        for (int i = 0; i < points.length - 1; i++) {
            d.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    i == 0 ? "M" : "L",
                    (points[i].x - box.getMinX()) * scale,
                    (box.getMaxY() - points[i].y) * scale));
        }
        d.append('Z');
    }
}
