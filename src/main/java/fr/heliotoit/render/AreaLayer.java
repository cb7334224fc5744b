package fr.heliotoit.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Areas, lines and points of one kind: parcels, perimeters, car parks, the commune's limit, modules. */
public final class AreaLayer implements MapLayer {
    private static final int POLL = 256;
    private static final double POINT_PX = 9;
    /** Smaller than this it is not drawn: a commune's parcels seen from afar would be one blot [px]. */
    private static final double LEAST_PX = 2;

    private final STRtree tree = new STRtree();
    private final AreaStyle style;

    public AreaLayer(List<Geometry> geometries, AreaStyle style) {
        this.style = style;
        for (Geometry geometry : geometries) {
            tree.insert(geometry.getEnvelopeInternal(), geometry);
        }
        tree.build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        Envelope box = view.envelope();
        box.expandBy(POINT_PX * view.metresPerPixel());
        graphics.setStroke(style.stroke());
        int polled = 0;
        for (Geometry geometry : (List<Geometry>) tree.query(box)) {
            if (polled++ % POLL == 0 && cancelled.getAsBoolean()) {
                return;
            }
            Envelope envelope = geometry.getEnvelopeInternal();
            boolean small = Math.max(envelope.getWidth(), envelope.getHeight()) < LEAST_PX * view.metresPerPixel();
            if (!small || geometry instanceof Point) {
                draw(graphics, view, geometry);
            }
        }
    }

    private void draw(Graphics2D graphics, Viewport view, Geometry geometry) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        add(path, geometry, view);
        Color fill = style.fill();
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(path);
        }
        graphics.setColor(style.line());
        graphics.draw(path);
    }

    private static void add(Path2D path, Geometry geometry, Viewport view) {
        switch (geometry) {
            case Polygon polygon -> {
                ring(path, polygon.getExteriorRing().getCoordinates(), view);
                path.closePath();
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(path, polygon.getInteriorRingN(i).getCoordinates(), view);
                    path.closePath();
                }
            }
            case LineString line -> ring(path, line.getCoordinates(), view);
            case Point point ->
                path.append(
                        new Ellipse2D.Double(
                                view.pixelX(point.getX()) - POINT_PX / 2,
                                view.pixelY(point.getY()) - POINT_PX / 2,
                                POINT_PX,
                                POINT_PX),
                        false);
            default -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    add(path, geometry.getGeometryN(i), view);
                }
            }
        }
    }

    /** Vertices nearer than half a pixel to the one before are left out. */
    private static void ring(Path2D path, Coordinate[] coordinates, Viewport view) {
        double lastX = view.pixelX(coordinates[0].x);
        double lastY = view.pixelY(coordinates[0].y);
        path.moveTo(lastX, lastY);
        for (int i = 1; i < coordinates.length; i++) {
            double x = view.pixelX(coordinates[i].x);
            double y = view.pixelY(coordinates[i].y);
            if (Math.abs(x - lastX) + Math.abs(y - lastY) >= 0.5) {
                path.lineTo(x, y);
                lastX = x;
                lastY = y;
            }
        }
    }
}
