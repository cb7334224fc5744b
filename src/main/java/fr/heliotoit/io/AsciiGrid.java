package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * ESRI ASCII grid: a header of {@code key value} lines ({@code ncols nrows xllcorner|xllcenter yllcorner|yllcenter cellsize|dx dy
 * nodata_value}, any case), then rows from north to south. Decimal points or decimal commas; gzip or not.
 */
final class AsciiGrid {
    private static final Set<String> KEYS = Set.of(
            "ncols",
            "nrows",
            "xllcorner",
            "yllcorner",
            "xllcenter",
            "yllcenter",
            "cellsize",
            "dx",
            "dy",
            "nodata_value");
    /** 400 MB of heights: text files beyond are better converted to GeoTIFF, which is read window by window. */
    private static final long MOST_CELLS = 100_000_000;

    private final Path file;
    private final NumberTokens tokens;

    private AsciiGrid(Path file, InputStream in) {
        this.file = file;
        this.tokens = new NumberTokens(in);
    }

    static boolean looksLikeOne(byte[] start) {
        String text =
                new String(start, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        return KEYS.stream().anyMatch(key -> text.startsWith(key + " ") || text.startsWith(key + "\t"));
    }

    /** The bytes of the file, inflated when it is gzip. */
    static InputStream uncompressed(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return gzip ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static RasterSource read(Path file, @Nullable Crs given) throws Failure {
        try (InputStream in = uncompressed(file)) {
            Raster raster = new AsciiGrid(file, in).raster();
            Crs named = ProjectionFile.beside(file);
            return new MemoryRaster(raster, named == null ? given : named);
        } catch (EOFException | ZipException e) {
            throw new Failure(fr.heliotoit.text.Message.of("io.raster.truncated", RasterFiles.name(file)), e);
        } catch (IOException e) {
            throw RasterFiles.unreadable(file, e);
        }
    }

    /** The header alone; the values are read when a window wants them, and may be given up again. */
    static RasterSource open(Path file, @Nullable Crs given, BlockCache cache) throws Failure {
        try (InputStream in = uncompressed(file)) {
            AsciiGrid head = new AsciiGrid(file, in);
            GridGeometry grid = head.grid(head.header());
            Crs named = ProjectionFile.beside(file);
            return new AsciiTile(file, grid, named == null ? given : named, cache);
        } catch (EOFException | ZipException e) {
            throw new Failure(fr.heliotoit.text.Message.of("io.raster.truncated", RasterFiles.name(file)), e);
        } catch (IOException e) {
            throw RasterFiles.unreadable(file, e);
        }
    }

    private Raster raster() throws IOException, Failure {
        Map<String, Double> header = header();
        GridGeometry grid = grid(header);
        float noData =
                header.getOrDefault("nodata_value", RasterFiles.USUAL_NO_DATA).floatValue();
        // Row by row, so that a header that lies costs no more memory than the file has values.
        float[][] rows = new float[grid.rows()][];
        for (int r = 0; r < grid.rows(); r++) {
            rows[r] = new float[grid.columns()];
            for (int c = 0; c < grid.columns(); c++) {
                double value = value((long) r * grid.columns() + c, grid);
                rows[r][c] = (float) value == noData ? Float.NaN : RasterFiles.cleaned(value);
            }
        }
        if (tokens.next()) {
            throw Failure.of("io.asc.surplus", RasterFiles.name(file), count(grid));
        }
        float[] values = new float[grid.columns() * grid.rows()];
        for (int r = 0; r < grid.rows(); r++) {
            System.arraycopy(rows[r], 0, values, r * grid.columns(), grid.columns());
            rows[r] = new float[0];
        }
        return new Raster(grid, values);
    }

    private double value(long index, GridGeometry grid) throws IOException, Failure {
        // The first value was met when the header ended.
        if (index > 0 && !tokens.next() || tokens.empty()) {
            throw Failure.of("io.asc.short", RasterFiles.name(file), count(grid), Long.toString(index));
        }
        if (!tokens.parse()) {
            throw Failure.of("io.asc.number", RasterFiles.name(file), tokens.text());
        }
        return tokens.number();
    }

    private Map<String, Double> header() throws IOException, Failure {
        Map<String, Double> header = new HashMap<>();
        while (tokens.next() && !tokens.parse()) {
            String key = tokens.text().toLowerCase(Locale.ROOT);
            if (!KEYS.contains(key) || !tokens.next() || !tokens.parse()) {
                throw Failure.of("io.asc.header", RasterFiles.name(file), key);
            }
            header.put(key, tokens.number());
        }
        return header;
    }

    private GridGeometry grid(Map<String, Double> header) throws Failure {
        double columns = required(header, "ncols");
        double rows = required(header, "nrows");
        double width = header.containsKey("cellsize") ? required(header, "cellsize") : required(header, "dx");
        double height = header.containsKey("cellsize") ? width : required(header, "dy");
        if (!(columns >= 1 && rows >= 1 && columns == Math.rint(columns) && rows == Math.rint(rows))) {
            throw Failure.of("io.asc.header", RasterFiles.name(file), "ncols, nrows");
        }
        if (columns * rows > MOST_CELLS) {
            throw Failure.of("io.asc.large", RasterFiles.name(file));
        }
        if (!(width > 0 && height > 0 && width < RasterFiles.ABSURD && height < RasterFiles.ABSURD)) {
            throw Failure.of("io.asc.header", RasterFiles.name(file), "cellsize");
        }
        double west = header.containsKey("xllcenter")
                ? required(header, "xllcenter") - width / 2
                : required(header, "xllcorner");
        double south = header.containsKey("yllcenter")
                ? required(header, "yllcenter") - height / 2
                : required(header, "yllcorner");
        return new GridGeometry((int) columns, (int) rows, west, south + rows * height, width, height);
    }

    private double required(Map<String, Double> header, String key) throws Failure {
        Double value = header.get(key);
        if (value == null || !Double.isFinite(value)) {
            throw Failure.of("io.asc.header", RasterFiles.name(file), key);
        }
        return value;
    }

    private static String count(GridGeometry grid) {
        return grid.columns() + " × " + grid.rows();
    }
}
