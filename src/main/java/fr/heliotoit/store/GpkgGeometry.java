package fr.heliotoit.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometries as blobs of a GeoPackage (OGC 12-128r18 §2.1.3): little-endian header with the envelope, then WKB. Polygons are written as
 * multipolygons throughout, so that QGIS sees one layer of one type; those of one part are read back as polygons. Reading bounds nesting and
 * counts: a file that somebody else wrote costs neither stack nor heap.
 */
final class GpkgGeometry {
    /** What {@code gpkg_geometry_columns} says. */
    static final String TYPE = "MULTIPOLYGON";

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int HEADER = 8;
    /** Length of the envelope by the indicator in the flags. */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    /** A collection of one type has the number of that type and this. */
    private static final int MULTI = 3;

    private GpkgGeometry() {}

    static byte[] encode(Geometry geometry, int srs) {
        Geometry multi =
                geometry instanceof Polygon polygon ? FACTORY.createMultiPolygon(new Polygon[] {polygon}) : geometry;
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(multi);
        Envelope envelope = geometry.getEnvelopeInternal();
        return ByteBuffer.allocate(HEADER + ENVELOPES[1] + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 0b11})
                .putInt(srs)
                .putDouble(envelope.getMinX())
                .putDouble(envelope.getMaxX())
                .putDouble(envelope.getMinY())
                .putDouble(envelope.getMaxY())
                .put(wkb)
                .array();
    }

    /** The envelope in the header; null envelope when it has none. */
    static Envelope envelope(byte[] blob) {
        if (blob.length < HEADER + ENVELOPES[1] || (blob[3] >> 1 & 0b111) == 0) {
            return new Envelope();
        }
        ByteBuffer in = ByteBuffer.wrap(blob)
                .order((blob[3] & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .position(HEADER);
        return new Envelope(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    }

    /** @throws ParseException when the blob is no point, line or polygon, nor several: somebody else wrote into the file */
    static Geometry decode(byte[] blob) throws ParseException {
        if (blob == null || blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("not a GeoPackage geometry");
        }
        int indicator = blob[3] >> 1 & 0b111;
        if (indicator >= ENVELOPES.length || blob.length < HEADER + ENVELOPES[indicator]) {
            throw new ParseException("envelope " + indicator);
        }
        ByteBuffer in = ByteBuffer.wrap(blob).position(HEADER + ENVELOPES[indicator]);
        try {
            int type = type(in);
            int kind = type % 1000;
            if (kind <= POLYGON) {
                return single(in, type);
            }
            List<Geometry> parts = new ArrayList<>();
            for (int left = count(in, 9); left > 0; left--) {
                int part = type(in);
                if (part % 1000 != kind - MULTI) {
                    throw new ParseException("type " + part + " in " + type);
                }
                parts.add(single(in, part));
            }
            return parts.isEmpty() ? FACTORY.createMultiPolygon() : FACTORY.buildGeometry(parts);
        } catch (BufferUnderflowException e) {
            throw new ParseException("cut");
        }
    }

    private static int type(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return in.getInt();
    }

    private static Geometry single(ByteBuffer in, int type) throws ParseException {
        int ordinates = switch (type / 1000) {
            case 0 -> 2;
            case 1, 2 -> 3;
            case 3 -> 4;
            default -> throw new ParseException("type " + type);
        };
        return switch (type % 1000) {
            case POINT -> FACTORY.createPoint(point(in, ordinates));
            case LINE -> FACTORY.createLineString(points(in, ordinates));
            case POLYGON -> polygon(in, ordinates);
            default -> throw new ParseException("type " + type);
        };
    }

    private static Polygon polygon(ByteBuffer in, int ordinates) throws ParseException {
        LinearRing[] rings = new LinearRing[count(in, 4)];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = FACTORY.createLinearRing(points(in, ordinates));
        }
        if (rings.length == 0) {
            return FACTORY.createPolygon();
        }
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(rings[0], holes);
    }

    private static Coordinate[] points(ByteBuffer in, int ordinates) throws ParseException {
        Coordinate[] points = new Coordinate[count(in, 8 * ordinates)];
        for (int i = 0; i < points.length; i++) {
            points[i] = point(in, ordinates);
        }
        return points;
    }

    private static Coordinate point(ByteBuffer in, int ordinates) throws ParseException {
        int at = in.position();
        Coordinate point = new Coordinate(in.getDouble(at), in.getDouble(at + 8));
        if (!point.isValid()) {
            throw new ParseException("coordinate " + point);
        }
        in.position(at + 8 * ordinates);
        return point;
    }

    /** A count of things that take at least so many bytes each, which must be there. */
    private static int count(ByteBuffer in, int bytesEach) throws ParseException {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new ParseException("cut");
        }
        return count;
    }
}
