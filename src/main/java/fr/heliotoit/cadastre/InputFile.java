package fr.heliotoit.cadastre;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A raster or weather file that the project knows by reference: it is not copied.
 *
 * @param path relative to the project file's folder when possible, else absolute; with forward slashes
 * @param sha256 hexadecimal digest of its bytes when it was registered
 * @param crs code given by the user for a raster that names none; null when the file says so itself
 */
public record InputFile(
        Kind kind, String path, String sha256, @Nullable String crs) {
    /** What a file is for; the code is what files and {@code --as} say. */
    public enum Kind {
        SURFACE_MODEL("mns"),
        TERRAIN_MODEL("mnt"),
        CANOPY("canopee"),
        IRRADIATION("irradiation"),
        WEATHER("meteo");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Kind> ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The file's name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
