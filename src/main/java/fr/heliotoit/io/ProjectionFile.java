package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The {@code .prj} file beside a data file: a coordinate system as WKT. */
final class ProjectionFile {
    private static final long LARGEST = 1 << 16;

    private ProjectionFile() {}

    /** The system that the {@code .prj} beside the file names; null when there is none or when it is not known under any code. */
    static @Nullable Crs beside(Path file) throws Failure {
        for (String ending : new String[] {".prj", ".PRJ", ".Prj"}) {
            Path prj = file.resolveSibling(stem(RasterFiles.name(file)) + ending);
            try {
                if (Files.isRegularFile(prj) && Files.size(prj) <= LARGEST) {
                    return Crs.fromWkt(new String(Files.readAllBytes(prj), StandardCharsets.UTF_8))
                            .orElse(null);
                }
            } catch (IOException e) {
                throw RasterFiles.unreadable(prj, e);
            }
        }
        return null;
    }

    /** {@code dem.asc.gz} gives {@code dem}, {@code a.b.tif} gives {@code a.b}. */
    static String stem(String name) {
        String bare =
                name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = bare.lastIndexOf('.');
        return dot > 0 ? bare.substring(0, dot) : bare;
    }
}
