package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first directory of a TIFF file (TIFF 6.0, 1992; BigTIFF, 2007): tags with their values. Later directories (overviews, masks,
 * pages) are not followed, so that a directory that points at itself does no harm.
 */
final class TiffDirectory {
    private static final int MOST_TAGS = 4096;

    private record Entry(int type, long count, ByteBuffer inline) {}

    private final TiffInput input;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private TiffDirectory(TiffInput input) {
        this.input = input;
    }

    static TiffDirectory first(TiffInput input) throws Failure {
        TiffDirectory directory = new TiffDirectory(input);
        boolean big = input.big;
        long offset = big
                ? input.read(8, 8).getLong()
                : Integer.toUnsignedLong(input.read(4, 4).getInt());
        ByteBuffer head = input.read(offset, big ? 8 : 2);
        long count = big ? head.getLong() : Short.toUnsignedLong(head.getShort());
        if (count < 1 || count > MOST_TAGS) {
            throw Failure.of("io.tiff.absurd", input.name());
        }
        int size = big ? 20 : 12;
        ByteBuffer table = input.read(offset + (big ? 8 : 2), count * size);
        for (int i = 0; i < count; i++) {
            int at = i * size;
            int tag = Short.toUnsignedInt(table.getShort(at));
            int type = Short.toUnsignedInt(table.getShort(at + 2));
            long values = big ? table.getLong(at + 4) : Integer.toUnsignedLong(table.getInt(at + 4));
            int field = big ? 8 : 4;
            ByteBuffer inline = table.slice(at + size - field, field).order(input.order);
            directory.entries.putIfAbsent(tag, new Entry(type, values, inline));
        }
        return directory;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The first value of a tag, or what stands for it when the tag is absent. */
    long integer(int tag, long otherwise) throws Failure {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return otherwise;
        }
        long[] values = integers(tag, Long.MAX_VALUE);
        if (values.length == 0) {
            throw damaged(tag);
        }
        return values[0];
    }

    /** All values of an integer tag, at most so many; empty when the tag is absent. */
    long[] integers(int tag, long most) throws Failure {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        int count = (int) Math.min(entry.count, Math.min(most, Integer.MAX_VALUE / 8));
        ByteBuffer bytes = bytes(tag, entry, count);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (entry.type) {
                case 1, 7 -> Byte.toUnsignedLong(bytes.get(i));
                case 3 -> Short.toUnsignedLong(bytes.getShort(2 * i));
                case 4, 13 -> Integer.toUnsignedLong(bytes.getInt(4 * i));
                case 6 -> bytes.get(i);
                case 8 -> bytes.getShort(2 * i);
                case 9 -> bytes.getInt(4 * i);
                case 16, 17, 18 -> bytes.getLong(8 * i);
                default -> throw damaged(tag);
            };
        }
        return values;
    }

    /** All values of a floating-point tag; empty when the tag is absent. */
    double[] doubles(int tag) throws Failure {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new double[0];
        }
        int count = (int) Math.min(entry.count, 1 << 16);
        ByteBuffer bytes = bytes(tag, entry, count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (entry.type) {
                case 11 -> bytes.getFloat(4 * i);
                case 12 -> bytes.getDouble(8 * i);
                default -> throw damaged(tag);
            };
        }
        return values;
    }

    /** The text of a tag without its closing zero; null when the tag is absent or no text. */
    @Nullable
    String text(int tag) throws Failure {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type != 2) {
            return null;
        }
        ByteBuffer bytes = bytes(tag, entry, (int) Math.min(entry.count, 1 << 20));
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private ByteBuffer bytes(int tag, Entry entry, int count) throws Failure {
        int width = switch (entry.type) {
            case 1, 2, 6, 7 -> 1;
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> throw damaged(tag);
        };
        if (entry.count < 0) {
            throw damaged(tag);
        }
        // Whether the values lie in the entry is told by all of them, also when only some are wanted.
        if (entry.count <= entry.inline.capacity() / width) {
            return entry.inline;
        }
        long offset = input.big ? entry.inline.getLong(0) : Integer.toUnsignedLong(entry.inline.getInt(0));
        return input.read(offset, (long) count * width);
    }

    private Failure damaged(int tag) {
        return Failure.of("io.tiff.tag", input.name(), Integer.toString(tag));
    }
}
