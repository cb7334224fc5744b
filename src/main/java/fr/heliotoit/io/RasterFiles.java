package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The door to raster files: GeoTIFF (any size, read window by window) and ESRI ASCII grid ({@code .asc}, {@code .asc.gz}; held in
 * memory). What a file is, is told by its first bytes, not by its name.
 *
 * <p>Besides the no-data value that the file declares, these are taken for no data in every file, because no height and no irradiation
 * has them: NaN, infinite, magnitude above 1e30 (the ±3.4e38 of many programs) and exactly −9999.
 */
public final class RasterFiles {
    /** No measured quantity is that large; ±3.4e38 stands for "none" in files of many programs. */
    static final double ABSURD = 1e30;

    static final double USUAL_NO_DATA = -9999;

    private static final Pattern ENDING = Pattern.compile("(?i)\\.(tiff?|asc|asc\\.gz)$");

    /** Deliveries of IGN hold their tiles four folders down. */
    private static final int DEEPEST_FOLDER = 8;

    private RasterFiles() {}

    /** {@link #open(Path, Crs)} for a file that must name its coordinate system itself, or stay without. */
    public static RasterSource open(Path file) throws Failure {
        return open(file, null);
    }

    /**
     * Opens a raster; a folder is opened as the mosaic of its rasters. Only the header is read for a GeoTIFF.
     *
     * @param given the coordinate system the user gave; taken when the file itself (keys, {@code .prj} beside it) names none
     * @throws Failure when the file is absent, damaged, of an unknown kind or without place on the ground
     */
    public static RasterSource open(Path file, @Nullable Crs given) throws Failure {
        if (Files.isDirectory(file)) {
            return open(List.of(file), given);
        }
        byte[] start = start(file);
        if (start.length >= 4 && TiffInput.isTiff(start)) {
            return GeoTiffSource.open(file, given, new BlockCache());
        }
        if (AsciiGrid.looksLikeOne(start)) {
            return AsciiGrid.read(file, given);
        }
        throw Failure.of("io.raster.format", name(file));
    }

    /**
     * Opens tiles of one grid as one raster: same system, same cells, origins apart by whole cells. Where tiles lie over each other the
     * first one that has data counts, tiles of a folder in the order of their names; where none lies there is no data.
     *
     * @param files rasters and folders of rasters, at least one
     * @param given the system of files that name none
     * @throws Failure as for one file; when a folder holds no raster; when tiles do not fit together
     */
    public static RasterSource open(List<Path> files, @Nullable Crs given) throws Failure {
        List<Path> tiles = tiles(files);
        if (tiles.size() == 1) {
            return open(tiles.getFirst(), given);
        }
        List<RasterSource> opened = new ArrayList<>();
        BlockCache cache = new BlockCache();
        try {
            for (Path tile : tiles) {
                byte[] start = start(tile);
                if (start.length >= 4 && TiffInput.isTiff(start)) {
                    opened.add(GeoTiffSource.open(tile, given, cache));
                } else if (AsciiGrid.looksLikeOne(start)) {
                    opened.add(AsciiGrid.open(tile, given, cache));
                } else {
                    throw Failure.of("io.raster.format", name(tile));
                }
            }
        } catch (Failure | RuntimeException e) {
            opened.forEach(RasterSource::close);
            throw e;
        }
        return MosaicSource.of(opened, tiles);
    }

    /** The files themselves: of each folder, and the folders in it, the rasters by the order of their names. */
    public static List<Path> tiles(List<Path> files) throws Failure {
        List<Path> tiles = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isDirectory(file)) {
                tiles.add(file);
                continue;
            }
            try (Stream<Path> below = Files.walk(file, DEEPEST_FOLDER)) {
                List<Path> found = below.filter(Files::isRegularFile)
                        .filter(f -> ENDING.matcher(name(f)).find())
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    throw Failure.of("io.mosaic.empty", file.toString());
                }
                tiles.addAll(found);
            } catch (IOException | UncheckedIOException e) {
                throw new Failure(Message.of("io.raster.unreadable", name(file)), e);
            }
        }
        return tiles;
    }

    /** @throws Failure when a window of so many cells would take more than half of the memory */
    static void checkMemory(Path file, int columns, int rows) throws Failure {
        if (columns < 1
                || rows < 1
                || (long) columns * rows * Float.BYTES > Runtime.getRuntime().maxMemory() / 2) {
            throw Failure.of("io.raster.memory", name(file), columns + " × " + rows);
        }
    }

    /** Whether the first bytes are those of a raster that {@link #open(Path, Crs)} knows. */
    public static boolean isRaster(Path file) throws Failure {
        byte[] start = start(file);
        return start.length >= 4 && TiffInput.isTiff(start) || AsciiGrid.looksLikeOne(start);
    }

    private static byte[] start(Path file) throws Failure {
        if (!Files.exists(file)) {
            throw Failure.of("io.raster.missing", file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw Failure.of("io.raster.format", name(file));
        }
        try (InputStream in = AsciiGrid.uncompressed(file)) {
            return in.readNBytes(512);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Failure unreadable(Path file, IOException cause) {
        return new Failure(Message.of("io.raster.unreadable", name(file)), cause);
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** The value itself, or NaN when it stands for "no data" in any file. */
    static float cleaned(double value) {
        return Math.abs(value) < ABSURD && value != USUAL_NO_DATA ? (float) value : Float.NaN;
    }
}
