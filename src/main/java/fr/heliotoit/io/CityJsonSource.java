package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Buildings and their roof surfaces from CityJSON 1.0, 1.1 and 2.0, as one document or as a sequence (CityJSONSeq: a header, then one
 * feature per line). The document is read twice, first its vertices, so that its city objects need not be held all at once; whatever is no
 * building is counted and left.
 */
final class CityJsonSource implements VectorSource {
    /** Column of a building's identifier in the file. */
    static final String ID = "id";
    /** Column of the height of the lowest roof edge over the ground [m], computed here. */
    static final String EAVES = "hauteur_egout";
    /** Column of a roof surface that names its building. */
    static final String BUILDING = "batiment";

    private static final int MAX_NESTING = 200;
    private static final int MAX_COLUMNS = 2_000;
    private static final int MAX_VERTICES = 50_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build());

    private final Path file;
    private final List<VectorFeature> buildings = new ArrayList<>();
    private final List<VectorFeature> planes = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>(List.of(ID, EAVES));
    private final Map<String, Integer> others = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final double[] scale = {1, 1, 1};
    private final double[] origin = {0, 0, 0};
    private double[] xyz = {};
    private int vertices;
    private String type = "";
    private String version = "";
    private Optional<Crs> crs = Optional.empty();
    private int withoutRoof;
    private final Iterator<VectorFeature> next;

    CityJsonSource(Path file) throws Failure {
        this.file = file;
        try (JsonParser in = GeoJsonSource.parser(file, MAPPER)) {
            header(in);
        } catch (IOException e) {
            throw GeoJsonSource.failure(file, e);
        }
        if (!type.equals("CityJSON")) {
            throw Failure.of("io.cityjson.header", file.getFileName());
        }
        if (!version.matches("(1\\.[01]|2\\.0)(\\..*)?")) {
            throw Failure.of("io.cityjson.version", file.getFileName(), version.isEmpty() ? "?" : version);
        }
        try (JsonParser in = GeoJsonSource.parser(file, MAPPER)) {
            objects(in);
        } catch (IOException e) {
            throw GeoJsonSource.failure(file, e);
        }
        tell();
        next = buildings.iterator();
    }

    // ---- first reading: what the city objects point to

    private void header(JsonParser in) throws IOException, Failure {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            switch (name) {
                case "type" -> type = value == JsonToken.VALUE_STRING ? in.getText() : "";
                case "version" -> version = value.isScalarValue() ? in.getText() : "";
                case "transform" -> transform(MAPPER.readTree(in));
                case "metadata" -> metadata(MAPPER.readTree(in));
                case "vertices" -> readVertices(in);
                default -> in.skipChildren();
            }
        }
        while (in.nextToken() != null) {
            in.skipChildren(); // A document cut in the middle is refused before anything is taken from it.
        }
    }

    private void transform(JsonNode transform) {
        for (int i = 0; i < 3; i++) {
            scale[i] = transform.path("scale").path(i).asDouble(1);
            origin[i] = transform.path("translate").path(i).asDouble(0);
        }
    }

    private void metadata(JsonNode metadata) {
        String name = metadata.path("referenceSystem").asText("");
        if (name.isEmpty()) {
            return;
        }
        crs = CrsText.fromName(name);
        if (crs.isEmpty()) {
            findings.add(
                    Finding.warning("CRS_UNKNOWN", null, Message.of("io.crs.unknownText", file.getFileName(), name)));
        }
    }

    private void readVertices(JsonParser in) throws IOException, Failure {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        vertices = 0;
        while (in.nextToken() == JsonToken.START_ARRAY) {
            if (vertices == MAX_VERTICES) {
                throw Failure.of("io.cityjson.vertices", file.getFileName());
            }
            if (xyz.length < 3 * vertices + 3) {
                xyz = Arrays.copyOf(xyz, Math.max(3 * 1024, xyz.length * 2));
            }
            Arrays.fill(xyz, 3 * vertices, 3 * vertices + 3, Double.NaN);
            int axis = 0;
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (axis < 3 && in.currentToken().isNumeric()) {
                    xyz[3 * vertices + axis] = in.getDoubleValue();
                }
                in.skipChildren();
                axis++;
            }
            vertices++;
        }
    }

    private Coordinate vertex(int index) throws BadGeometry {
        if (index < 0 || index >= vertices) {
            throw BadGeometry.because("index", index);
        }
        return placed(xyz[3 * index], xyz[3 * index + 1], xyz[3 * index + 2]);
    }

    private Coordinate placed(double x, double y, double z) throws BadGeometry {
        double height = z * scale[2] + origin[2];
        if (!Double.isFinite(height)) {
            throw BadGeometry.nan();
        }
        return Shapes.coordinate(x * scale[0] + origin[0], y * scale[1] + origin[1], height);
    }

    // ---- second reading: the city objects

    private void objects(JsonParser in) throws IOException {
        Group group = new Group();
        in.nextToken();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean objects = in.currentName().equals("CityObjects");
            if (in.nextToken() == JsonToken.START_OBJECT && objects) {
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String id = in.currentName();
                    in.nextToken();
                    group.add(id, MAPPER.readTree(in), this::vertex);
                }
            } else {
                in.skipChildren();
            }
        }
        group.finish();
        while (in.nextToken() != null) {
            feature(MAPPER.readTree(in));
        }
    }

    /** A line of a sequence, which has its own vertices. */
    private void feature(JsonNode feature) {
        JsonNode own = feature.path("vertices");
        CityJsonGeometry.Vertices at = index -> {
            JsonNode vertex = own.path(index);
            if (!vertex.isArray() || vertex.size() < 3) {
                throw BadGeometry.because("index", index);
            }
            return placed(
                    vertex.path(0).asDouble(Double.NaN),
                    vertex.path(1).asDouble(Double.NaN),
                    vertex.path(2).asDouble(Double.NaN));
        };
        Group group = new Group();
        feature.path("CityObjects").properties().forEach(o -> group.add(o.getKey(), o.getValue(), at));
        group.finish();
    }

    /** City objects among which parts find their building. */
    private final class Group {
        private final Map<String, CityJsonBuilding> whole = new LinkedHashMap<>();
        private final Map<String, CityJsonBuilding> parts = new LinkedHashMap<>();
        private final Map<String, String> parents = new LinkedHashMap<>();

        void add(String id, JsonNode object, CityJsonGeometry.Vertices at) {
            String kind = object.path("type").asText();
            if (!kind.equals("Building") && !kind.equals("BuildingPart")) {
                others.merge(kind.isEmpty() ? "?" : kind, 1, Integer::sum);
                return;
            }
            String parent = object.path("parents").path(0).asText("");
            CityJsonBuilding building = new CityJsonBuilding();
            building.add(object, at);
            object.path("attributes")
                    .properties()
                    .forEach(a -> building.attributes().put(a.getKey(), scalar(a.getValue())));
            if (kind.equals("Building") || parent.isEmpty()) {
                whole.put(id, building);
            } else {
                parts.put(id, building);
                parents.put(id, parent);
            }
        }

        void finish() {
            parts.forEach((id, part) -> {
                String root = parents.getOrDefault(id, "");
                for (int i = 0; i < 8 && parents.containsKey(root); i++) {
                    root = parents.getOrDefault(root, "");
                }
                CityJsonBuilding of = whole.get(root);
                if (of == null) {
                    whole.put(id, part); // Its building is not in the file.
                } else {
                    of.take(part);
                }
            });
            whole.forEach(CityJsonSource.this::emit);
        }
    }

    private static @Nullable Object scalar(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER ->
                value.isIntegralNumber() && value.canConvertToLong()
                        ? (Object) value.longValue()
                        : (Object) value.doubleValue();
            case NULL, MISSING -> null;
            default -> value.toString();
        };
    }

    private void emit(String id, CityJsonBuilding building) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        building.attributes().forEach((name, value) -> {
            if (columns.size() < MAX_COLUMNS) {
                columns.add(name);
            }
            if (columns.contains(name)) {
                attributes.put(name, value);
            }
        });
        attributes.put(ID, id);
        attributes.put(EAVES, building.eavesM());
        long number = buildings.size() + 1L;
        try {
            buildings.add(VectorFeature.of(number, attributes, building.footprint()));
        } catch (BadGeometry e) {
            buildings.add(VectorFeature.without(number, attributes, e));
            return;
        }
        List<Polygon> roofs = building.roofs();
        withoutRoof += roofs.isEmpty() ? 1 : 0;
        for (Polygon roof : roofs) {
            planes.add(VectorFeature.of(planes.size() + 1L, Map.of(BUILDING, id), roof));
        }
    }

    private void tell() {
        if (!others.isEmpty()) {
            String kinds = others.entrySet().stream()
                    .map(e -> Formats.number(e.getValue()) + " " + e.getKey())
                    .collect(Collectors.joining(", "));
            findings.add(info("OBJECTS_IGNORED", Message.of("io.cityjson.others", kinds)));
        }
        if (withoutRoof > 0) {
            findings.add(info("ROOF_NONE", Message.of("io.cityjson.noRoof", Formats.number(withoutRoof))));
        }
    }

    private static Finding info(String code, Message message) {
        return new Finding(Finding.Severity.INFO, code, null, Double.NaN, Double.NaN, message);
    }

    @Override
    public String layer() {
        String stem = VectorFiles.stem(file);
        return stem.endsWith(".city") ? stem.substring(0, stem.length() - 5) : stem;
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
        return buildings.size();
    }

    @Override
    public @Nullable VectorFeature next() {
        return next.hasNext() ? next.next() : null;
    }

    @Override
    public List<VectorFeature> planes() {
        return planes;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public void close() {
        // Everything was read when it was opened.
    }
}
