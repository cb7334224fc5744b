package fr.heliotoit.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;

/**
 * Polygons as blobs of a GeoPackage (OGC 12-128r18 §2.1.3): little-endian header with the envelope, then WKB. Written as multipolygons
 * throughout, so that QGIS sees one layer of one type; those of one part are read back as polygons. Reading bounds nesting and counts:
 * a file that somebody else wrote costs neither stack nor heap.
 */
final class GpkgGeometry {
    /** What {@code gpkg_geometry_columns} says. */
    static final String TYPE = "MULTIPOLYGON";

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int HEADER = 8;
    /** Length of the envelope by the indicator in the flags. */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private static final int POLYGON = 3;
    private static final int MULTI_POLYGON = 6;

    private GpkgGeometry() {}

    static byte[] encode(Geometry geometry, int srs) {
        Geometry multi = geometry instanceof Polygon polygon
                ? FACTORY.createMultiPolygon(new Polygon[] {polygon})
                : (MultiPolygon) geometry;
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

    /** @throws ParseException when the blob is not a polygon or multipolygon: somebody else wrote into the file */
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
            if (type % 1000 == POLYGON) {
                return polygon(in, type);
            }
            if (type % 1000 != MULTI_POLYGON) {
                throw new ParseException("type " + type);
            }
            Polygon[] parts = new Polygon[count(in, 9)];
            for (int i = 0; i < parts.length; i++) {
                int part = type(in);
                if (part % 1000 != POLYGON) {
                    throw new ParseException("type " + part);
                }
                parts[i] = polygon(in, part);
            }
            return parts.length == 1 ? parts[0] : FACTORY.createMultiPolygon(parts);
        } catch (BufferUnderflowException e) {
            throw new ParseException("cut");
        }
    }

    private static int type(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return in.getInt();
    }

    private static Polygon polygon(ByteBuffer in, int type) throws ParseException {
        int ordinates = switch (type / 1000) {
            case 0 -> 2;
            case 1, 2 -> 3;
            case 3 -> 4;
            default -> throw new ParseException("type " + type);
        };
        LinearRing[] rings = new LinearRing[count(in, 4)];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = ring(in, ordinates);
        }
        if (rings.length == 0) {
            return FACTORY.createPolygon();
        }
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(rings[0], holes);
    }

    private static LinearRing ring(ByteBuffer in, int ordinates) throws ParseException {
        Coordinate[] points = new Coordinate[count(in, 8 * ordinates)];
        for (int i = 0; i < points.length; i++) {
            int at = in.position();
            points[i] = new Coordinate(in.getDouble(at), in.getDouble(at + 8));
            if (!points[i].isValid()) {
                throw new ParseException("coordinate " + points[i]);
            }
            in.position(at + 8 * ordinates);
        }
        return FACTORY.createLinearRing(points);
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
