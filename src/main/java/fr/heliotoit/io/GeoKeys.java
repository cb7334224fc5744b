package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Where the cells of a GeoTIFF lie and in which system (OGC GeoTIFF 1.1, 2019; world file as fall-back). */
final class GeoKeys {
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINTS = 33922;
    private static final int TRANSFORMATION = 34264;
    private static final int KEYS = 34735;
    private static final int KEY_TEXTS = 34737;

    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int CITATION = 1026;
    private static final int GEOGRAPHIC_CODE = 2048;
    private static final int PROJECTED_CODE = 3072;
    private static final int PROJECTED_CITATION = 3073;
    /** Codes from here are "user-defined" or private. */
    private static final int USER_DEFINED = 32_767;

    private final TiffInput input;
    private final TiffDirectory tags;
    private final long[] keys;

    GeoKeys(TiffInput input, TiffDirectory tags) throws Failure {
        this.input = input;
        this.tags = tags;
        this.keys = tags.integers(KEYS, 4096);
    }

    /** @throws Failure when the file has no place, is rotated or has its south on top */
    GridGeometry grid(int columns, int rows) throws Failure {
        double[] transformation = tags.doubles(TRANSFORMATION);
        double[] scale = tags.doubles(PIXEL_SCALE);
        double[] ties = tags.doubles(TIE_POINTS);
        boolean points = key(RASTER_TYPE).orElse(1) == 2;
        double[] affine;
        if (scale.length >= 2 && ties.length >= 6) {
            affine = new double[] {scale[0], 0, ties[3] - ties[0] * scale[0], 0, -scale[1], ties[4] + ties[1] * scale[1]
            };
        } else if (transformation.length >= 8) {
            double[] t = transformation;
            affine = new double[] {t[0], t[1], t[3], t[4], t[5], t[7]};
        } else {
            affine = worldFile();
            points = false;
        }
        double width = affine[0];
        double height = -affine[4];
        double rotation = Math.abs(affine[1]) * columns + Math.abs(affine[3]) * rows;
        // A rotation that moves no cell by more than a thousandth of one is a rounding error of the writer.
        if (rotation > 1e-3 * Math.min(Math.abs(width), Math.abs(height)) || !(width > 0 && height > 0)) {
            throw Failure.of("io.raster.rotated", input.name());
        }
        double west = affine[2] - (points ? width / 2 : 0);
        double north = affine[5] + (points ? height / 2 : 0);
        if (!(Math.abs(west) < 1e12 && Math.abs(north) < 1e12 && width < 1e9 && height < 1e9)) {
            throw Failure.of("io.raster.place", input.name());
        }
        return new GridGeometry(columns, rows, west, north, width, height);
    }

    /** The coordinate system that the keys, or a {@code .prj} beside the file, name; null when none is named or known. */
    @Nullable
    Crs crs() throws Failure {
        int model = key(MODEL_TYPE).orElse(0);
        int code = model == 2
                ? key(GEOGRAPHIC_CODE).orElse(0)
                : key(PROJECTED_CODE)
                        .orElse(model == 1 ? 0 : key(GEOGRAPHIC_CODE).orElse(0));
        if (code > 1000 && code < USER_DEFINED) {
            return new Crs("EPSG:" + code);
        }
        for (int citation : new int[] {PROJECTED_CITATION, CITATION}) {
            String text = text(citation);
            int wkt = text == null ? -1 : Math.max(text.indexOf("PROJCS["), text.indexOf("PROJCRS["));
            if (text != null && wkt >= 0) {
                Crs known = Crs.fromWkt(text.substring(wkt)).orElse(null);
                if (known != null) {
                    return known;
                }
            }
        }
        return ProjectionFile.beside(input.file);
    }

    /** The value of a key that is a short; empty when absent. */
    private OptionalInt key(int wanted) {
        int i = find(wanted);
        return i >= 0 && keys[i + 1] == 0 ? OptionalInt.of((int) keys[i + 3]) : OptionalInt.empty();
    }

    private @Nullable String text(int wanted) throws Failure {
        int i = find(wanted);
        String all = i >= 0 && keys[i + 1] == KEY_TEXTS ? tags.text(KEY_TEXTS) : null;
        if (all == null) {
            return null;
        }
        int start = Math.clamp(keys[i + 3], 0, all.length());
        return all.substring(start, start + Math.clamp(keys[i + 2], 0, all.length() - start));
    }

    private int find(int wanted) {
        for (int i = 4; i + 3 < keys.length; i += 4) {
            if (keys[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The six lines of a world file: place of the centre of the first cell. */
    private double[] worldFile() throws Failure {
        String stem = ProjectionFile.stem(input.name());
        for (String ending : List.of(".tfw", ".TFW", ".tifw", ".wld")) {
            Path file = input.file.resolveSibling(stem + ending);
            try {
                if (Files.isRegularFile(file) && Files.size(file) < 4096) {
                    String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1)
                            .strip()
                            .split("\\s+");
                    double[] v = new double[6];
                    for (int i = 0; i < 6 && i < lines.length; i++) {
                        v[i] = fr.heliotoit.text.Formats.parse(lines[i]).orElse(Double.NaN);
                    }
                    return new double[] {v[0], v[2], v[4] - v[0] / 2 - v[2] / 2, v[1], v[3], v[5] - v[1] / 2 - v[3] / 2
                    };
                }
            } catch (IOException e) {
                throw RasterFiles.unreadable(file, e);
            }
        }
        throw Failure.of("io.raster.place", input.name());
    }
}
