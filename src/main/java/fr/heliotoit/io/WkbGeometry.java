package fr.heliotoit.io;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary (ISO 13249-3 and the extended form of PostGIS) and its GeoPackage wrapping. Unlike the reader of JTS it bounds
 * nesting and counts, so that hostile bytes cost neither stack nor heap.
 */
final class WkbGeometry {
    private static final int MAX_DEPTH = 16;
    private static final int GEOPACKAGE_MAGIC = 0x4750;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private final Shapes shapes;

    WkbGeometry(Shapes shapes) {
        this.shapes = shapes;
    }

    /** A geometry as GeoPackage stores it: header, envelope, WKB (OGC 12-128r18, clause 2.1.3). */
    Geometry geoPackage(byte[] blob) throws BadGeometry {
        ByteBuffer in = ByteBuffer.wrap(blob);
        if (blob.length < 8 || in.getShort(0) != GEOPACKAGE_MAGIC) {
            throw BadGeometry.because("gpkgHeader");
        }
        int flags = blob[3];
        int envelope = (flags >> 1) & 7;
        if ((flags & 0x20) != 0 || envelope >= ENVELOPE_BYTES.length || 8 + ENVELOPE_BYTES[envelope] > blob.length) {
            throw BadGeometry.because("gpkgHeader");
        }
        in.position(8 + ENVELOPE_BYTES[envelope]);
        return geometry(in);
    }

    Geometry geometry(ByteBuffer in) throws BadGeometry {
        try {
            return geometry(in, 0);
        } catch (BufferUnderflowException e) {
            throw BadGeometry.because("cut");
        }
    }

    private Geometry geometry(ByteBuffer in, int depth) throws BadGeometry {
        if (depth > MAX_DEPTH) {
            throw BadGeometry.because("nested", MAX_DEPTH);
        }
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        boolean extended = (code & 0xE0000000) != 0;
        if ((code & 0x20000000) != 0) {
            in.getInt(); // SRID of the extended form; the layer's system counts
        }
        int plain = code & 0x1FFFFFFF;
        int dimensions = extended ? 0 : plain / 1000;
        boolean z = (code & 0x80000000) != 0 || dimensions == 1 || dimensions == 3;
        boolean m = (code & 0x40000000) != 0 || dimensions == 2 || dimensions == 3;
        int ordinates = 2 + (z ? 1 : 0) + (m ? 1 : 0);
        int type = extended ? plain : plain % 1000;
        return switch (type) {
            case 1 -> point(in, ordinates, z);
            case 2 -> Shapes.line(positions(in, ordinates, z));
            case 3 -> polygon(in, ordinates, z);
            case 4, 5, 6, 7, 12 -> collection(in, depth, type);
            case 8, 9, 10, 11, 13, 14 -> throw BadGeometry.because("curve");
            default -> throw BadGeometry.because("wkbType", Integer.toString(type));
        };
    }

    private static Geometry point(ByteBuffer in, int ordinates, boolean z) throws BadGeometry {
        double x = in.getDouble();
        double y = in.getDouble();
        double height = z ? in.getDouble() : Double.NaN;
        if (ordinates - (z ? 1 : 0) > 2) {
            in.getDouble();
        }
        return Double.isNaN(x) && Double.isNaN(y)
                ? Shapes.FACTORY.createPoint() // how WKB writes an empty point
                : Shapes.FACTORY.createPoint(Shapes.coordinate(x, y, height));
    }

    private Polygon polygon(ByteBuffer in, int ordinates, boolean z) throws BadGeometry {
        int count = count(in, 4);
        List<LinearRing> rings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LinearRing ring = shapes.ring(positions(in, ordinates, z));
            if (i == 0 || !ring.isEmpty()) {
                rings.add(ring);
            }
        }
        return Shapes.polygon(rings);
    }

    private Geometry collection(ByteBuffer in, int depth, int type) throws BadGeometry {
        int count = count(in, 5);
        List<Geometry> parts = new ArrayList<>();
        boolean alike = true;
        for (int i = 0; i < count; i++) {
            Geometry part = geometry(in, depth + 1);
            alike &= parts.isEmpty() || part.getClass() == parts.getFirst().getClass();
            parts.add(part);
        }
        boolean multi =
                type != 7 && alike && (parts.isEmpty() || parts.getFirst().getNumGeometries() <= 1);
        return multi ? Shapes.multi(parts) : Shapes.FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private static List<Coordinate> positions(ByteBuffer in, int ordinates, boolean z) throws BadGeometry {
        int count = count(in, 8 * ordinates);
        List<Coordinate> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = in.position();
            result.add(
                    Shapes.coordinate(in.getDouble(at), in.getDouble(at + 8), z ? in.getDouble(at + 16) : Double.NaN));
            in.position(at + 8 * ordinates);
        }
        return result;
    }

    /** A count of things that take at least so many bytes each, which must be there. */
    private static int count(ByteBuffer in, int bytesEach) throws BadGeometry {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw BadGeometry.because("cut");
        }
        return count;
    }
}
