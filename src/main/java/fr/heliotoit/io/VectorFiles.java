package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door to vector files: shapefile, GeoPackage, GeoJSON and CityJSON (also one feature per line), tables with a place in their columns. */
public final class VectorFiles {
    private static final Set<String> GEOJSON = Set.of("geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl");
    private static final Set<String> TABLES = Set.of("csv", "tsv");
    private static final Set<String> COMPANIONS =
            Set.of("shx", "dbf", "prj", "cpg", "qpj", "qmd", "qix", "sbn", "sbx", "qml", "idx", "fix");

    private static final Pattern ROOT_TYPE =
            Pattern.compile("\"type\"\\s*:\\s*\"(CityJSON(?:Feature)?|FeatureCollection|Feature)\"");

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
            return isCityJson(file) ? new CityJsonSource(file) : new GeoJsonSource(file);
        }
        if (TABLES.contains(ending)) {
            return new CsvSource(file);
        }
        throw Failure.of(companion(file) ? "io.vector.companion" : "io.vector.format", file.getFileName());
    }

    /** By its member "type": near the start in nearly all files, else it is looked for among the members of the root. */
    private static boolean isCityJson(Path file) throws Failure {
        try {
            try (InputStream in = Files.newInputStream(file)) {
                Matcher type = ROOT_TYPE.matcher(new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1));
                if (type.find()) {
                    return type.group(1).startsWith("CityJSON");
                }
            }
            try (JsonParser in = GeoJsonSource.parser(file, GeoJsonSource.MAPPER)) {
                if (in.nextToken() != JsonToken.START_OBJECT) {
                    return false;
                }
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    boolean type = in.currentName().equals("type");
                    in.nextToken();
                    if (type && in.getText().startsWith("CityJSON")) {
                        return true;
                    }
                    in.skipChildren();
                }
                return false;
            }
        } catch (IOException e) {
            throw GeoJsonSource.failure(file, e);
        }
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
