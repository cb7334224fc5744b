package fr.heliotoit.io;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/** The content of one shapefile record as a geometry (ESRI Shapefile Technical Description, 1998). Measures (M) are left out. */
final class ShapeRecord {
    private static final int BOX_BYTES = 32;

    private final Shapes shapes;

    ShapeRecord(Shapes shapes) {
        this.shapes = shapes;
    }

    /** @param content little-endian, from the shape type on */
    Geometry geometry(ByteBuffer content) throws BadGeometry {
        if (content.remaining() < 4) {
            throw BadGeometry.because("cut");
        }
        int type = content.getInt();
        try {
            return switch (type) {
                case 0 -> throw BadGeometry.none();
                case 1, 11, 21 -> point(content, type == 11);
                case 8, 18, 28 -> points(content, type == 18);
                case 3, 13, 23 -> lines(parts(content, type == 13));
                case 5, 15, 25 -> polygons(parts(content, type == 15));
                default -> throw BadGeometry.because("shapeType", Integer.toString(type));
            };
        } catch (BufferUnderflowException e) {
            throw BadGeometry.because("cut");
        }
    }

    private static Geometry point(ByteBuffer in, boolean heights) throws BadGeometry {
        double x = in.getDouble();
        double y = in.getDouble();
        return Shapes.FACTORY.createPoint(
                Shapes.coordinate(x, y, heights && in.remaining() >= 8 ? in.getDouble() : Double.NaN));
    }

    private static Geometry points(ByteBuffer in, boolean heights) throws BadGeometry {
        in.position(in.position() + Math.min(BOX_BYTES, in.remaining()));
        List<Point> points = new ArrayList<>();
        for (Coordinate c : coordinates(in, in.getInt(), heights)) {
            points.add(Shapes.FACTORY.createPoint(c));
        }
        return Shapes.multi(points);
    }

    private static Geometry lines(List<List<Coordinate>> parts) throws BadGeometry {
        List<LineString> lines = new ArrayList<>();
        for (List<Coordinate> part : parts) {
            lines.add(Shapes.line(part));
        }
        return Shapes.multi(lines);
    }

    private Geometry polygons(List<List<Coordinate>> parts) throws BadGeometry {
        List<LinearRing> rings = new ArrayList<>();
        for (List<Coordinate> part : parts) {
            // One or two positions enclose nothing, so leaving them out changes no area.
            if (part.size() > 2 || parts.size() == 1) {
                rings.add(shapes.ring(part));
            }
        }
        return Shapes.polygons(rings);
    }

    private static List<List<Coordinate>> parts(ByteBuffer in, boolean heights) throws BadGeometry {
        in.position(in.position() + Math.min(BOX_BYTES, in.remaining()));
        int partCount = in.getInt();
        int pointCount = in.getInt();
        if (partCount < 0 || pointCount < 0 || partCount * 4L > in.remaining()) {
            throw BadGeometry.because("cut");
        }
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = in.getInt();
        }
        starts[partCount] = pointCount;
        Coordinate[] all = coordinates(in, pointCount, heights);
        List<List<Coordinate>> parts = new ArrayList<>();
        for (int i = 0; i < partCount; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > pointCount) {
                throw BadGeometry.because("parts");
            }
            if (starts[i] < starts[i + 1]) {
                parts.add(Arrays.asList(all).subList(starts[i], starts[i + 1]));
            }
        }
        return parts;
    }

    private static Coordinate[] coordinates(ByteBuffer in, int count, boolean heights) throws BadGeometry {
        if (count < 0 || count * 16L > in.remaining()) {
            throw BadGeometry.because("cut");
        }
        int xy = in.position();
        int z = xy + 16 * count + 16; // after the range of heights
        boolean withHeights = heights && z + 8L * count <= in.limit();
        Coordinate[] result = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            result[i] = Shapes.coordinate(
                    in.getDouble(xy + 16 * i),
                    in.getDouble(xy + 16 * i + 8),
                    withHeights ? in.getDouble(z + 8 * i) : Double.NaN);
        }
        return result;
    }
}
