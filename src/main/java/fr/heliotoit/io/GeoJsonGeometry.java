package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A GeoJSON geometry object (RFC 7946, section 3.1) from a stream, with bounded nesting. */
final class GeoJsonGeometry {
    private static final int MAX_DEPTH = 16;
    /** MultiPolygon: polygons, rings, positions. */
    private static final int MAX_COORDINATE_DEPTH = 4;

    /** What stands in the stream; the order of its members is free, so it is interpreted when it is whole. */
    record Raw(
            @Nullable String type,
            @Nullable Object coordinates,
            List<Raw> members,
            @Nullable BadGeometry bad) {}

    private final Shapes shapes;

    GeoJsonGeometry(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Reads the value the parser stands on, wholly, whatever it is. */
    static Raw read(JsonParser in) throws IOException {
        return read(in, 0);
    }

    private static Raw read(JsonParser in, int depth) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT || depth > MAX_DEPTH) {
            boolean none = in.currentToken() == JsonToken.VALUE_NULL;
            in.skipChildren();
            return new Raw(
                    null,
                    null,
                    List.of(),
                    none ? BadGeometry.none() : depth > MAX_DEPTH ? BadGeometry.because("nested", MAX_DEPTH) : null);
        }
        String type = null;
        Object coordinates = null;
        List<Raw> members = new ArrayList<>();
        BadGeometry bad = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = in.getText();
            } else if (name.equals("coordinates")) {
                try {
                    coordinates = coordinates(in, 0);
                } catch (BadGeometry e) {
                    bad = e;
                }
            } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    members.add(read(in, depth + 1));
                }
            } else {
                in.skipChildren();
            }
        }
        return new Raw(type, coordinates, members, bad);
    }

    /** A {@link Coordinate} or a list of such values; reads the whole value even when it is bad. */
    private static @Nullable Object coordinates(JsonParser in, int depth) throws IOException, BadGeometry {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            throw BadGeometry.because("coordinates");
        }
        if (depth > MAX_COORDINATE_DEPTH) {
            in.skipChildren();
            throw BadGeometry.because("coordinates");
        }
        double[] ordinates = {Double.NaN, Double.NaN, Double.NaN};
        int numbers = 0;
        List<Object> items = new ArrayList<>();
        BadGeometry bad = null;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token != null && token.isNumeric()) {
                if (numbers < 3) {
                    ordinates[numbers] = in.getDoubleValue();
                }
                numbers++;
            } else {
                try {
                    Object item = coordinates(in, depth + 1);
                    if (item != null) {
                        items.add(item);
                    }
                } catch (BadGeometry e) {
                    bad = e;
                }
            }
        }
        if (bad != null) {
            throw bad;
        }
        if (numbers == 0) {
            return items;
        }
        if (numbers == 1 || !items.isEmpty()) {
            throw BadGeometry.because("coordinates");
        }
        return Shapes.coordinate(ordinates[0], ordinates[1], ordinates[2]);
    }

    Geometry geometry(Raw raw) throws BadGeometry {
        if (raw.bad() != null) {
            throw raw.bad();
        }
        Object c = raw.coordinates();
        return switch (raw.type()) {
            case "Point" ->
                c instanceof Coordinate position
                        ? Shapes.FACTORY.createPoint(position)
                        : list(c).isEmpty() ? Shapes.FACTORY.createPoint() : misfit();
            case "MultiPoint" -> {
                List<Point> points = new ArrayList<>();
                for (Coordinate position : positions(c)) {
                    points.add(Shapes.FACTORY.createPoint(position));
                }
                yield Shapes.multi(points);
            }
            case "LineString" -> Shapes.line(positions(c));
            case "MultiLineString" -> {
                List<LineString> lines = new ArrayList<>();
                for (Object line : list(c)) {
                    lines.add(Shapes.line(positions(line)));
                }
                yield Shapes.multi(lines);
            }
            case "Polygon" -> polygon(c);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                for (Object polygon : list(c)) {
                    polygons.add(polygon(polygon));
                }
                yield Shapes.multi(polygons);
            }
            case "GeometryCollection" -> {
                List<Geometry> members = new ArrayList<>();
                for (Raw member : raw.members()) {
                    members.add(geometry(member));
                }
                yield Shapes.FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
            }
            case null -> throw BadGeometry.because("type", "");
            default -> throw BadGeometry.because("type", raw.type());
        };
    }

    private Polygon polygon(@Nullable Object rings) throws BadGeometry {
        List<LinearRing> result = new ArrayList<>();
        for (Object ring : list(rings)) {
            result.add(shapes.ring(positions(ring)));
        }
        return Shapes.polygon(result);
    }

    private static List<Coordinate> positions(@Nullable Object value) throws BadGeometry {
        List<Coordinate> result = new ArrayList<>();
        for (Object item : list(value)) {
            result.add(item instanceof Coordinate position ? position : misfit());
        }
        return result;
    }

    private static List<?> list(@Nullable Object value) throws BadGeometry {
        return value instanceof List<?> list ? list : misfit();
    }

    private static <T> T misfit() throws BadGeometry {
        throw BadGeometry.because("coordinates");
    }
}
