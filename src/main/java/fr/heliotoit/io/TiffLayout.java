package fr.heliotoit.io;

import fr.heliotoit.text.Failure;

/**
 * How the cells of the first band lie in a TIFF file: a table of chunks (tiles, or strips as tiles of full width), each compressed by
 * itself.
 *
 * @param columns width of the raster [cells]
 * @param rows height of the raster [cells]
 * @param chunkColumns width of a chunk [cells]; for tiles it may reach beyond the raster
 * @param chunkRows height of a chunk [cells]
 * @param tiled chunks are tiles: padded to full height; a last strip is not
 * @param samples values per cell that lie side by side in a chunk; the first is read
 * @param bits per value: 8, 16, 32 or 64
 * @param format 1 unsigned, 2 signed, 3 IEEE floating point
 * @param offsets where the chunks lie, row by row; 0 with length 0 for one that is not stored
 * @param lengths their compressed lengths [bytes]
 */
@SuppressWarnings("ArrayRecordComponent")
record TiffLayout(
        int columns,
        int rows,
        int chunkColumns,
        int chunkRows,
        boolean tiled,
        int samples,
        int bits,
        int format,
        int compression,
        int predictor,
        long[] offsets,
        long[] lengths) {
    static final int NONE = 1;
    static final int LZW = 5;
    static final int DEFLATE = 8;
    static final int OLD_DEFLATE = 32946;
    static final int PACK_BITS = 32773;
    static final int ZSTD = 50000;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_LENGTHS = 279;
    private static final int PLANAR = 284;
    private static final int PREDICTOR = 317;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int SAMPLE_FORMAT = 339;

    /** Side of the largest raster: half of France at 0.5 m. */
    private static final long LONGEST_SIDE = 2_000_000;

    private static final long MOST_CHUNKS = 4_000_000;
    /** Decoded size of a chunk; real files have 64 kB to 4 MB, those in one strip up to some dozen. */
    private static final long LARGEST_CHUNK = 64L << 20;
    /** Cells of a chunk, each four bytes once it is read. */
    private static final long MOST_CELLS = 16L << 20;
    /** Chunks of rows cut from stored (uncompressed) strips [bytes]. */
    private static final long GOOD_CHUNK = 1L << 20;

    static TiffLayout of(TiffInput input, TiffDirectory tags) throws Failure {
        long columns = tags.integer(WIDTH, 0);
        long rows = tags.integer(HEIGHT, 0);
        if (columns < 1 || rows < 1 || columns > LONGEST_SIDE || rows > LONGEST_SIDE) {
            throw Failure.of("io.tiff.size", input.name(), columns + " × " + rows);
        }
        long photometric = tags.integer(PHOTOMETRIC, 1);
        if (photometric == 2 || photometric >= 5) {
            throw Failure.of("io.tiff.picture", input.name());
        }
        long samples = tags.integer(SAMPLES, 1);
        long bits = tags.integer(BITS, 1);
        long format = tags.integer(SAMPLE_FORMAT, 1);
        boolean whole = bits == 8 || bits == 16 || bits == 32 || bits == 64;
        // 4 is "undefined": libtiff takes it for unsigned.
        format = format == 4 ? 1 : format;
        if (!whole || format < 1 || format > 3 || format == 3 && bits == 8) {
            throw Failure.of("io.tiff.type", input.name(), bits + " bits, format " + format);
        }
        if (samples < 1 || samples > 65_535) {
            throw Failure.of("io.tiff.absurd", input.name());
        }
        long compression = tags.integer(COMPRESSION, NONE);
        long fillOrder = tags.integer(FILL_ORDER, 1);
        if (!known(compression) || fillOrder != 1) {
            throw Failure.of("io.tiff.compression", input.name(), Long.toString(compression));
        }
        boolean compressed = compression != NONE;
        long predictor = compressed && compression != PACK_BITS ? tags.integer(PREDICTOR, 1) : 1;
        if (predictor < 1 || predictor > 3 || predictor == 3 && format != 3) {
            throw Failure.of("io.tiff.compression", input.name(), compression + "/" + predictor);
        }
        boolean separate = samples > 1 && tags.integer(PLANAR, 1) == 2;
        int stride = separate ? 1 : (int) samples;
        boolean tiled = tags.has(TILE_WIDTH);
        long chunkColumns = tiled ? tags.integer(TILE_WIDTH, 0) : columns;
        long chunkRows = tiled ? tags.integer(TILE_HEIGHT, 0) : Math.min(rows, tags.integer(ROWS_PER_STRIP, rows));
        if (chunkColumns < 1 || chunkRows < 1 || chunkColumns > LONGEST_SIDE || chunkRows > LONGEST_SIDE) {
            throw Failure.of("io.tiff.absurd", input.name());
        }
        long across = (columns + chunkColumns - 1) / chunkColumns;
        long down = (rows + chunkRows - 1) / chunkRows;
        long rowBytes = chunkColumns * stride * bits / 8;
        if (across * down > MOST_CHUNKS
                || (compressed || tiled ? chunkRows : 1) * chunkColumns > MOST_CELLS
                || (compressed || tiled ? chunkRows : 1) * rowBytes > LARGEST_CHUNK) {
            throw Failure.of("io.tiff.chunks", input.name());
        }
        int count = (int) (across * down);
        long[] offsets = tags.integers(tiled ? TILE_OFFSETS : STRIP_OFFSETS, count);
        long[] lengths = tags.integers(tiled ? TILE_LENGTHS : STRIP_LENGTHS, count);
        if (!compressed && lengths.length < count && offsets.length == count) {
            lengths = storedLengths(count, (int) down, (int) chunkRows, (int) rows, tiled, rowBytes);
        }
        if (offsets.length < count || lengths.length < count) {
            throw Failure.of("io.raster.truncated", input.name());
        }
        TiffLayout layout = new TiffLayout(
                (int) columns,
                (int) rows,
                (int) chunkColumns,
                (int) chunkRows,
                tiled,
                stride,
                (int) bits,
                (int) format,
                (int) compression,
                (int) predictor,
                offsets,
                lengths);
        return compressed || tiled ? layout : layout.cut(rowBytes, input);
    }

    int chunksAcross() {
        return (columns + chunkColumns - 1) / chunkColumns;
    }

    /** Rows stored in a chunk: strips end with the raster. */
    int rowsIn(int chunk) {
        int first = chunk / chunksAcross() * chunkRows;
        return tiled ? chunkRows : Math.min(chunkRows, rows - first);
    }

    /** Decoded length of a row of a chunk, all its samples [bytes]. */
    int rowBytes() {
        return chunkColumns * samples * bits / 8;
    }

    private static boolean known(long compression) {
        return compression == NONE
                || compression == LZW
                || compression == DEFLATE
                || compression == OLD_DEFLATE
                || compression == PACK_BITS
                || compression == ZSTD;
    }

    private static long[] storedLengths(int count, int down, int chunkRows, int rows, boolean tiled, long rowBytes) {
        long[] lengths = new long[count];
        for (int i = 0; i < count; i++) {
            int last = rows - (down - 1) * chunkRows;
            lengths[i] = (!tiled && i == count - 1 ? last : chunkRows) * rowBytes;
        }
        return lengths;
    }

    /** Cuts long stored strips into short ones, so that a window of a file in one strip need not read all of it. */
    private TiffLayout cut(long rowBytes, TiffInput input) throws Failure {
        int good = (int) Math.clamp(GOOD_CHUNK / rowBytes, 1, chunkRows);
        if (good == chunkRows) {
            return this;
        }
        int perStrip = (chunkRows + good - 1) / good;
        // Short strips must fall on the boundaries of the long ones.
        while (good > 1 && chunkRows % good != 0 && offsets.length > 1) {
            good--;
            perStrip = (chunkRows + good - 1) / good;
        }
        int count = (rows + good - 1) / good;
        long[] starts = new long[count];
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            int strip = i / perStrip;
            long within = (long) (i % perStrip) * good * rowBytes;
            long size = Math.min(good, rows - (long) i * good) * rowBytes;
            if (offsets[strip] == 0 && lengths[strip] == 0) {
                continue;
            }
            if (within + size > lengths[strip]) {
                throw Failure.of("io.raster.truncated", input.name());
            }
            starts[i] = offsets[strip] + within;
            sizes[i] = size;
        }
        return new TiffLayout(
                columns, rows, chunkColumns, good, false, samples, bits, format, compression, predictor, starts, sizes);
    }
}
