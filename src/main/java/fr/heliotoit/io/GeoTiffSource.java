package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first band of a GeoTIFF, read window by window. Chunks (tiles, strips) are decoded in parallel; the latest ones are kept, so
 * that neighbouring windows do not decode them again.
 */
final class GeoTiffSource implements RasterSource {
    private static final int NO_DATA = 42113;
    private static final int METADATA = 42112;
    private static final Pattern SCALE = Pattern.compile("<Item[^>]*\\brole=\"(scale|offset)\"[^>]*>([^<]*)</Item>");

    private final TiffInput input;
    private final TiffLayout layout;
    private final TiffChunks chunks;
    private final GridGeometry grid;
    private final @Nullable Crs crs;
    private final BlockCache cache;

    private GeoTiffSource(
            TiffInput input,
            TiffLayout layout,
            TiffChunks chunks,
            GridGeometry grid,
            @Nullable Crs crs,
            BlockCache cache) {
        this.input = input;
        this.layout = layout;
        this.chunks = chunks;
        this.grid = grid;
        this.crs = crs;
        this.cache = cache;
    }

    static GeoTiffSource open(java.nio.file.Path file, @Nullable Crs given, BlockCache cache) throws Failure {
        TiffInput input = TiffInput.open(file);
        try {
            TiffDirectory tags = TiffDirectory.first(input);
            TiffLayout layout = TiffLayout.of(input, tags);
            GeoKeys keys = new GeoKeys(input, tags);
            GridGeometry grid = keys.grid(layout.columns(), layout.rows());
            Crs named = keys.crs();
            double[] scaling = scaling(tags);
            TiffChunks chunks = new TiffChunks(input, layout, noData(tags), scaling[0], scaling[1]);
            return new GeoTiffSource(input, layout, chunks, grid, named == null ? given : named, cache);
        } catch (Failure e) {
            input.close();
            throw e;
        }
    }

    @Override
    public GridGeometry grid() {
        return grid;
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.ofNullable(crs);
    }

    @Override
    public int blockColumns() {
        return layout.chunkColumns();
    }

    @Override
    public int blockRows() {
        return layout.chunkRows();
    }

    @Override
    public Raster read(int column, int row, int columns, int rows) throws Failure {
        RasterFiles.checkMemory(input.file, columns, rows);
        float[] values = new float[columns * rows];
        read(column, row, columns, rows, values);
        return new Raster(grid.window(column, row, columns, rows), values);
    }

    @Override
    public void read(int column, int row, int columns, int rows, float[] into) throws Failure {
        int west = Math.max(0, column);
        int north = Math.max(0, row);
        int east = Math.min(grid.columns(), column + columns);
        int south = Math.min(grid.rows(), row + rows);
        if (west != column || north != row || east != column + columns || south != row + rows) {
            Arrays.fill(into, 0, columns * rows, Float.NaN);
        }
        if (west >= east || north >= south) {
            return;
        }
        // Whoever goes through the raster block by block never needs a chunk twice: nothing to keep.
        boolean once = west % layout.chunkColumns() == 0
                && north % layout.chunkRows() == 0
                && (east % layout.chunkColumns() == 0 || east == grid.columns())
                && (south % layout.chunkRows() == 0 || south == grid.rows());
        int firstAcross = west / layout.chunkColumns();
        int across = (east - 1) / layout.chunkColumns() - firstAcross + 1;
        int firstDown = north / layout.chunkRows();
        int down = (south - 1) / layout.chunkRows() - firstDown + 1;
        AtomicReference<Failure> failure = new AtomicReference<>();
        IntStream all = IntStream.range(0, across * down);
        (across * down > 1 ? all.parallel() : all).forEach(i -> {
            if (failure.get() != null) {
                return;
            }
            int x = (firstAcross + i % across) * layout.chunkColumns();
            int y = (firstDown + i / across) * layout.chunkRows();
            int chunk = (firstDown + i / across) * layout.chunksAcross() + firstAcross + i % across;
            int from = Math.max(west, x);
            int first = Math.max(north, y);
            int count = Math.min(east, x + layout.chunkColumns()) - from;
            int last = Math.min(south, y + layout.chunkRows());
            int to = (first - row) * columns + from - column;
            try {
                if (once) {
                    chunks.decode(chunk, count, last - first, into, to, columns);
                    return;
                }
                float[] decoded = cache.block(this, chunk, chunks::decode);
                for (int r = first; r < last; r++) {
                    int at = (r - y) * layout.chunkColumns() + from - x;
                    System.arraycopy(decoded, at, into, to + (r - first) * columns, count);
                }
            } catch (Failure e) {
                failure.compareAndSet(null, e);
            }
        });
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static double noData(TiffDirectory tags) throws Failure {
        String text = tags.text(NO_DATA);
        if (text == null) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN; // "nan" of any spelling
        }
    }

    /** Scale and offset of the first band from GDAL's metadata: whole numbers may stand for decimetres. */
    private static double[] scaling(TiffDirectory tags) throws Failure {
        double[] scaling = {1, 0};
        String metadata = tags.text(METADATA);
        Matcher item = SCALE.matcher(metadata == null ? "" : metadata);
        while (item.find()) {
            if (item.group().contains("sample=\"0\"")) {
                double value = fr.heliotoit.text.Formats.parse(item.group(2)).orElse(Double.NaN);
                scaling[item.group(1).equals("scale") ? 0 : 1] = value;
            }
        }
        return scaling;
    }

    @Override
    public void close() {
        chunks.close();
        input.close();
    }
}
