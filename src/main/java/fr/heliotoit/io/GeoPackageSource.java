package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/** One feature layer of a GeoPackage (OGC 12-128), opened read-only: nothing is ever written beside a user's file. */
final class GeoPackageSource implements VectorSource {
    private static final String MAGIC = "SQLite format 3\0";
    private static final Set<String> POLYGONAL = Set.of(
            "POLYGON", "MULTIPOLYGON", "SURFACE", "MULTISURFACE", "CURVEPOLYGON", "GEOMETRY", "GEOMETRYCOLLECTION");
    /** Longest text or geometry: a hostile view could otherwise make one of a gigabyte. */
    private static final int MAX_VALUE_BYTES = 64 << 20;
    /** SQLite steps between two rows after which a hostile view (endless recursion) is stopped. */
    private static final int STEPS_PER_CALL = 100_000;

    private static final int MAX_CALLS_PER_ROW = 5_000;

    private record Layer(String table, String column, String type, long srs) {}

    private final Path file;
    private final Connection connection;
    private final Layer layer;
    private final Optional<Crs> crs;
    private final List<String> columns = new ArrayList<>();
    private final List<Boolean> flags = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Shapes shapes = new Shapes();
    private final WkbGeometry wkb = new WkbGeometry(shapes);
    private final long announced;
    private int callsSinceRow;
    private @Nullable Statement statement;
    private @Nullable ResultSet rows;
    private long number;
    private boolean ended;

    static VectorSource open(Path file, @Nullable String layer) throws Failure {
        try (InputStream in = Files.newInputStream(file)) {
            if (!new String(in.readNBytes(16), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
                throw Failure.of("io.gpkg.notSqlite", file.getFileName());
            }
        } catch (IOException e) {
            throw VectorFiles.unreadable(file, e);
        }
        Connection connection = null;
        try {
            connection = connect(file);
            return new GeoPackageSource(file, connection, layer);
        } catch (SQLException e) {
            close(connection);
            throw damaged(file, e);
        } catch (Failure | RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(MAX_VALUE_BYTES));
        // "immutable" keeps SQLite from making lock or journal files; with changes still in a write-ahead log it would
        // not see them.
        boolean log = file.resolveSibling(file.getFileName() + "-wal").toFile().length() > 0;
        String uri = file.toAbsolutePath().toUri().getRawPath();
        Connection connection =
                config.createConnection("jdbc:sqlite:file:" + uri + "?mode=ro" + (log ? "" : "&immutable=1"));
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA trusted_schema = OFF");
        }
        return connection;
    }

    private GeoPackageSource(Path file, Connection connection, @Nullable String wanted) throws SQLException, Failure {
        this.file = file;
        this.connection = connection;
        ProgressHandler.setHandler(connection, STEPS_PER_CALL, new ProgressHandler() {
            @Override
            protected int progress() {
                return ++callsSinceRow > MAX_CALLS_PER_ROW ? 1 : 0;
            }
        });
        layer = choose(wanted);
        crs = readCrs();
        readColumns();
        announced = count();
    }

    private Layer choose(@Nullable String wanted) throws SQLException, Failure {
        List<Layer> layers = new ArrayList<>();
        try (Statement query = connection.createStatement()) {
            try (ResultSet tables =
                    query.executeQuery("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_geometry_columns'")) {
                if (!tables.next() || tables.getInt(1) == 0) {
                    throw Failure.of("io.gpkg.noLayer", file.getFileName());
                }
            }
            try (ResultSet found = query.executeQuery(
                    "SELECT g.table_name, g.column_name, upper(g.geometry_type_name), g.srs_id FROM gpkg_geometry_columns g"
                            + " JOIN sqlite_master m ON lower(m.name) = lower(g.table_name) AND m.type IN ('table', 'view')"
                            + " ORDER BY g.rowid")) {
                while (found.next()) {
                    layers.add(new Layer(text(found, 1), text(found, 2), text(found, 3), found.getLong(4)));
                }
            }
        }
        if (layers.isEmpty()) {
            throw Failure.of("io.gpkg.noLayer", file.getFileName());
        }
        String names = String.join(", ", layers.stream().map(Layer::table).toList());
        if (wanted != null) {
            return layers.stream()
                    .filter(l -> l.table.equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> Failure.of("io.gpkg.layerMissing", file.getFileName(), wanted, names));
        }
        Layer chosen = layers.stream()
                .filter(l -> POLYGONAL.contains(l.type))
                .findFirst()
                .orElse(layers.getFirst());
        if (layers.size() > 1) {
            findings.add(new Finding(
                    Finding.Severity.INFO,
                    "LAYER_CHOSEN",
                    null,
                    Double.NaN,
                    Double.NaN,
                    Message.of("io.gpkg.layerChosen", chosen.table, names)));
        }
        return chosen;
    }

    private Optional<Crs> readCrs() throws SQLException {
        if (layer.srs == 0 || layer.srs == -1) {
            return Optional.empty(); // "undefined" by the standard
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT organization, organization_coordsys_id, definition, srs_name FROM gpkg_spatial_ref_sys"
                        + " WHERE srs_id = ?")) {
            query.setLong(1, layer.srs);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    findings.add(Finding.warning(
                            "CRS_UNKNOWN", null, Message.of("io.crs.unknownText", file.getFileName(), layer.srs)));
                    return Optional.empty();
                }
                Optional<Crs> known = text(found, 1).equalsIgnoreCase("EPSG")
                        ? CrsText.fromCode(Long.toString(found.getLong(2)))
                        : Optional.empty();
                if (known.isEmpty()) {
                    known = Crs.fromWkt(text(found, 3));
                }
                if (known.isEmpty()) {
                    findings.add(Finding.warning(
                            "CRS_UNKNOWN", null, Message.of("io.crs.unknownText", file.getFileName(), text(found, 4))));
                }
                return known;
            }
        }
    }

    private void readColumns() throws SQLException, Failure {
        boolean geometry = false;
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("PRAGMA table_info(" + quoted(layer.table) + ")")) {
            while (found.next()) {
                String name = text(found, 2);
                if (name.equalsIgnoreCase(layer.column)) {
                    geometry = true;
                } else {
                    columns.add(name);
                    flags.add(text(found, 3).toUpperCase(Locale.ROOT).startsWith("BOOL"));
                }
            }
        }
        if (!geometry) {
            throw Failure.of("io.gpkg.damaged", file.getFileName(), layer.table + "." + layer.column);
        }
    }

    /** The count that writers may have left in the file is a claim; this is the truth. */
    private long count() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("SELECT count(*) FROM " + quoted(layer.table))) {
            return found.next() ? found.getLong(1) : 0;
        } finally {
            callsSinceRow = 0;
        }
    }

    @Override
    public String layer() {
        return layer.table;
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
        try {
            ResultSet all = rows == null ? query() : rows;
            callsSinceRow = 0;
            if (ended || !all.next()) {
                ended = true;
                return null;
            }
            number++;
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                attributes.put(columns.get(i), value(all, i + 2, flags.get(i)));
            }
            try {
                byte[] blob = all.getObject(1) instanceof byte[] bytes ? bytes : null;
                if (blob == null) {
                    throw BadGeometry.none();
                }
                return VectorFeature.of(number, attributes, wkb.geoPackage(blob));
            } catch (BadGeometry e) {
                return VectorFeature.without(number, attributes, e);
            }
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private ResultSet query() throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ").append(quoted(layer.column));
        for (String column : columns) {
            sql.append(", ").append(quoted(column));
        }
        Statement created = connection.createStatement();
        statement = created;
        ResultSet result = created.executeQuery(
                sql.append(" FROM ").append(quoted(layer.table)).toString());
        rows = result;
        return result;
    }

    private static @Nullable Object value(ResultSet row, int index, boolean flag) throws SQLException {
        return switch (row.getObject(index)) {
            case Integer i -> flag ? (Object) (i != 0) : (Object) i.longValue();
            case Long l -> flag ? (Object) (l != 0) : (Object) l;
            case Double d -> d;
            case String s -> s;
            case null -> null;
            default -> null; // blobs: pictures and other attachments say nothing about a building
        };
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
        try (Statement s = statement) {
            close(connection);
        } catch (SQLException e) {
            // Nothing was written: a failing close of a file that was only read loses nothing.
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // As above.
        }
    }

    private static String text(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        return text == null ? "" : text;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Failure damaged(Path file, SQLException cause) {
        return new Failure(
                Message.of("io.gpkg.damaged", file.getFileName(), String.valueOf(cause.getMessage())), cause);
    }
}
