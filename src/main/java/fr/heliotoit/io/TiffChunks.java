package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes chunks of a TIFF to heights. What comes out is never longer than the layout says, however much a chunk would inflate to.
 * Safe for several threads.
 */
final class TiffChunks {
    /** Longer buffers for stored bytes are rare and not kept. */
    private static final int LONGEST_KEPT = 4 << 20;

    private final TiffInput input;
    private final TiffLayout layout;
    /** The declared no-data value, NaN for none. */
    private final double noData;
    /** Value = scale × stored + offset. */
    private final double scale;

    private final double offset;
    /** Used again and again: fresh memory costs more than inflating into it. */
    private final Queue<Buffers> spare = new ConcurrentLinkedQueue<>();

    /** What decoding one chunk takes. */
    private static final class Buffers {
        final Inflater inflater = new Inflater();
        final byte[] decoded;
        byte[] stored = {};

        Buffers(int length) {
            decoded = new byte[length];
        }
    }

    TiffChunks(TiffInput input, TiffLayout layout, double noData, double scale, double offset) {
        this.input = input;
        this.layout = layout;
        // A file of 32-bit floats means the nearest float.
        this.noData = layout.format() == 3 && layout.bits() == 32 ? (float) noData : noData;
        this.scale = scale;
        this.offset = offset;
    }

    /** The first band of a chunk, row-major, {@code chunkColumns × rowsIn(chunk)}; NaN for no data and for a chunk not stored. */
    float[] decode(int chunk) throws Failure {
        int rows = layout.rowsIn(chunk);
        float[] values = new float[layout.chunkColumns() * rows];
        decode(chunk, layout.chunkColumns(), rows, values, 0, layout.chunkColumns());
        return values;
    }

    /**
     * {@link #decode(int)} into a part of a larger array.
     *
     * @param columns of the chunk that are wanted, from its west
     * @param rows of the chunk that are wanted, from its north
     * @param to index of the chunk's first cell
     * @param stride columns of the array
     */
    void decode(int chunk, int columns, int rows, float[] values, int to, int stride) throws Failure {
        long stored = layout.lengths()[chunk];
        if (stored == 0) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(values, to + r * stride, to + r * stride + columns, Float.NaN);
            }
            return;
        }
        Buffers pooled = spare.poll();
        Buffers buffers = pooled == null ? new Buffers(layout.chunkRows() * layout.rowBytes()) : pooled;
        expand(layout.offsets()[chunk], stored, buffers, layout.rowsIn(chunk) * layout.rowBytes());
        byte[] bytes = buffers.decoded;
        // Zero has two patterns of bits.
        boolean plain = scale == 1 && offset == 0 && noData != 0 && layout.samples() == 1 && layout.bits() == 32;
        int none = Float.floatToRawIntBits((float) noData);
        for (int r = 0; r < rows; r++) {
            int start = r * layout.rowBytes();
            int at = to + r * stride;
            if (layout.predictor() == 3) {
                if (plain) {
                    TiffFloats.planes(bytes, start, layout.chunkColumns(), columns, none, values, at);
                    continue;
                }
                sumBytes(bytes, start);
                interleave(bytes, start);
            } else if (plain && layout.format() == 3) {
                TiffFloats.plain(bytes, start, columns, layout.predictor() == 2, input.order, none, values, at);
                continue;
            } else if (layout.predictor() == 2) {
                sumValues(bytes, start);
            }
            row(bytes, start, columns, values, at);
        }
        spare.offer(buffers);
    }

    /** Ends the work of this object; whoever still decodes finishes. */
    void close() {
        for (Buffers buffers = spare.poll(); buffers != null; buffers = spare.poll()) {
            buffers.inflater.end();
        }
    }

    private void expand(long from, long stored, Buffers buffers, int length) throws Failure {
        ByteBuffer read = input.read(from, stored, buffers.stored);
        byte[] in = read.array();
        int size = read.limit();
        byte[] out = buffers.decoded;
        if (in.length <= LONGEST_KEPT) {
            buffers.stored = in;
        }
        int got = switch (layout.compression()) {
            case TiffLayout.NONE -> copy(in, size, out, length);
            case TiffLayout.LZW -> TiffLzw.decode(in, size, out, length);
            case TiffLayout.PACK_BITS -> packBits(in, size, out, length);
            case TiffLayout.ZSTD -> zstd(in, size, out, length);
            default -> inflate(buffers.inflater, in, size, out, length);
        };
        if (got < length) {
            throw Failure.of("io.tiff.chunk", input.name());
        }
    }

    private static int copy(byte[] in, int size, byte[] out, int length) {
        int held = Math.min(size, length);
        System.arraycopy(in, 0, out, 0, held);
        return held;
    }

    private static int inflate(Inflater inflater, byte[] in, int size, byte[] out, int length) {
        try {
            inflater.reset();
            inflater.setInput(in, 0, size);
            int got = 0;
            while (got < length) {
                int more = inflater.inflate(out, got, length - got);
                if (more == 0) {
                    break;
                }
                got += more;
            }
            return got;
        } catch (DataFormatException e) {
            return -1;
        }
    }

    private static int zstd(byte[] in, int size, byte[] out, int length) {
        try {
            return new io.airlift.compress.zstd.ZstdDecompressor().decompress(in, 0, size, out, 0, length);
        } catch (RuntimeException e) {
            return -1;
        }
    }

    private static int packBits(byte[] in, int size, byte[] out, int limit) {
        int i = 0;
        int o = 0;
        while (i < size && o < limit) {
            int n = in[i++];
            if (n >= 0) {
                int length = Math.min(n + 1, Math.min(size - i, limit - o));
                System.arraycopy(in, i, out, o, length);
                i += n + 1;
                o += length;
            } else if (n > -128 && i < size) {
                int end = Math.min(limit, o + 1 - n);
                Arrays.fill(out, o, end, in[i++]);
                o = end;
            }
        }
        return o;
    }

    /** Undoes the byte differences of predictor 3 (TIFF Technical Note 3, 2005): each byte is the difference to the sample before. */
    private void sumBytes(byte[] bytes, int start) {
        int stride = layout.samples();
        int end = start + layout.rowBytes();
        if (stride == 1) {
            byte sum = 0;
            for (int i = start; i < end; i++) {
                sum += bytes[i];
                bytes[i] = sum;
            }
        } else {
            for (int i = start + stride; i < end; i++) {
                bytes[i] += bytes[i - stride];
            }
        }
    }

    /** Puts the byte planes of a row (predictor 3 keeps all highest bytes first, then all second ones …) back into values in the byte
     * order of the file. */
    private void interleave(byte[] bytes, int start) {
        int width = layout.bits() / 8;
        int plane = layout.chunkColumns() * layout.samples();
        byte[] row = Arrays.copyOfRange(bytes, start, start + layout.rowBytes());
        boolean little = input.order == ByteOrder.LITTLE_ENDIAN;
        for (int b = 0; b < width; b++) {
            int place = little ? width - 1 - b : b;
            for (int i = 0; i < plane; i++) {
                bytes[start + i * width + place] = row[b * plane + i];
            }
        }
    }

    /** Undoes the horizontal differences of predictor 2 (TIFF 6.0, section 14). */
    private void sumValues(byte[] bytes, int start) {
        ByteBuffer row = ByteBuffer.wrap(bytes).order(input.order);
        int width = layout.bits() / 8;
        int step = width * layout.samples();
        for (int i = start + step; i < start + layout.rowBytes(); i += width) {
            switch (width) {
                case 1 -> bytes[i] += bytes[i - step];
                case 2 -> row.putShort(i, (short) (row.getShort(i) + row.getShort(i - step)));
                case 4 -> row.putInt(i, row.getInt(i) + row.getInt(i - step));
                default -> row.putLong(i, row.getLong(i) + row.getLong(i - step));
            }
        }
    }

    private void row(byte[] bytes, int start, int columns, float[] values, int to) {
        ByteBuffer row = ByteBuffer.wrap(bytes).order(input.order);
        int step = layout.bits() / 8 * layout.samples();
        int kind = layout.format() * 100 + layout.bits();
        for (int c = 0; c < columns; c++) {
            int i = start + c * step;
            values[to + c] = cleaned(
                    switch (kind) {
                        case 108 -> bytes[i] & 0xff;
                        case 208 -> bytes[i];
                        case 116 -> Short.toUnsignedInt(row.getShort(i));
                        case 216 -> row.getShort(i);
                        case 132 -> Integer.toUnsignedLong(row.getInt(i));
                        case 232 -> row.getInt(i);
                        case 164 -> unsigned(row.getLong(i));
                        case 264 -> row.getLong(i);
                        case 316 -> Float.float16ToFloat(row.getShort(i));
                        case 332 -> row.getFloat(i);
                        default -> row.getDouble(i);
                    });
        }
    }

    private float cleaned(double stored) {
        return stored == noData ? Float.NaN : RasterFiles.cleaned(scale * RasterFiles.cleaned(stored) + offset);
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
    }
}
