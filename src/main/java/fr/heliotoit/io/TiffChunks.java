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
    private final TiffInput input;
    private final TiffLayout layout;
    /** The declared no-data value, NaN for none. */
    private final double noData;
    /** Value = scale × stored + offset. */
    private final double scale;

    private final double offset;
    /** Buffers for decoded bytes, used again and again: fresh memory costs more than inflating into it. */
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();

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
        long stored = layout.lengths()[chunk];
        if (stored == 0) {
            Arrays.fill(values, Float.NaN);
            return values;
        }
        byte[] pooled = spare.poll();
        byte[] bytes = pooled == null ? new byte[layout.chunkRows() * layout.rowBytes()] : pooled;
        expand(input.read(layout.offsets()[chunk], stored), bytes, rows * layout.rowBytes());
        int columns = layout.chunkColumns();
        // Zero has two patterns of bits.
        boolean plain = scale == 1 && offset == 0 && noData != 0 && layout.samples() == 1 && layout.bits() == 32;
        for (int r = 0; r < rows; r++) {
            int start = r * layout.rowBytes();
            if (layout.predictor() == 3) {
                if (plain) {
                    TiffFloats.decode(
                            bytes, start, columns, Float.floatToRawIntBits((float) noData), values, r * columns);
                    continue;
                }
                sumBytes(bytes, start);
                interleave(bytes, start);
            } else if (layout.predictor() == 2) {
                sumValues(bytes, start);
            }
            row(bytes, start, values, r * columns);
        }
        spare.offer(bytes);
        return values;
    }

    private void expand(ByteBuffer stored, byte[] out, int length) throws Failure {
        byte[] in = stored.array();
        int got = switch (layout.compression()) {
            case TiffLayout.NONE -> copy(in, out, length);
            case TiffLayout.LZW -> TiffLzw.decode(in, out, length);
            case TiffLayout.PACK_BITS -> packBits(in, out, length);
            case TiffLayout.ZSTD -> zstd(in, out, length);
            default -> inflate(in, out, length);
        };
        if (got < length) {
            throw Failure.of("io.tiff.chunk", input.name());
        }
    }

    private static int copy(byte[] in, byte[] out, int length) {
        int held = Math.min(in.length, length);
        System.arraycopy(in, 0, out, 0, held);
        return held;
    }

    private static int inflate(byte[] in, byte[] out, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in);
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
        } finally {
            inflater.end();
        }
    }

    private static int zstd(byte[] in, byte[] out, int length) {
        try {
            return new io.airlift.compress.zstd.ZstdDecompressor().decompress(in, 0, in.length, out, 0, length);
        } catch (RuntimeException e) {
            return -1;
        }
    }

    private static int packBits(byte[] in, byte[] out, int limit) {
        int i = 0;
        int o = 0;
        while (i < in.length && o < limit) {
            int n = in[i++];
            if (n >= 0) {
                int length = Math.min(n + 1, Math.min(in.length - i, limit - o));
                System.arraycopy(in, i, out, o, length);
                i += n + 1;
                o += length;
            } else if (n > -128 && i < in.length) {
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

    private void row(byte[] bytes, int start, float[] values, int to) {
        ByteBuffer row = ByteBuffer.wrap(bytes).order(input.order);
        int step = layout.bits() / 8 * layout.samples();
        int kind = layout.format() * 100 + layout.bits();
        for (int c = 0; c < layout.chunkColumns(); c++) {
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
