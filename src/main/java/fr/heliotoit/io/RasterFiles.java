package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private RasterFiles() {}

    /** {@link #open(Path, Crs)} for a file that must name its coordinate system itself, or stay without. */
    public static RasterSource open(Path file) throws Failure {
        return open(file, null);
    }

    /**
     * Opens a raster. Only the header is read for a GeoTIFF.
     *
     * @param given the coordinate system the user gave; taken when the file itself (keys, {@code .prj} beside it) names none
     * @throws Failure when the file is absent, damaged, of an unknown kind or without place on the ground
     */
    public static RasterSource open(Path file, @Nullable Crs given) throws Failure {
        byte[] start = start(file);
        if (start.length >= 4 && TiffInput.isTiff(start)) {
            return GeoTiffSource.open(file, given);
        }
        if (AsciiGrid.looksLikeOne(start)) {
            return AsciiGrid.read(file, given);
        }
        throw Failure.of("io.raster.format", name(file));
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
        return new Failure(fr.heliotoit.text.Message.of("io.raster.unreadable", name(file)), cause);
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
