package fr.heliotoit.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that buildings are exported to; the names are what {@code --format} takes. */
public enum ExportFormat {
    /** Language-free table: commas, decimal points. */
    csv("csv"),
    /** "CSV pour Excel": semicolons, decimal commas, byte order mark. */
    excel("csv"),
    /** Excel workbook. */
    xlsx("xlsx"),
    geojson("geojson"),
    json("json"),
    /** GeoPackage: a project file of the selection, for QGIS and for Héliotoit. */
    gpkg("gpkg");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** The usual ending of such files, without the dot. */
    public String ending() {
        return ending;
    }

    /** The first format whose files end like this one. */
    public static Optional<ExportFormat> byEnding(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (name.endsWith("." + format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
