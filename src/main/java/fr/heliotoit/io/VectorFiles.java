package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to vector files: shapefile, GeoPackage, GeoJSON (also one feature per line), tables with a place in their columns. */
public final class VectorFiles {
    private static final Set<String> GEOJSON = Set.of("geojson", "json", "geojsonl", "geojsons", "ndjson");
    private static final Set<String> TABLES = Set.of("csv", "tsv");
    private static final Set<String> COMPANIONS =
            Set.of("shx", "dbf", "prj", "cpg", "qpj", "qmd", "qix", "sbn", "sbx", "qml", "idx", "fix");

    private VectorFiles() {}

    /** Whether the ending of the file is one that {@link #open(Path)} knows. */
    public static boolean supports(Path file) {
        String ending = ending(file);
        return ending.equals("shp") || ending.equals("gpkg") || TABLES.contains(ending) || GEOJSON.contains(ending);
    }

    /** Whether the file only accompanies a shapefile and is read with it. */
    public static boolean companion(Path file) {
        return COMPANIONS.contains(ending(file))
                || file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".shp.xml");
    }

    /** Opens the only layer, or the first one with polygons. */
    public static VectorSource open(Path file) throws Failure {
        return open(file, null);
    }

    /**
     * @param layer name of the layer wanted in a GeoPackage; null for the first one with polygons
     * @throws Failure when the file is missing, of another format, or damaged as a whole
     */
    public static VectorSource open(Path file, @Nullable String layer) throws Failure {
        if (!Files.isRegularFile(file)) {
            throw Failure.of("io.file.missing", file);
        }
        if (!Files.isReadable(file)) {
            throw Failure.of("io.file.denied", file);
        }
        String ending = ending(file);
        if (ending.equals("shp")) {
            return new ShapefileSource(file);
        }
        if (ending.equals("gpkg")) {
            return GeoPackageSource.open(file, layer);
        }
        if (GEOJSON.contains(ending)) {
            return new GeoJsonSource(file);
        }
        if (TABLES.contains(ending)) {
            return new CsvSource(file);
        }
        throw Failure.of(companion(file) ? "io.vector.companion" : "io.vector.format", file.getFileName());
    }

    static Failure unreadable(Path file, IOException cause) {
        return new Failure(Message.of("io.file.unreadable", file.getFileName(), reason(cause)), cause);
    }

    private static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
