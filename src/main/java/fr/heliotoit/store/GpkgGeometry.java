package fr.heliotoit.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as blobs of a GeoPackage (OGC 12-128r18 §2.1.3): little-endian header with the envelope, then WKB. */
final class GpkgGeometry {
    private static final int HEADER = 8;
    /** Length of the envelope by the indicator in the flags. */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private GpkgGeometry() {}

    static byte[] encode(Geometry geometry, int srs) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
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

    /** @throws ParseException when the blob is not a geometry: somebody else wrote into the file */
    static Geometry decode(byte[] blob) throws ParseException {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("not a GeoPackage geometry");
        }
        int indicator = blob[3] >> 1 & 0b111;
        if (indicator >= ENVELOPES.length || blob.length < HEADER + ENVELOPES[indicator]) {
            throw new ParseException("envelope " + indicator);
        }
        return new WKBReader().read(Arrays.copyOfRange(blob, HEADER + ENVELOPES[indicator], blob.length));
    }
}
