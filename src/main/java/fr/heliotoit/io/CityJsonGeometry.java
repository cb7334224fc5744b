package fr.heliotoit.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The surfaces of one CityJSON geometry (CityJSON 2.0, section 3) with what they are said to be. */
final class CityJsonGeometry {
    private static final int MAX_SURFACES = 200_000;

    /**
     * A surface with heights.
     *
     * @param type {@code RoofSurface}, {@code GroundSurface} …; null when the geometry does not say
     */
    record Surface(@Nullable String type, Polygon polygon) {}

    /** The positions that boundaries point to. */
    @FunctionalInterface
    interface Vertices {
        /** @throws BadGeometry when there is none with this number, or it is not finite */
        Coordinate at(int index) throws BadGeometry;
    }

    private final Vertices vertices;
    private final List<Surface> surfaces = new ArrayList<>();
    private final JsonNode kinds;

    private CityJsonGeometry(JsonNode kinds, Vertices vertices) {
        this.kinds = kinds;
        this.vertices = vertices;
    }

    /** Of solids the outer shell; of points and lines nothing. */
    static List<Surface> surfaces(JsonNode geometry, Vertices vertices) throws BadGeometry {
        int above = switch (geometry.path("type").asText()) {
            case "MultiSurface", "CompositeSurface" -> 0;
            case "Solid" -> 1;
            case "MultiSolid", "CompositeSolid" -> 2;
            default -> -1;
        };
        CityJsonGeometry reader =
                new CityJsonGeometry(geometry.path("semantics").path("surfaces"), vertices);
        if (above >= 0) {
            reader.walk(geometry.path("boundaries"), geometry.path("semantics").path("values"), above);
        }
        return reader.surfaces;
    }

    /** @param above how many levels of solids and shells stand above the surfaces */
    private void walk(JsonNode boundaries, JsonNode values, int above) throws BadGeometry {
        int count = above == 1 ? Math.min(1, boundaries.size()) : boundaries.size();
        for (int i = 0; i < count; i++) {
            if (above > 0) {
                walk(boundaries.path(i), values.path(i), above - 1);
            } else {
                surfaces.add(new Surface(kind(values.path(i)), polygon(boundaries.path(i))));
            }
            if (surfaces.size() > MAX_SURFACES) {
                throw BadGeometry.because("rings", surfaces.size());
            }
        }
    }

    private @Nullable String kind(JsonNode value) {
        return value.isInt() ? kinds.path(value.intValue()).path("type").asText(null) : null;
    }

    /** Rings are not closed in the file; the two ends of a vertical one may lie above each other. */
    private static LinearRing closed(List<Coordinate> positions) throws BadGeometry {
        boolean closed = positions.size() > 3 && positions.getFirst().equals3D(positions.getLast());
        List<Coordinate> ring = new ArrayList<>(positions);
        if (!closed && !ring.isEmpty()) {
            ring.add(positions.getFirst().copy());
        }
        if (ring.size() < 4) {
            throw BadGeometry.because("ring", positions.size());
        }
        return Shapes.FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private Polygon polygon(JsonNode rings) throws BadGeometry {
        List<LinearRing> lines = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> positions = new ArrayList<>();
            for (JsonNode index : ring) {
                if (!index.isInt()) {
                    throw BadGeometry.because("index", index.toString());
                }
                positions.add(vertices.at(index.intValue()));
            }
            lines.add(closed(positions));
        }
        return Shapes.polygon(lines);
    }
}
