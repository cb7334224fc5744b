package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GeoJSON (RFC 7946, and the {@code crs} member of the 2008 text that French producers still write): a FeatureCollection, one feature or
 * geometry, or one feature per line. The file is read twice: first its syntax, columns and system, so that a file cut in the middle is
 * refused before anything is taken from it; then feature by feature.
 */
final class GeoJsonSource implements VectorSource {
    private static final int MAX_NESTING = 200;
    private static final int MAX_COLUMNS = 2_000;
    private static final Set<String> GEOMETRIES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");
    static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build());

    private final Path file;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Shapes shapes = new Shapes();
    private final GeoJsonGeometry geometries = new GeoJsonGeometry(shapes);
    private final JsonParser in;
    private Optional<Crs> crs = Optional.of(Crs.WGS84);
    private String layer;
    private @Nullable String rootType;
    private long announced;
    private long number;
    private boolean ended;

    GeoJsonSource(Path file) throws Failure {
        this.file = file;
        this.layer = VectorFiles.stem(file);
        try (JsonParser scan = parser(file, MAPPER)) {
            scan(scan);
        } catch (IOException e) {
            throw failure(file, e);
        }
        try {
            in = parser(file, MAPPER);
            if ("FeatureCollection".equals(rootType)) {
                enterFeatures();
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    static JsonParser parser(Path file, ObjectMapper mapper) throws IOException {
        // Record separators (RFC 8142) stand between the features of a sequence; to JSON they are blanks.
        InputStream bytes = new FilterInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                return b == 0x1E ? ' ' : b;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                for (int i = offset; i < offset + n; i++) {
                    if (buffer[i] == 0x1E) {
                        buffer[i] = ' ';
                    }
                }
                return n;
            }
        };
        return mapper.getFactory().createParser(bytes);
    }

    static Failure failure(Path file, IOException e) {
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return new Failure(
                    Message.of(
                            "io.geojson.syntax",
                            file.getFileName(),
                            Formats.number(json.getLocation().getLineNr()),
                            Formats.number(json.getLocation().getColumnNr())),
                    e);
        }
        return VectorFiles.unreadable(file, e);
    }

    private void scan(JsonParser in) throws IOException, Failure {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            throw Failure.of("io.geojson.notGeoJson", file.getFileName());
        }
        boolean features = scanRoot(in);
        String type = rootType;
        if (type == null
                || !(type.equals("Feature") || GEOMETRIES.contains(type) || type.equals("FeatureCollection"))) {
            throw Failure.of(
                    type == null && features ? "io.geojson.esri" : "io.geojson.notGeoJson", file.getFileName());
        }
        if (type.equals("FeatureCollection") && !features) {
            throw Failure.of("io.geojson.noFeatures", file.getFileName());
        }
        announced = type.equals("FeatureCollection") ? announced : 1;
        while (in.nextToken() != null) {
            if (!type.equals("Feature") || in.currentToken() != JsonToken.START_OBJECT) {
                throw Failure.of("io.geojson.trailing", file.getFileName());
            }
            scanFeature(in);
            announced++;
        }
    }

    /** @return whether there is a list of features */
    private boolean scanRoot(JsonParser in) throws IOException, Failure {
        boolean features = false;
        boolean identified = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            switch (name) {
                case "type" -> rootType = value == JsonToken.VALUE_STRING ? in.getText() : rootType;
                case "name" ->
                    layer = value == JsonToken.VALUE_STRING && !in.getText().isBlank() ? in.getText() : layer;
                case "crs" -> readCrs(MAPPER.readTree(in));
                case "properties" -> scanProperties(in);
                case "id" -> identified = true;
                case "features" -> {
                    if (features || value != JsonToken.START_ARRAY) {
                        throw Failure.of("io.geojson.noFeatures", file.getFileName());
                    }
                    features = true;
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        announced++;
                        scanFeature(in);
                    }
                    continue;
                }
                default -> {}
            }
            in.skipChildren();
        }
        if (identified && "Feature".equals(rootType)) {
            columns.add("id");
        }
        return features;
    }

    private void scanFeature(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.equals("properties")) {
                scanProperties(in);
            } else if (name.equals("id") && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                columns.add("id");
            }
            in.skipChildren();
        }
    }

    private void scanProperties(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            if (columns.size() < MAX_COLUMNS) {
                columns.add(in.currentName());
            }
            in.nextToken();
            in.skipChildren();
        }
    }

    private void readCrs(JsonNode node) {
        JsonNode properties = node.path("properties");
        String name = properties.path("name").asText(properties.path("code").asText(""));
        if (node.isNull() || name.isEmpty()) {
            return;
        }
        crs = name.matches("\\d+") ? CrsText.fromCode(name) : CrsText.fromName(name);
        if (crs.isEmpty()) {
            findings.add(
                    Finding.warning("CRS_UNKNOWN", null, Message.of("io.crs.unknownText", file.getFileName(), name)));
        }
    }

    private void enterFeatures() throws IOException {
        in.nextToken();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean features = in.currentName().equals("features");
            in.nextToken();
            if (features) {
                return;
            }
            in.skipChildren();
        }
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public String encoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public Optional<Crs> crs() {
        return crs;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public long announced() {
        return announced;
    }

    @Override
    public @Nullable VectorFeature next() throws Failure {
        if (ended) {
            return null;
        }
        try {
            JsonToken token = in.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                ended = true;
                return null;
            }
            number++;
            return rootType != null && GEOMETRIES.contains(rootType)
                    ? feature(new LinkedHashMap<>(), GeoJsonGeometry.read(in))
                    : readFeature();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private VectorFeature readFeature() throws IOException {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        GeoJsonGeometry.Raw raw = new GeoJsonGeometry.Raw(null, null, List.of(), BadGeometry.none());
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return feature(attributes, raw);
        }
        Object id = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "geometry" -> raw = GeoJsonGeometry.read(in);
                case "properties" -> readProperties(attributes);
                case "id" -> id = value();
                default -> in.skipChildren();
            }
        }
        if (id != null) {
            attributes.putIfAbsent("id", id);
        }
        return feature(attributes, raw);
    }

    private void readProperties(Map<String, @Nullable Object> attributes) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            Object value = value();
            if (columns.contains(name)) {
                attributes.put(name, value);
            }
        }
    }

    /** A scalar, or a nested value as JSON text. */
    private @Nullable Object value() throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> in.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT ->
                in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) in.getText()
                        : (Object) in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case START_OBJECT, START_ARRAY -> MAPPER.readTree(in).toString();
            case null -> null;
            default -> null;
        };
    }

    private VectorFeature feature(Map<String, @Nullable Object> attributes, GeoJsonGeometry.Raw raw) {
        try {
            return VectorFeature.of(number, attributes, geometries.geometry(raw));
        } catch (BadGeometry e) {
            return VectorFeature.without(number, attributes, e);
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (shapes.closedRings() > 0) {
            all.add(Finding.warning(
                    "RING_CLOSED", null, Message.of("io.geometry.closed", Formats.number(shapes.closedRings()))));
        }
        return all;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // Nothing was written: a failing close of a file that was only read loses nothing.
        }
    }
}
