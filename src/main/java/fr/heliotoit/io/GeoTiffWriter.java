package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes a GeoTIFF of 32-bit floats tile by tile, in any order and from several threads: tiles of 256 × 256 cells, deflate, predictor 3,
 * one or more bands, each by itself. Tiles without any data, or never handed over, take no room. Beyond 4 GB it becomes a BigTIFF.
 *
 * <p>The file appears under its name only with {@link #finish()}; {@link #close()} without it leaves nothing behind. Memory: two numbers
 * per tile.
 */
public final class GeoTiffWriter implements AutoCloseable {
    /** Side of a tile [cells]. */
    public static final int TILE = 256;

    static final float NO_DATA = -9999;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final GridGeometry grid;
    private final boolean big;
    private final int across;
    private final int down;
    private final long[] offsets;
    private final long[] lengths;
    private final GeoTiffTags tags;
    private long end;
    private boolean finished;

    private GeoTiffWriter(Path file, Path part, FileChannel channel, GridGeometry grid, GeoTiffTags tags, int bands) {
        this.file = file;
        this.part = part;
        this.channel = channel;
        this.grid = grid;
        this.tags = tags;
        this.across = (grid.columns() + TILE - 1) / TILE;
        this.down = (grid.rows() + TILE - 1) / TILE;
        this.offsets = new long[Math.multiplyExact(bands, across * down)];
        this.lengths = new long[offsets.length];
        // Noise does not shrink: reckon with the worst.
        this.big = (long) offsets.length * (TILE * TILE * 4 + 1024) > 0xF000_0000L;
        this.end = big ? 16 : 8;
    }

    /**
     * Begins a file. An existing file of that name is replaced when this one is finished.
     *
     * @param crs system of the grid; null writes none
     * @param bands what each band holds, for example {@code kWh/m² janvier}; at least one
     * @param metadata named texts kept in the file (GDAL's metadata items): parameters, sources
     */
    public static GeoTiffWriter create(
            Path file, GridGeometry grid, @Nullable Crs crs, List<String> bands, Map<String, String> metadata)
            throws Failure {
        GeoTiffTags tags = GeoTiffTags.of(grid, crs, bands, metadata);
        Path part = file.resolveSibling(RasterFiles.name(file) + ".part");
        try {
            FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            return new GeoTiffWriter(file, part, channel, grid, tags, bands.size());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Writes cells of a band.
     *
     * @param band from 0
     * @param column first column, a multiple of {@link #TILE}
     * @param row first row, a multiple of {@link #TILE}
     * @param cells ends on a multiple of {@link #TILE} or at the edge of the grid; NaN for no data
     */
    public void write(int band, int column, int row, Raster cells) throws Failure {
        int columns = cells.grid().columns();
        int rows = cells.grid().rows();
        boolean aligned = column % TILE == 0
                && row % TILE == 0
                && (columns % TILE == 0 || column + columns == grid.columns())
                && (rows % TILE == 0 || row + rows == grid.rows());
        if (!aligned || column + columns > grid.columns() || row + rows > grid.rows()) {
            throw new IllegalArgumentException(
                    columns + " × " + rows + " cells at " + column + ", " + row + " are no whole tiles");
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            for (int y = 0; y < rows; y += TILE) {
                for (int x = 0; x < columns; x += TILE) {
                    byte[] raw = tile(cells, x, y);
                    if (raw.length > 0) {
                        int index = (band * down + (row + y) / TILE) * across + (column + x) / TILE;
                        append(index, deflated(deflater, raw));
                    }
                }
            }
        } finally {
            deflater.end();
        }
    }

    /** A tile as bytes ready to be deflated; empty when it has no data. */
    private static byte[] tile(Raster cells, int x, int y) {
        int columns = Math.min(TILE, cells.grid().columns() - x);
        int rows = Math.min(TILE, cells.grid().rows() - y);
        boolean any = false;
        byte[] raw = new byte[TILE * TILE * 4];
        for (int r = 0; r < TILE; r++) {
            int start = r * TILE * 4;
            for (int c = 0; c < TILE; c++) {
                float value = r < rows && c < columns ? cells.at(x + c, y + r) : Float.NaN;
                any |= !Float.isNaN(value);
                int bits = Float.floatToRawIntBits(Float.isNaN(value) ? NO_DATA : value);
                // Predictor 3 (TIFF Technical Note 3): all first bytes of the row, then all second ones …
                raw[start + c] = (byte) (bits >> 24);
                raw[start + TILE + c] = (byte) (bits >> 16);
                raw[start + 2 * TILE + c] = (byte) (bits >> 8);
                raw[start + 3 * TILE + c] = (byte) bits;
            }
            // … and of these the differences.
            for (int i = start + 4 * TILE - 1; i > start; i--) {
                raw[i] -= raw[i - 1];
            }
        }
        return any ? raw : new byte[0];
    }

    private static ByteBuffer deflated(Deflater deflater, byte[] raw) {
        deflater.reset();
        deflater.setInput(raw);
        deflater.finish();
        // Deflate adds five bytes per block of noise at most; this leaves room for many.
        byte[] out = new byte[raw.length + raw.length / 100 + 1024];
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(out, length, out.length - length);
        }
        return ByteBuffer.wrap(out, 0, length);
    }

    private void append(int index, ByteBuffer bytes) throws Failure {
        long at;
        synchronized (this) {
            at = end;
            offsets[index] = at;
            lengths[index] = bytes.remaining();
            end += bytes.remaining() + (bytes.remaining() & 1);
        }
        writeAt(bytes, at);
    }

    /** Writes the directory and gives the file its name. */
    public synchronized void finish() throws Failure {
        ByteBuffer directory = tags.directory(end, big, offsets, lengths);
        writeAt(directory, end);
        ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I');
        if (big) {
            head.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(end);
        } else {
            head.putShort((short) 42).putInt((int) end);
        }
        writeAt(head.flip(), 0);
        try {
            channel.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            finished = true;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void writeAt(ByteBuffer bytes, long at) throws Failure {
        try {
            long to = at;
            while (bytes.hasRemaining()) {
                to += channel.write(bytes, to);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Failure unwritable(Path file, IOException cause) {
        return new Failure(Message.of("io.raster.unwritable", file.toString()), cause);
    }

    /** Ends the work; what was not {@link #finish() finished} is deleted. */
    @Override
    public void close() {
        if (!finished) {
            try {
                channel.close();
                Files.deleteIfExists(part);
            } catch (IOException e) {
                System.getLogger(GeoTiffWriter.class.getName()).log(System.Logger.Level.WARNING, part.toString(), e);
            }
        }
    }
}
