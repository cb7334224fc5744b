package fr.heliotoit.store;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;

/**
 * What each entry of the history holds: for every content (the buildings, a layer, a kind of raster) the entry that brought it, its origin.
 * Content that an import leaves alone is not copied; content that is replaced goes to the archive under its origin, from where an undo
 * takes it back.
 */
final class Contents {
    static final String BUILDINGS = "batiments";

    /** The tables of {@link #BUILDINGS}. */
    private static final List<String> BUILDING_TABLES = List.of("batiments", "pans", "modules", "potentiels");

    private Contents() {}

    /** Content → origin. */
    static Map<String, Long> of(Connection connection, long snapshot) throws SQLException {
        Map<String, Long> contents = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT contenu, origine FROM contenus WHERE snapshot = ?")) {
            select.setLong(1, snapshot);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contents.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return contents;
    }

    static void put(Connection connection, long snapshot, Map<String, Long> contents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO contenus VALUES (?, ?, ?)")) {
            for (Map.Entry<String, Long> content : contents.entrySet()) {
                insert.setLong(1, snapshot);
                insert.setString(2, content.getKey());
                insert.setLong(3, content.getValue());
                insert.execute();
            }
        }
    }

    /** Takes content out of the tables that everybody sees. */
    static void archive(Connection connection, String content, long origin) throws SQLException {
        if (content.equals(BUILDINGS)) {
            for (String table : BUILDING_TABLES) {
                run(connection, "DELETE FROM archive_" + table + " WHERE snapshot = ?", origin);
                run(
                        connection,
                        "INSERT INTO archive_" + table + " (snapshot, " + columns(connection, table) + ") SELECT ?, "
                                + columns(connection, table) + " FROM " + table,
                        origin);
            }
        } else if (Layer.ofCode(content).isPresent()) {
            run(connection, "DELETE FROM archive_couches WHERE snapshot = ? AND couche = '" + content + "'", origin);
            run(
                    connection,
                    "INSERT INTO archive_couches SELECT ?, '" + content + "', fid, "
                            + LayerTable.geometry(Layer.ofCode(content).get()) + ", id, nom, valeurs FROM " + content,
                    origin);
        } else {
            InputFile.Kind kind = InputFile.Kind.ofCode(content).orElseThrow(() -> new SQLException(content));
            run(
                    connection,
                    "DELETE FROM archive_entrees WHERE snapshot = ? AND nature = '" + kind.code() + "'",
                    origin);
            run(
                    connection,
                    "INSERT INTO archive_entrees SELECT ?, * FROM entrees WHERE nature = '" + kind.code() + "'",
                    origin);
        }
        clear(connection, content);
    }

    static void clear(Connection connection, String content) throws SQLException {
        if (content.equals(BUILDINGS)) {
            empty(connection, "batiments");
            empty(connection, "pans");
            empty(connection, "modules");
            Sql.execute(connection, "DELETE FROM potentiels");
        } else if (Layer.ofCode(content).isPresent()) {
            empty(connection, content);
        } else {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM entrees WHERE nature = ?")) {
                delete.setString(1, content);
                delete.execute();
            }
        }
    }

    private static void empty(Connection connection, String table) throws SQLException {
        new FeatureTable(connection, table).finish();
    }

    /** Brings archived content back to the tables that everybody sees, which hold none of that kind. */
    static void restore(Connection connection, String content, long origin) throws SQLException {
        if (content.equals(BUILDINGS)) {
            for (String table : BUILDING_TABLES) {
                String columns = columns(connection, table);
                String sql = "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM archive_" + table
                        + " WHERE snapshot = ?";
                if (Schema.FEATURE_TABLES.contains(table)) {
                    restore(connection, table, sql, origin);
                } else {
                    run(connection, sql, origin);
                }
                run(connection, "DELETE FROM archive_" + table + " WHERE snapshot = ?", origin);
            }
        } else if (Layer.ofCode(content).isPresent()) {
            String columns =
                    Layer.ofCode(content).get().placed() ? "fid, geom, id, nom, valeurs" : "fid, id, nom, valeurs";
            restore(
                    connection,
                    content,
                    "INSERT INTO " + content + " (" + columns + ") SELECT " + columns
                            + " FROM archive_couches WHERE snapshot = ? AND couche = '" + content + "'",
                    origin);
            run(connection, "DELETE FROM archive_couches WHERE snapshot = ? AND couche = '" + content + "'", origin);
        } else {
            run(
                    connection,
                    "INSERT INTO entrees SELECT nature, rang, chemin, sha256, crs FROM archive_entrees WHERE snapshot = ?"
                            + " AND nature = '" + content + "'",
                    origin);
            run(connection, "DELETE FROM archive_entrees WHERE snapshot = ? AND nature = '" + content + "'", origin);
        }
    }

    private static void restore(Connection connection, String table, String insert, long origin) throws SQLException {
        FeatureTable features = new FeatureTable(connection, table);
        run(connection, insert, origin);
        if (!Schema.placed(table)) {
            features.finish();
            return;
        }
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT fid, geom FROM " + table + " WHERE geom IS NOT NULL")) {
            while (row.next()) {
                Envelope envelope = GpkgGeometry.envelope(row.getBytes(2));
                if (!envelope.isNull()) {
                    features.add(row.getLong(1), envelope);
                }
            }
        }
        features.finish();
    }

    /** Named, because a newer version may have added some at the end of one table and not of the other. */
    private static String columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (row.next()) {
                columns.add(row.getString("name"));
            }
        }
        return String.join(", ", columns);
    }

    private static void run(Connection connection, String sql, long origin) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, origin);
            statement.execute();
        }
    }
}
