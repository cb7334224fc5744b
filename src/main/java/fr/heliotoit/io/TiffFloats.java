package fr.heliotoit.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Rows of 32-bit floats as TIFF files store them: the hot loops of reading rasters. */
final class TiffFloats {
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
    private static final int MAGNITUDE = 0x7fff_ffff;
    private static final int ABSURD = Float.floatToRawIntBits((float) RasterFiles.ABSURD);
    private static final int USUAL_NO_DATA = Float.floatToRawIntBits((float) RasterFiles.USUAL_NO_DATA);

    private TiffFloats() {}

    /**
     * A row with predictor 3 (TIFF Technical Note 3, 2005): the highest bytes of all cells, then the second ones …, each byte as the
     * difference to the one before. Undone with four running sums side by side, one per byte plane, instead of one over the whole row.
     *
     * @param bytes holds the row from {@code start}: {@code 4 × stored} bytes
     * @param stored cells of the row
     * @param columns cells wanted, from the first
     * @param noData bits of the declared no-data value
     * @param values takes the row from {@code to}; NaN for no data
     */
    static void planes(byte[] bytes, int start, int stored, int columns, int noData, float[] values, int to) {
        int second = start + stored;
        int third = second + stored;
        int fourth = third + stored;
        int a = 0;
        int b = sum(bytes, start, second);
        int c = b + sum(bytes, second, third);
        int d = c + sum(bytes, third, fourth);
        for (int i = 0; i < columns; i++) {
            a += bytes[start + i];
            b += bytes[second + i];
            c += bytes[third + i];
            d += bytes[fourth + i];
            int bits = a << 24 | (b & 0xff) << 16 | (c & 0xff) << 8 | d & 0xff;
            // Among positive floats the order of the bits is that of the values; infinities and NaN are above all.
            boolean none = (bits & MAGNITUDE) >= ABSURD || bits == noData || bits == USUAL_NO_DATA;
            values[to + i] = none ? Float.NaN : Float.intBitsToFloat(bits);
        }
    }

    /**
     * A row as it is, or with predictor 2 (TIFF 6.0, section 14): each value, as a whole number, the difference to the one before.
     *
     * @param bytes holds the row from {@code start}
     * @param columns cells wanted, from the first
     * @param noData bits of the declared no-data value
     * @param values takes the row from {@code to}; NaN for no data
     */
    static void plain(
            byte[] bytes,
            int start,
            int columns,
            boolean differences,
            ByteOrder order,
            int noData,
            float[] values,
            int to) {
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        int mask = differences ? -1 : 0;
        int before = 0;
        for (int i = 0; i < columns; i++) {
            int at = start + 4 * i;
            int bits = (little ? (int) LITTLE.get(bytes, at) : (int) BIG.get(bytes, at)) + (before & mask);
            before = bits;
            boolean none = (bits & MAGNITUDE) >= ABSURD || bits == noData || bits == USUAL_NO_DATA;
            values[to + i] = none ? Float.NaN : Float.intBitsToFloat(bits);
        }
    }

    /** Sum of bytes modulo 256, eight at a time. */
    private static int sum(byte[] bytes, int from, int to) {
        long lanes = 0;
        int i = from;
        for (int block = from; i + 8 <= to; block = i) {
            // 16-bit lanes hold 128 sums of two bytes before they could overflow into each other.
            int end = Math.min(to - 8, block + 8 * 127);
            for (; i <= end; i += 8) {
                long eight = (long) LONGS.get(bytes, i);
                lanes += (eight & EVEN_BYTES) + (eight >>> 8 & EVEN_BYTES);
            }
            lanes &= EVEN_BYTES;
        }
        int total = (int) (lanes + (lanes >>> 16) + (lanes >>> 32) + (lanes >>> 48));
        for (; i < to; i++) {
            total += bytes[i];
        }
        return total;
    }
}
