package fr.heliotoit.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Zones as a GeoJSON FeatureCollection (RFC 7946): WGS 84, longitude first, outer rings counter-clockwise, 7 decimals. */
public final class ZoneWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ZoneWriter() {}

    /**
     * A zone.
     *
     * @param polygon polygon or multipolygon
     * @param properties texts, numbers and lists, in the order of the map
     */
    public record Zone(Geometry polygon, Map<String, Object> properties) {}

    /**
     * @param crs of the polygons
     * @param about members of the collection itself, such as the packs that values come from
     */
    public static void write(List<Zone> zones, Crs crs, Map<String, Object> about, OutputStream out)
            throws IOException, Failure {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("type", "FeatureCollection");
        about.forEach((name, value) -> root.set(name, MAPPER.valueToTree(value)));
        ArrayNode features = root.putArray("features");
        for (Zone zone : zones) {
            ObjectNode feature = features.addObject();
            feature.put("type", "Feature");
            ObjectNode properties = feature.putObject("properties");
            zone.properties().forEach((name, value) -> properties.set(name, MAPPER.valueToTree(value)));
            geometry(feature.putObject("geometry"), crs.transform(zone.polygon(), Crs.WGS84));
        }
        out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    private static void geometry(ObjectNode node, Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            node.put("type", "Polygon");
            rings(node.putArray("coordinates"), polygon);
            return;
        }
        MultiPolygon all = (MultiPolygon) geometry;
        node.put("type", "MultiPolygon");
        ArrayNode parts = node.putArray("coordinates");
        for (int i = 0; i < all.getNumGeometries(); i++) {
            rings(parts.addArray(), (Polygon) all.getGeometryN(i));
        }
    }

    private static void rings(ArrayNode node, Polygon polygon) {
        ring(node.addArray(), polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(node.addArray(), polygon.getInteriorRingN(i), false);
        }
    }

    private static void ring(ArrayNode node, LinearRing ring, boolean counterClockwise) {
        Coordinate[] points = (Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
                        ? ring
                        : ring.reverse())
                .getCoordinates();
        for (Coordinate point : points) {
            ArrayNode pair = node.addArray();
            pair.add(BigDecimal.valueOf(point.x).setScale(7, RoundingMode.HALF_EVEN));
            pair.add(BigDecimal.valueOf(point.y).setScale(7, RoundingMode.HALF_EVEN));
        }
    }
}
