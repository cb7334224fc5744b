package fr.heliotoit.demo;

import fr.heliotoit.demo.DemoFiles.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Just enough of the shapefile format (ESRI 1998) for polygons with text, number and yes/no columns. */
final class ShapefileOut {
    private static final int POLYGON = 5;

    private record Column(String name, char type, int length, int decimals) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("id", 'C', 16, 0),
            new Column("nom", 'C', 60, 0),
            new Column("adresse", 'C', 60, 0),
            new Column("parcelle", 'C', 14, 0),
            new Column("usage", 'C', 12, 0),
            new Column("public", 'L', 1, 0),
            new Column("hauteur", 'N', 6, 1));

    private ShapefileOut() {}

    /** @param base path without extension */
    static void write(Path base, List<Row> rows) throws IOException {
        List<byte[]> shapes = rows.stream().map(r -> shape(r.shape())).toList();
        Envelope extent = new Envelope();
        rows.forEach(r -> extent.expandToInclude(r.shape().getEnvelopeInternal()));
        int bytes = 100 + shapes.stream().mapToInt(s -> s.length + 8).sum();
        ByteBuffer shp = header(bytes, extent);
        ByteBuffer shx = header(100 + 8 * shapes.size(), extent);
        for (int i = 0; i < shapes.size(); i++) {
            shx.order(ByteOrder.BIG_ENDIAN).putInt(shp.position() / 2).putInt(shapes.get(i).length / 2);
            shp.order(ByteOrder.BIG_ENDIAN)
                    .putInt(i + 1)
                    .putInt(shapes.get(i).length / 2)
                    .put(shapes.get(i));
        }
        Files.write(with(base, ".shp"), shp.array());
        Files.write(with(base, ".shx"), shx.array());
        Files.write(with(base, ".dbf"), table(rows));
        DemoFiles.text(with(base, ".cpg"), "UTF-8");
        DemoFiles.text(with(base, ".prj"), Lambert93.ESRI_WKT);
    }

    private static Path with(Path base, String extension) {
        return base.resolveSibling(base.getFileName() + extension);
    }

    private static ByteBuffer header(int bytes, Envelope extent) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        buffer.putInt(0, 9994).putInt(24, bytes / 2);
        buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, POLYGON);
        buffer.putDouble(36, extent.getMinX()).putDouble(44, extent.getMinY());
        buffer.putDouble(52, extent.getMaxX()).putDouble(60, extent.getMaxY());
        return buffer.position(100);
    }

    private static byte[] shape(Geometry geometry) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            rings.add(ring(polygon.getExteriorRing(), false));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(ring(polygon.getInteriorRingN(hole), true));
            }
        }
        int points = rings.stream().mapToInt(r -> r.length).sum();
        ByteBuffer buffer =
                ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        Envelope box = geometry.getEnvelopeInternal();
        buffer.putInt(POLYGON).putDouble(box.getMinX()).putDouble(box.getMinY());
        buffer.putDouble(box.getMaxX())
                .putDouble(box.getMaxY())
                .putInt(rings.size())
                .putInt(points);
        int start = 0;
        for (Coordinate[] ring : rings) {
            buffer.putInt(start);
            start += ring.length;
        }
        rings.forEach(
                ring -> Arrays.stream(ring).forEach(c -> buffer.putDouble(c.x).putDouble(c.y)));
        return buffer.array();
    }

    /** Outer rings run clockwise, holes the other way. */
    private static Coordinate[] ring(LinearRing ring, boolean counterClockwise) {
        LinearRing turned = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise ? ring : ring.reverse();
        return turned.getCoordinates();
    }

    private static byte[] table(List<Row> rows) {
        int width = 1 + COLUMNS.stream().mapToInt(Column::length).sum();
        int head = 32 + 32 * COLUMNS.size() + 1;
        ByteBuffer buffer = ByteBuffer.allocate(head + width * rows.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 3)
                .put(new byte[] {124, 6, 1})
                .putInt(rows.size())
                .putShort((short) head)
                .putShort((short) width);
        buffer.position(32);
        for (Column column : COLUMNS) {
            int at = buffer.position();
            buffer.put(column.name.getBytes(StandardCharsets.US_ASCII));
            buffer.put(at + 11, (byte) column.type)
                    .put(at + 16, (byte) column.length)
                    .put(at + 17, (byte) column.decimals);
            buffer.position(at + 32);
        }
        buffer.put((byte) 0x0D);
        for (Row row : rows) {
            List<String> values = List.of(
                    row.id(),
                    row.name(),
                    row.address(),
                    row.parcel(),
                    row.usage(),
                    row.publicOwner() ? "T" : "F",
                    DemoFiles.number(row.height(), 1));
            buffer.put((byte) ' ');
            for (int i = 0; i < values.size(); i++) {
                byte[] cell = new byte[COLUMNS.get(i).length];
                Arrays.fill(cell, (byte) ' ');
                byte[] text = values.get(i).getBytes(StandardCharsets.UTF_8);
                int from = COLUMNS.get(i).type == 'N' ? cell.length - text.length : 0;
                System.arraycopy(text, 0, cell, from, text.length);
                buffer.put(cell);
            }
        }
        buffer.put((byte) 0x1A);
        return buffer.array();
    }
}
