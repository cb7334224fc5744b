package fr.heliotoit.io;

/** LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, highest bit first, the width growing one code early. */
final class TiffLzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FULL = 4096;

    private TiffLzw() {}

    /**
     * @param size bytes of {@code in} that count
     * @return bytes written; fewer than fit when the stream ends early, -1 when it is damaged
     */
    static int decode(byte[] in, int size, byte[] out, int limit) {
        // Each entry is a run in what was already written: where it starts and how long it is.
        int[] from = new int[FULL + 1];
        int[] length = new int[FULL + 1];
        if (size > 1 && in[0] == 0 && (in[1] & 1) == 1) {
            // Lowest bit first: written before TIFF 6.0 (1992), by no program for rasters of heights.
            return -1;
        }
        int next = END + 1;
        int width = 9;
        int previous = -1;
        long bits = 0;
        int held = 0;
        int i = 0;
        int o = 0;
        while (o < limit) {
            while (held < width) {
                if (i == size) {
                    return o;
                }
                bits = bits << 8 | in[i++] & 0xff;
                held += 8;
            }
            int code = (int) (bits >>> held - width) & (1 << width) - 1;
            held -= width;
            if (code == END) {
                return o;
            }
            if (code == CLEAR) {
                next = END + 1;
                width = 9;
                previous = -1;
                continue;
            }
            int start = o;
            if (code < CLEAR) {
                out[o++] = (byte) code;
            } else if (previous < 0 || code > next || code == next && next == FULL) {
                return -1;
            } else {
                // The entry being made is the previous run and its own first byte, which the copy below has written by
                // then.
                int source = code == next ? previous : from[code];
                int count = Math.min(code == next ? start - previous + 1 : length[code], limit - o);
                for (int k = 0; k < count; k++) {
                    out[o++] = out[source + k];
                }
            }
            if (previous >= 0 && next < FULL) {
                from[next] = previous;
                length[next] = start - previous + 1;
                next++;
            }
            previous = start;
            if (next + 1 >= 1 << width && width < 12) {
                width++;
            }
        }
        return o;
    }
}
