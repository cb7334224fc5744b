package fr.heliotoit.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Outlines of geometries: the commune's limit, parcels, an area that somebody drew.
 *
 * @param widthPx width of the line [px]
 * @param dashed long dashes, for limits
 */
public record OutlineLayer(List<Geometry> geometries, Color colour, float widthPx, boolean dashed) implements MapLayer {
    public OutlineLayer {
        geometries = List.copyOf(geometries);
    }

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Envelope box = view.envelope();
        graphics.setColor(colour);
        graphics.setStroke(
                dashed
                        ? new BasicStroke(
                                widthPx, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {10, 3, 2, 3}, 0)
                        : RoofLayer.round(widthPx));
        int polled = 0;
        for (Geometry geometry : geometries) {
            if (polled++ % 256 == 0 && cancelled.getAsBoolean()) {
                return;
            }
            if (geometry.getEnvelopeInternal().intersects(box)) {
                Path2D.Double path = new Path2D.Double();
                add(path, geometry, view);
                graphics.draw(path);
            }
        }
    }

    private static void add(Path2D path, Geometry geometry, Viewport view) {
        switch (geometry) {
            case Polygon polygon -> {
                add(path, polygon.getExteriorRing(), view);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    add(path, polygon.getInteriorRingN(i), view);
                }
            }
            case LineString line -> {
                Coordinate[] coordinates = line.getCoordinates();
                for (int i = 0; i < coordinates.length; i++) {
                    double x = view.pixelX(coordinates[i].x);
                    double y = view.pixelY(coordinates[i].y);
                    if (i == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
            }
            default -> {
                for (int i = 0; i < geometry.getNumGeometries() && geometry.getNumGeometries() > 1; i++) {
                    add(path, geometry.getGeometryN(i), view);
                }
            }
        }
    }
}
