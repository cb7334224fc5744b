package fr.heliotoit.ui.map;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape that somebody drew on the map.
 *
 * @param geometry an area in the project's CRS
 * @param ecql the condition that a building meets it
 */
public record DrawnShape(Geometry geometry, String ecql) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Corners in a quarter of a circle on the screen; the condition is exact. */
    private static final int QUARTER = 16;

    static DrawnShape box(Coordinate a, Coordinate b) {
        return inside((Polygon) FACTORY.toGeometry(new Envelope(a, b)));
    }

    /** @param corners at least three, not closed; where the line crosses itself the inside is what buffering by nothing says */
    static DrawnShape polygon(List<Coordinate> corners) {
        Coordinate[] ring = new Coordinate[corners.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = corners.get(i % corners.size());
        }
        Polygon drawn = FACTORY.createPolygon(ring);
        return inside(drawn.isValid() ? drawn : drawn.buffer(0));
    }

    /** What is no farther than a distance from a place. */
    public static DrawnShape around(Coordinate centre, double distanceM) {
        return new DrawnShape(
                FACTORY.createPoint(centre).buffer(distanceM, QUARTER),
                String.format(
                        Locale.ROOT, "DWITHIN(geom, POINT(%.2f %.2f), %.0f, meters)", centre.x, centre.y, distanceM));
    }

    private static DrawnShape inside(Geometry geometry) {
        return new DrawnShape(geometry, "INTERSECTS(geom, " + wkt(geometry) + ")");
    }

    /** To the centimetre: nobody draws finer. */
    private static String wkt(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            return "POLYGON" + rings(polygon);
        }
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.append(i == 0 ? "" : ", ").append(rings((Polygon) geometry.getGeometryN(i)));
        }
        return "MULTIPOLYGON(" + parts + ")";
    }

    private static String rings(Polygon polygon) {
        StringBuilder rings =
                new StringBuilder("(").append(ring(polygon.getExteriorRing().getCoordinates()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.append(", ").append(ring(polygon.getInteriorRingN(i).getCoordinates()));
        }
        return rings.append(")").toString();
    }

    private static String ring(Coordinate[] coordinates) {
        return java.util.Arrays.stream(coordinates)
                .map(c -> String.format(Locale.ROOT, "%.2f %.2f", c.x, c.y))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
