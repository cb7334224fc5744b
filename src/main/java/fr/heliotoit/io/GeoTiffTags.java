package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.text.Failure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The directory of a written GeoTIFF: layout, place, system, no-data and metadata. */
final class GeoTiffTags {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int LONG8 = 16;

    private record Value(int type, int count, byte[] bytes) {}

    private final SortedMap<Integer, Value> values = new TreeMap<>();

    private GeoTiffTags() {}

    static GeoTiffTags of(GridGeometry grid, @Nullable Crs crs, List<String> bands, Map<String, String> metadata)
            throws Failure {
        GeoTiffTags tags = new GeoTiffTags();
        int count = bands.size();
        tags.longs(256, grid.columns());
        tags.longs(257, grid.rows());
        tags.shorts(258, repeated(32, count));
        tags.shorts(259, TiffLayout.DEFLATE);
        tags.shorts(262, 1);
        tags.shorts(277, count);
        tags.shorts(284, count > 1 ? 2 : 1);
        tags.text(305, "Héliotoit");
        tags.shorts(317, 3);
        tags.shorts(322, GeoTiffWriter.TILE);
        tags.shorts(323, GeoTiffWriter.TILE);
        if (count > 1) {
            tags.shorts(338, repeated(0, count - 1));
        }
        tags.shorts(339, repeated(3, count));
        tags.doubles(33550, grid.cellWidth(), grid.cellHeight(), 0);
        tags.doubles(33922, 0, 0, 0, grid.west(), grid.north(), 0);
        if (crs != null && crs.code().startsWith("EPSG:")) {
            int code = Integer.parseInt(crs.code().substring(5));
            boolean projected = crs.projected();
            tags.shorts(
                    34735,
                    1,
                    1,
                    0,
                    3,
                    1024,
                    0,
                    1,
                    projected ? 1 : 2,
                    1025,
                    0,
                    1,
                    1,
                    projected ? 3072 : 2048,
                    0,
                    1,
                    code);
        }
        tags.text(42112, xml(bands, metadata));
        tags.text(42113, Integer.toString((int) GeoTiffWriter.NO_DATA));
        return tags;
    }

    /**
     * The directory with all that does not fit into its entries.
     *
     * @param at where it will stand in the file, even
     */
    ByteBuffer directory(long at, boolean big, long[] offsets, long[] lengths) {
        values.put(324, numbers(offsets, big));
        values.put(325, numbers(lengths, big));
        int field = big ? 8 : 4;
        int entry = big ? 20 : 12;
        int head = (big ? 8 : 2) + values.size() * entry + field;
        int size = head;
        for (Value value : values.values()) {
            size += value.bytes.length > field ? even(value.bytes.length) : 0;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        if (big) {
            out.putLong(values.size());
        } else {
            out.putShort((short) values.size());
        }
        int behind = head;
        for (Map.Entry<Integer, Value> tag : values.entrySet()) {
            Value value = tag.getValue();
            int start = out.position();
            out.putShort((short) (int) tag.getKey()).putShort((short) value.type);
            number(out, value.count, big);
            if (value.bytes.length > field) {
                number(out, at + behind, big);
                out.put(behind, value.bytes);
                behind += even(value.bytes.length);
            } else {
                out.put(value.bytes);
            }
            out.position(start + entry);
        }
        return out.position(0).limit(size);
    }

    private static void number(ByteBuffer out, long value, boolean big) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static Value numbers(long[] numbers, boolean big) {
        ByteBuffer bytes = buffer(numbers.length * (big ? 8 : 4));
        for (long n : numbers) {
            number(bytes, n, big);
        }
        return new Value(big ? LONG8 : LONG, numbers.length, bytes.array());
    }

    private void shorts(int tag, int... numbers) {
        ByteBuffer bytes = buffer(2 * numbers.length);
        Arrays.stream(numbers).forEach(n -> bytes.putShort((short) n));
        values.put(tag, new Value(SHORT, numbers.length, bytes.array()));
    }

    private void longs(int tag, int number) {
        values.put(tag, new Value(LONG, 1, buffer(4).putInt(number).array()));
    }

    private void doubles(int tag, double... numbers) {
        ByteBuffer bytes = buffer(8 * numbers.length);
        Arrays.stream(numbers).forEach(bytes::putDouble);
        values.put(tag, new Value(DOUBLE, numbers.length, bytes.array()));
    }

    private void text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        values.put(tag, new Value(ASCII, bytes.length, bytes));
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] repeated(int value, int count) {
        int[] all = new int[count];
        Arrays.fill(all, value);
        return all;
    }

    /** GDAL's way to keep texts in a TIFF; it takes escapes off twice when reading, so they are put on twice. */
    private static String xml(List<String> bands, Map<String, String> metadata) {
        StringBuilder xml = new StringBuilder("<GDALMetadata>\n");
        metadata.forEach((name, text) -> xml.append("  <Item name=\"")
                .append(escaped(name))
                .append("\">")
                .append(escaped(escaped(text)))
                .append("</Item>\n"));
        for (int band = 0; band < bands.size(); band++) {
            xml.append("  <Item name=\"DESCRIPTION\" sample=\"")
                    .append(band)
                    .append("\" role=\"description\">")
                    .append(escaped(escaped(bands.get(band))))
                    .append("</Item>\n");
        }
        return xml.append("</GDALMetadata>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x1f]", " ");
    }
}
