package fr.heliotoit.io;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.io.CityJsonGeometry.Surface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A building of a CityJSON file with the parts that belong to it. Its roof is that of the finest level of detail; its footprint the ground
 * surfaces of that level, else the surfaces of level 0, else the roof seen from above, else everything that is not a wall.
 */
final class CityJsonBuilding {
    private static final String ROOF = "RoofSurface";
    private static final String GROUND = "GroundSurface";
    /** Smaller seen from above [square units of the file] is a wall. */
    private static final double SLIVER = 1e-4;

    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final TreeMap<Double, List<Surface>> byLevel = new TreeMap<>();
    private @Nullable BadGeometry bad;
    private boolean template;

    /** Takes the shapes of a city object; a damaged one spoils the building. */
    void add(JsonNode object, CityJsonGeometry.Vertices vertices) {
        for (JsonNode geometry : object.path("geometry")) {
            if (geometry.path("type").asText().equals("GeometryInstance")) {
                template = true;
                continue;
            }
            try {
                List<Surface> surfaces = CityJsonGeometry.surfaces(geometry, vertices);
                double level = level(geometry.path("lod"));
                byLevel.computeIfAbsent(level, k -> new ArrayList<>()).addAll(surfaces);
            } catch (BadGeometry e) {
                bad = bad == null ? e : bad;
            }
        }
    }

    /** Makes a part's shapes its own; attributes it has itself stay. */
    void take(CityJsonBuilding part) {
        part.byLevel.forEach((level, surfaces) ->
                byLevel.computeIfAbsent(level, k -> new ArrayList<>()).addAll(surfaces));
        part.attributes.forEach(attributes::putIfAbsent);
        bad = bad == null ? part.bad : bad;
        template |= part.template;
    }

    private static double level(JsonNode lod) {
        try {
            double level = Double.parseDouble(lod.asText("0"));
            return Double.isFinite(level) ? level : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /** Whether its shape is only a template, placed somewhere. */
    boolean onlyTemplate() {
        return template && byLevel.isEmpty();
    }

    /** Roof surfaces with heights, of the finest level that has some. */
    List<Polygon> roofs() {
        for (List<Surface> surfaces : byLevel.descendingMap().values()) {
            List<Polygon> roofs = of(surfaces, ROOF);
            if (!roofs.isEmpty()) {
                return roofs;
            }
        }
        return List.of();
    }

    private static List<Polygon> of(List<Surface> surfaces, String type) {
        return surfaces.stream()
                .filter(s -> type.equals(s.type()) && !s.polygon().isEmpty())
                .map(Surface::polygon)
                .toList();
    }

    /** Height of the lowest roof edge over the ground [m]; null when the file does not say both. */
    @Nullable
    Double eavesM() {
        double eaves = lowest(roofs());
        for (List<Surface> surfaces : byLevel.descendingMap().values()) {
            double ground = lowest(of(surfaces, GROUND));
            if (Double.isFinite(ground) && Double.isFinite(eaves)) {
                return Math.round((eaves - ground) * 100) / 100.0;
            }
        }
        return null;
    }

    private static double lowest(List<Polygon> polygons) {
        double lowest = Double.POSITIVE_INFINITY;
        for (Polygon polygon : polygons) {
            for (Coordinate c : polygon.getCoordinates()) {
                lowest = Math.min(lowest, c.getZ());
            }
        }
        return lowest;
    }

    /** Seen from above. */
    Geometry footprint() throws BadGeometry {
        if (bad != null) {
            throw bad;
        }
        if (onlyTemplate()) {
            throw BadGeometry.because("template");
        }
        for (List<Surface> surfaces : byLevel.descendingMap().values()) {
            List<Polygon> ground = level(of(surfaces, GROUND));
            if (!ground.isEmpty()) {
                return union(ground);
            }
        }
        List<Polygon> plan = level(byLevel.getOrDefault(0.0, List.of()).stream()
                .map(Surface::polygon)
                .toList());
        List<Polygon> roofs = plan.isEmpty() ? level(roofs()) : plan;
        if (roofs.isEmpty() && !byLevel.isEmpty()) {
            roofs = level(byLevel.lastEntry().getValue().stream()
                    .map(Surface::polygon)
                    .toList());
        }
        if (roofs.isEmpty()) {
            throw BadGeometry.none();
        }
        return union(roofs);
    }

    /** Those that are seen from above. */
    private static List<Polygon> level(List<Polygon> polygons) {
        return polygons.stream().filter(p -> p.getArea() > SLIVER).toList();
    }

    private static Geometry union(List<Polygon> polygons) throws BadGeometry {
        if (polygons.size() == 1) {
            return polygons.getFirst();
        }
        try {
            return OverlayNGRobust.union(List.copyOf(polygons));
        } catch (TopologyException | IllegalArgumentException e) {
            throw BadGeometry.because("union");
        }
    }
}
