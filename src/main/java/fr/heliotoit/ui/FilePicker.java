package fr.heliotoit.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files. The system's dialogs in the product; tests answer by themselves. */
public interface FilePicker {
    /** What a file is for; each kind has its words in the bundle and its endings. */
    enum Kind {
        PROJECT("project", "*.gpkg"),
        IMPORT("import", "*.shp", "*.gpkg", "*.geojson", "*.json", "*.tif", "*.tiff", "*.asc", "*.epw", "*.txt"),
        RASTER("raster", "*.tif", "*.tiff", "*.asc"),
        WEATHER("weather", "*.epw", "*.csv", "*.json", "*.txt"),
        PDF("pdf", "*.pdf"),
        KIT("kit", "*.zip"),
        XLSX("xlsx", "*.xlsx"),
        CSV("csv", "*.csv"),
        GEOJSON("geojson", "*.geojson"),
        GEOPACKAGE("geopackage", "*.gpkg"),
        LOGO("logo", "*.png", "*.jpg", "*.jpeg", "*.svg"),
        PICTURE("picture", "*.png");

        private final String code;
        private final List<String> patterns;

        Kind(String code, String... patterns) {
            this.code = code;
            this.patterns = List.of(patterns);
        }

        String code() {
            return code;
        }

        List<String> patterns() {
            return patterns;
        }
    }

    Optional<Path> open(Kind kind);

    List<Path> openSeveral(Kind kind);

    /** @param suggested file name */
    Optional<Path> save(Kind kind, String suggested);

    Optional<Path> folder();
}
