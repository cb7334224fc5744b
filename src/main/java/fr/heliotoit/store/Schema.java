package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a project file: a GeoPackage 1.3 (OGC 12-128r18) whose feature tables {@code batiments} and {@code pans} hold the current
 * snapshot, so that QGIS shows it, and whose {@code archive} keeps the earlier ones ({@link Contents}). The statements are in
 * {@code gpkg.sql}, {@code schema.sql} and, for what later formats brought, in {@code schema-2.sql} and its successors.
 */
final class Schema {
    /** Version of the tables; a file with a higher one was made by a newer Héliotoit. */
    static final int FORMAT = 10;

    static final int MONTHS = 12;

    /** The columns of the months' production, as the attributes are called, from {@code production_01} on. */
    static final String MONTH_COLUMNS =
            Attribute.MONTHS.stream().map(Attribute::attributeName).collect(Collectors.joining(", "));

    /** "GPKG". */
    static final int APPLICATION_ID = 0x47504B47;

    static final List<String> FEATURE_TABLES = List.of("batiments", "pans", "modules");

    /**
     * By table and name. The one of the buildings holds all figures, so that it answers filters, orders and sums of them like a table of
     * columns: a scan of it reads a sixth of what a scan of the table with its outlines does.
     */
    private static final Map<String, Map<String, String>> INDEXES = Map.of(
            "batiments",
            Map.of(
                    "batiments_chiffres",
                    "usage, public, classe, raison, surface, production, irradiation, puissance, productible, emprise,"
                            + " toiture, hauteur, inclinaison, orientation"),
            "pans",
            Map.of("pans_batiment", "batiment"));

    private Schema() {}

    /** Whether the rows of a table have places; those of lists have not. */
    static boolean placed(String table) {
        return Layer.ofCode(table).map(Layer::placed).orElse(true);
    }

    static void create(Connection connection, ProjectInfo info) throws SQLException, Failure {
        int srs = geoPackage(connection, info.crs());
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements("schema.sql")) {
                statement.execute(sql);
            }
        }
        for (String table : List.of("batiments", "pans")) {
            features(connection, table, GpkgGeometry.TYPE, srs);
        }
        for (String table : List.of("journal", "millesimes", "potentiels")) {
            contents(connection, table, "attributes", null);
        }
        migrate(connection, 1, srs);
        property(connection, "insee", info.commune().inseeCode());
        property(connection, "nom", info.commune().name());
        property(connection, "epci", info.commune().epci());
        property(
                connection,
                "population",
                info.commune().population() == null
                        ? null
                        : info.commune().population().toString());
        property(connection, "crs", info.crs().code());
        property(connection, "synthetique", String.valueOf(info.synthetic()));
    }

    /** Makes an empty GeoPackage of a new database; returns the number of its coordinate system. */
    static int geoPackage(Connection connection, Crs crs) throws SQLException, Failure {
        try (Statement statement = connection.createStatement()) {
            // 1.3 although 1.4 exists: older QGIS reads it without a warning. The triggers below are those of 1.3.
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = 10300");
            for (String sql : statements("gpkg.sql")) {
                statement.execute(sql);
            }
        }
        return registerCrs(connection, crs);
    }

    /** Brings the tables of an older file up to date, in the transaction of the caller. */
    static void migrate(Connection connection, int from, int srs) throws SQLException {
        if (from < 2) {
            toFormat2(connection, srs);
        }
        if (from < 3) {
            toFormat3(connection, srs);
        }
        if (from < 4) {
            toFormat4(connection);
        }
        if (from < 5) {
            toFormat5(connection, srs);
        }
        if (from < 6) {
            toFormat6(connection);
        }
        if (from < 7) {
            toFormat7(connection, srs);
        }
        if (from < 8) {
            toFormat8(connection);
        }
        if (from < 9) {
            toFormat9(connection);
        }
        if (from < 10) {
            toFormat10(connection);
        }
    }

    /** 10: buildings have the addresses and parcels of the layers where their own file says none. */
    private static void toFormat10(Connection connection) throws SQLException {
        Sql.execute(
                connection,
                "CREATE TABLE IF NOT EXISTS situations (batiment TEXT PRIMARY KEY NOT NULL, adresse TEXT, parcelle TEXT) WITHOUT ROWID");
        SituationTable.fill(connection);
        TextIndex.refresh(connection);
        property(connection, "format", "10");
    }

    /** 9: the production by month, of buildings and of planes, as the hours give it; of earlier computations it is not known. */
    private static void toFormat9(Connection connection) throws SQLException {
        List<String> months = List.of(MONTH_COLUMNS.split(", "));
        List<String> energy = new ArrayList<>(List.of("irradiation", "puissance", "production", "productible"));
        energy.addAll(months);
        for (String archive : List.of("", "archive_")) {
            for (String column : months) {
                addColumn(connection, archive + "potentiels", column);
            }
            for (String column : energy) {
                addColumn(connection, archive + "pans", column);
            }
        }
        property(connection, "format", "9");
    }

    private static void addColumn(Connection connection, String table, String column) throws SQLException {
        if (count(connection, "pragma_table_info('" + table + "') WHERE name = '" + column + "'") == 0) {
            Sql.execute(connection, "ALTER TABLE " + table + " ADD COLUMN " + column + " DOUBLE");
        }
    }

    /**
     * The months' production of a row; empty when they are not known.
     *
     * @param first the number of January's column; the others follow
     */
    static List<Double> months(ResultSet row, int first) throws SQLException {
        List<Double> months = new ArrayList<>(MONTHS);
        for (int m = 0; m < MONTHS; m++) {
            double value = Sql.number(row, first + m, Attribute.MONTHS.get(m).attributeName());
            if (Double.isNaN(value)) {
                return List.of();
            }
            months.add(value);
        }
        return months;
    }

    /** 3: modules on the planes; where a plane comes from. */
    private static void toFormat3(Connection connection, int srs) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements("schema-3.sql")) {
                statement.execute(sql);
            }
        }
        features(connection, "modules", GpkgGeometry.TYPE, srs);
        property(connection, "format", "3");
    }

    /** 2: contents with an origin, so that any import can be undone; layers; files about buildings. */
    private static void toFormat2(Connection connection, int srs) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements("schema-2.sql")) {
                statement.execute(sql);
            }
        }
        layers(connection, srs);
        contents(connection, "dossiers", "attributes", null);
        property(connection, "format", "2");
    }

    /** 5: layers that came after format 2. */
    private static void toFormat5(Connection connection, int srs) throws SQLException {
        layers(connection, srs);
        Styles.insert(connection);
        property(connection, "format", "5");
    }

    /** 6: files about buildings and new ids know the state of the buildings that they belong to. */
    private static void toFormat6(Connection connection) throws SQLException {
        for (String sql : statements("schema-6.sql")) {
            Sql.execute(connection, sql);
        }
        property(connection, "format", "6");
    }

    /** 7: the lists of municipal property; buildings drawn with other programs are not computed. */
    private static void toFormat7(Connection connection, int srs) throws SQLException {
        layers(connection, srs);
        dropTriggers(connection, "batiments");
        Sql.execute(connection, "UPDATE batiments SET raison = 'non_calcule' WHERE raison IS NULL AND methode IS NULL");
        createTriggers(connection, "batiments");
        property(connection, "format", "7");
    }

    /** 8: the lists of municipal property have no places, so that QGIS does not take them for a layer of the map. */
    private static void toFormat8(Connection connection) throws SQLException {
        String lists = Layer.OWNERSHIP.code();
        if (count(connection, "pragma_table_info('" + lists + "') WHERE name = 'geom'") > 0) {
            dropTriggers(connection, lists);
            Sql.execute(connection, "DROP TABLE rtree_" + lists + "_geom");
            Sql.execute(connection, "DELETE FROM gpkg_extensions WHERE table_name = '" + lists + "'");
            Sql.execute(connection, "DELETE FROM gpkg_geometry_columns WHERE table_name = '" + lists + "'");
            Sql.execute(
                    connection,
                    "UPDATE gpkg_contents SET data_type = 'attributes', srs_id = NULL, min_x = NULL, min_y = NULL,"
                            + " max_x = NULL, max_y = NULL WHERE table_name = '" + lists + "'");
            Sql.execute(connection, "ALTER TABLE " + lists + " DROP COLUMN geom");
        }
        property(connection, "format", "8");
    }

    private static int count(Connection connection, String rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            return row.getInt(1);
        }
    }

    /** Tables of the layers that the file does not have. */
    private static void layers(Connection connection, int srs) throws SQLException {
        for (Layer layer : Layer.values()) {
            if (count(connection, "sqlite_master WHERE type = 'table' AND name = '" + layer.code() + "'") > 0) {
                continue;
            }
            Sql.execute(
                    connection,
                    "CREATE TABLE " + layer.code() + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
                            + (layer.placed() ? " geom GEOMETRY," : "")
                            + " id TEXT NOT NULL, nom TEXT, valeurs TEXT NOT NULL)");
            if (layer.placed()) {
                features(connection, layer.code(), "GEOMETRY", srs);
            } else {
                contents(connection, layer.code(), "attributes", null);
            }
        }
    }

    /** 4: what makes questions quick, and styles for QGIS. */
    private static void toFormat4(Connection connection) throws SQLException {
        for (String sql : statements("schema-4.sql")) {
            Sql.execute(connection, sql);
        }
        for (String table : FEATURE_TABLES) {
            createIndexes(connection, table);
        }
        for (String table : TextIndex.TABLES) {
            dropTriggers(connection, table);
            createTriggers(connection, table);
        }
        TextIndex.rebuild(connection);
        contents(connection, "layer_styles", "attributes", null);
        property(connection, "format", "4");
    }

    static void features(Connection connection, String table, String type, int srs) throws SQLException {
        contents(connection, table, "features", srs);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)")) {
            insert.setString(1, table);
            insert.setString(2, type);
            insert.setInt(3, srs);
            insert.execute();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE rtree_" + table + "_geom USING rtree(id, minx, maxx, miny, maxy)");
            statement.execute(
                    "INSERT INTO gpkg_extensions VALUES ('" + table
                            + "', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
        }
        createTriggers(connection, table);
    }

    private static int registerCrs(Connection connection, Crs crs) throws SQLException, Failure {
        String[] code = crs.code().split(":", 2);
        int number = Integer.parseInt(code[1]);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")) {
            insert.setString(1, crs.code());
            insert.setInt(2, number);
            insert.setString(3, code[0]);
            insert.setInt(4, number);
            insert.setString(5, crs.wkt());
            insert.execute();
        }
        return number;
    }

    private static void contents(Connection connection, String table, String type, @Nullable Integer srs)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO gpkg_contents(table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?, ?, ?, '', ?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, type);
            insert.setString(3, table);
            insert.setString(4, now());
            insert.setObject(5, srs);
            insert.execute();
        }
    }

    /** Date and time as GeoPackage wants them. */
    static String now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
    }

    private static void property(Connection connection, String key, @Nullable String value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO projet VALUES (?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, value);
            insert.execute();
        }
    }

    /** The index triggers of the standard, for edits by other programs; they call functions that only such programs have. */
    static void createTriggers(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements("rtree-triggers.sql")) {
                statement.execute(sql.replace("TABLE_NAME", table));
            }
        }
        if (table.equals("batiments")) {
            // Drawn with QGIS, which knows of no reason: it is not computed.
            Sql.execute(
                    connection,
                    "CREATE TRIGGER batiments_non_calcule AFTER INSERT ON batiments WHEN NEW.raison IS NULL AND"
                            + " NEW.methode IS NULL BEGIN UPDATE batiments SET raison = 'non_calcule' WHERE fid ="
                            + " NEW.fid; END");
        }
        TextIndex.createTriggers(connection, table);
    }

    /** Our own writes fill the index themselves, with the triggers away. */
    static void dropTriggers(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String trigger : List.of("insert", "update1", "update2", "update3", "update4", "delete")) {
                statement.execute("DROP TRIGGER IF EXISTS rtree_" + table + "_geom_" + trigger);
            }
        }
        Sql.execute(connection, "DROP TRIGGER IF EXISTS " + table + "_non_calcule");
        TextIndex.dropTriggers(connection, table);
    }

    /** The indexes that a table filled as a whole is quicker without. */
    static void dropIndexes(Connection connection, String table) throws SQLException {
        for (String index : INDEXES.getOrDefault(table, Map.of()).keySet()) {
            Sql.execute(connection, "DROP INDEX IF EXISTS " + index);
        }
    }

    static void createIndexes(Connection connection, String table) throws SQLException {
        for (Map.Entry<String, String> index :
                INDEXES.getOrDefault(table, Map.of()).entrySet()) {
            Sql.execute(
                    connection,
                    "CREATE INDEX IF NOT EXISTS " + index.getKey() + " ON " + table + "(" + index.getValue() + ")");
        }
    }

    /** Statements of a resource, separated by a line with {@code ;;}. */
    private static List<String> statements(String resource) {
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n;;\n")).stream()
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
