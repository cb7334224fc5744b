package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code evaluations} (a row per building, a column per evaluated attribute) and {@code evaluations_sources} (which data packs a
 * column comes from). They are made when something is evaluated and dropped when the figures under it change.
 */
final class EvaluationTable {
    private static final List<Attribute> COLUMNS =
            Arrays.stream(Attribute.values()).filter(Attribute::evaluated).toList();

    private EvaluationTable() {}

    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS evaluations");
            statement.execute("DROP TABLE IF EXISTS evaluations_sources");
            statement.execute("DELETE FROM gpkg_contents WHERE table_name = 'evaluations'");
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'evaluations'")) {
            return row.getInt(1) > 0;
        }
    }

    /** By building; a column that this version does not know is left out, one that the file does not have is empty. */
    static Map<String, Map<Attribute, Object>> read(Connection connection, Rows rows) throws SQLException {
        Map<String, Map<Attribute, Object>> all = new HashMap<>();
        if (!exists(connection)) {
            return all;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + rows.of("evaluations"))) {
            Set<Attribute> there = EnumSet.noneOf(Attribute.class);
            for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
                Attribute.named(row.getMetaData().getColumnName(c))
                        .filter(Attribute::evaluated)
                        .ifPresent(there::add);
            }
            while (row.next()) {
                Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
                for (Attribute attribute : there) {
                    Object value = value(row, attribute);
                    if (value != null) {
                        values.put(attribute, value);
                    }
                }
                all.put(row.getString("batiment"), values);
            }
        }
        return all;
    }

    private static @Nullable Object value(ResultSet row, Attribute attribute) throws SQLException {
        String column = attribute.attributeName();
        Object value = switch (attribute.type()) {
            case TEXT -> row.getString(column);
            case FLAG -> row.getBoolean(column);
            case NUMBER -> row.getDouble(column);
            case INTEGER -> row.getInt(column);
        };
        return row.wasNull() ? null : value;
    }

    static void replace(
            Connection connection,
            Set<Attribute> attributes,
            Map<String, Map<Attribute, Object>> values,
            List<String> packs)
            throws SQLException {
        Map<String, Map<Attribute, Object>> all = new TreeMap<>(read(connection, Rows.CURRENT));
        Map<String, List<String>> cited = citations(connection);
        for (Map<Attribute, Object> old : all.values()) {
            old.keySet().removeAll(attributes);
        }
        values.forEach((id, own) ->
                all.computeIfAbsent(id, k -> new EnumMap<>(Attribute.class)).putAll(own));
        attributes.forEach(a -> cited.put(a.attributeName(), packs));
        drop(connection);
        create(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO evaluations VALUES (?, ?" + ", ?".repeat(COLUMNS.size()) + ")")) {
            long fid = 0;
            for (Map.Entry<String, Map<Attribute, Object>> row : all.entrySet()) {
                insert.setLong(1, ++fid);
                insert.setString(2, row.getKey());
                for (int c = 0; c < COLUMNS.size(); c++) {
                    insert.setObject(c + 3, row.getValue().get(COLUMNS.get(c)));
                }
                insert.execute();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO evaluations_sources VALUES (?, ?)")) {
            for (Map.Entry<String, List<String>> entry : cited.entrySet()) {
                for (String pack : entry.getValue()) {
                    insert.setString(1, entry.getKey());
                    insert.setString(2, pack);
                    insert.execute();
                }
            }
        }
    }

    private static void create(Connection connection) throws SQLException {
        StringBuilder sql = new StringBuilder(
                "CREATE TABLE evaluations (fid INTEGER PRIMARY KEY NOT NULL, batiment TEXT NOT NULL UNIQUE");
        for (Attribute column : COLUMNS) {
            sql.append(", ")
                    .append(column.attributeName())
                    .append(
                            switch (column.type()) {
                                case TEXT -> " TEXT";
                                case FLAG -> " BOOLEAN";
                                case NUMBER -> " DOUBLE";
                                case INTEGER -> " INTEGER";
                            });
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.append(")").toString());
            statement.execute("CREATE TABLE evaluations_sources (attribut TEXT NOT NULL, paquet TEXT NOT NULL)");
            statement.execute("INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES"
                    + " ('evaluations', 'attributes', 'evaluations')");
        }
    }

    private static Map<String, List<String>> citations(Connection connection) throws SQLException {
        Map<String, List<String>> cited = new TreeMap<>();
        if (exists(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT attribut, paquet FROM evaluations_sources")) {
                while (row.next()) {
                    cited.computeIfAbsent(row.getString(1), k -> new java.util.ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        return cited;
    }

    static List<String> citations(Connection connection, Attribute attribute) throws SQLException {
        return citations(connection).getOrDefault(attribute.attributeName(), List.of());
    }
}
