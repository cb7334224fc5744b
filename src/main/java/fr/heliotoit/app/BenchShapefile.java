package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** Polygons without holes as a shapefile (ESRI 1998) with a column {@code id}: input for measuring, not an export. */
final class BenchShapefile {
    private static final int HEADER = 100;
    private static final int POLYGON = 5;
    private static final int ID_LENGTH = 10;

    private BenchShapefile() {}

    /**
     * @param base path without ending
     * @param polygons outer rings clockwise
     */
    static void write(Path base, List<Polygon> polygons, Crs crs) throws IOException, Failure {
        Envelope all = new Envelope();
        int bytes = HEADER;
        for (Polygon polygon : polygons) {
            all.expandToInclude(polygon.getEnvelopeInternal());
            bytes += 8 + contentBytes(polygon);
        }
        ByteBuffer shp = header(bytes, all);
        ByteBuffer shx = header(HEADER + 8 * polygons.size(), all);
        for (int i = 0; i < polygons.size(); i++) {
            Polygon polygon = polygons.get(i);
            int words = contentBytes(polygon) / 2;
            shx.order(ByteOrder.BIG_ENDIAN).putInt(shp.position() / 2).putInt(words);
            shp.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(words);
            shp.order(ByteOrder.LITTLE_ENDIAN).putInt(POLYGON);
            box(shp, polygon.getEnvelopeInternal());
            shp.putInt(1).putInt(polygon.getNumPoints()).putInt(0);
            for (Coordinate c : polygon.getExteriorRing().getCoordinates()) {
                shp.putDouble(c.x).putDouble(c.y);
            }
        }
        Files.write(base.resolveSibling(base.getFileName() + ".shp"), shp.array());
        Files.write(base.resolveSibling(base.getFileName() + ".shx"), shx.array());
        Files.write(base.resolveSibling(base.getFileName() + ".dbf"), table(polygons.size()));
        Files.writeString(base.resolveSibling(base.getFileName() + ".prj"), crs.wkt());
    }

    private static int contentBytes(Polygon polygon) {
        return 48 + 16 * polygon.getNumPoints();
    }

    private static ByteBuffer header(int bytes, Envelope all) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        buffer.putInt(0, 9994).putInt(24, bytes / 2);
        buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, POLYGON);
        box(buffer.position(36), all);
        return buffer.position(HEADER);
    }

    private static void box(ByteBuffer buffer, Envelope box) {
        buffer.putDouble(box.getMinX()).putDouble(box.getMinY());
        buffer.putDouble(box.getMaxX()).putDouble(box.getMaxY());
    }

    private static byte[] table(int rows) {
        ByteBuffer buffer = ByteBuffer.allocate(65 + rows * (1 + ID_LENGTH) + 1).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 3).putInt(4, rows).putShort(8, (short) 65).putShort(10, (short) (1 + ID_LENGTH));
        buffer.put(32, "id".getBytes(StandardCharsets.US_ASCII))
                .put(43, (byte) 'N')
                .put(48, (byte) ID_LENGTH);
        buffer.put(64, (byte) 0x0D).position(65);
        for (int i = 1; i <= rows; i++) {
            buffer.put(String.format(" %" + ID_LENGTH + "d", i).getBytes(StandardCharsets.US_ASCII));
        }
        return buffer.put((byte) 0x1A).array();
    }
}
