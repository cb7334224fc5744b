package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.text.Citation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code evaluations} (a row per building, a column per evaluated attribute) and {@code evaluations_sources} (which data packs a
 * column comes from). They are made when something is evaluated; {@link #carry} tells what is left of them when contents change.
 */
final class EvaluationTable {
    private static final List<Attribute> COLUMNS =
            Arrays.stream(Attribute.values()).filter(Attribute::evaluated).toList();

    /** Values that come from layers beside the buildings, or from all roofs of the commune. */
    private static final Set<Attribute> OF_OTHERS = EnumSet.of(
            Attribute.OBLIGATION,
            Attribute.ECHEANCE,
            Attribute.PROTECTION,
            Attribute.DISTANCE,
            Attribute.COVISIBILITE,
            Attribute.NOTE,
            Attribute.RANG,
            Attribute.MOTIFS,
            Attribute.EQUIPEMENT,
            Attribute.MESURE,
            Attribute.PRODUCTION_RECALEE);

    /** The layers that evaluations look at. */
    private static final Set<String> LAYERS =
            Set.of(Layer.PROTECTIONS.code(), Layer.INSTALLATIONS.code(), Layer.CAR_PARKS.code(), Layer.PARCELS.code());

    private EvaluationTable() {}

    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS evaluations");
            statement.execute("DROP TABLE IF EXISTS evaluations_sources");
            statement.execute("DELETE FROM gpkg_contents WHERE table_name = 'evaluations'");
        }
    }

    /**
     * Keeps, of values that were given before the contents changed, what is still true: of buildings about which nothing has changed what
     * they are worth by themselves; what layers or all roofs together say of them only when nothing of those has changed either. Where such
     * a value is missing it means "none", which nobody knows of a building that is new.
     *
     * @param before what the state held that they were evaluated for; replaced contents are in the archive
     * @param after what the state holds now
     */
    static void carry(Connection connection, HistoryEntry before, HistoryEntry after) throws SQLException {
        if (!exists(connection)) {
            return;
        }
        Set<String> touched = after.touched(before);
        boolean buildings = touched.contains(Contents.BUILDINGS);
        Long origin = before.contents().get(Contents.BUILDINGS);
        boolean gone = origin == null || !after.contents().containsKey(Contents.BUILDINGS);
        // Of another surface model or another weather nothing is sure.
        if (buildings && gone
                || touched.stream().anyMatch(c -> InputFile.Kind.ofCode(c).isPresent())) {
            drop(connection);
            return;
        }
        boolean same = !buildings
                || origin != null
                        && carryBuildings(connection, origin, after.snapshot().id());
        if (!same || touched.stream().anyMatch(LAYERS::contains)) {
            for (String column : columns(connection)) {
                if (OF_OTHERS.stream().anyMatch(a -> a.attributeName().equals(column))) {
                    Sql.execute(connection, "UPDATE evaluations SET " + column + " = NULL");
                    Sql.execute(connection, "DELETE FROM evaluations_sources WHERE attribut = '" + column + "'");
                }
            }
        }
    }

    /** @return whether all buildings are those that there were */
    private static boolean carryBuildings(Connection connection, long origin, long entry) throws SQLException {
        String same = "batiments CROSS JOIN archive_batiments a ON a.snapshot = ?1 AND a.id = " + Lineage.FORMER_ID
                + " AND a.geom = batiments.geom AND "
                + Arrays.stream(Attribute.values())
                        .filter(a -> BuildingSql.COLUMNS.contains(a) && a != Attribute.ID && a != Attribute.MILLESIME)
                        .map(a -> "a." + a.attributeName() + " IS batiments." + a.attributeName())
                        .collect(Collectors.joining(" AND "));
        String columns = String.join(", ", columns(connection));
        Sql.execute(connection, "CREATE TEMP TABLE evaluations_avant AS SELECT * FROM evaluations");
        Sql.execute(connection, "DELETE FROM evaluations");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO evaluations(batiment, " + columns
                + ") SELECT batiments.id, e." + columns.replace(", ", ", e.") + " FROM " + same
                + " JOIN temp.evaluations_avant e ON e.batiment = a.id ORDER BY batiments.fid")) {
            insert.setLong(1, origin);
            insert.setLong(2, entry);
            insert.execute();
        }
        Sql.execute(connection, "DROP TABLE temp.evaluations_avant");
        try (PreparedStatement select = connection.prepareStatement("SELECT (SELECT count(*) FROM " + same
                + ") = (SELECT count(*) FROM batiments) AND (SELECT count(*) FROM batiments) ="
                + " (SELECT count(*) FROM archive_batiments WHERE snapshot = ?1)")) {
            select.setLong(1, origin);
            select.setLong(2, entry);
            try (ResultSet row = select.executeQuery()) {
                return row.getBoolean(1);
            }
        }
    }

    /** The columns of evaluated values that the file has; an older version may have made fewer. */
    private static List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA table_info(evaluations)")) {
            while (row.next()) {
                String column = row.getString("name");
                if (Attribute.named(column).filter(Attribute::evaluated).isPresent()) {
                    columns.add(column);
                }
            }
        }
        return columns;
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
                    cited.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                            .add(Citation.translated(row.getString(2)));
                }
            }
        }
        return cited;
    }

    static List<String> citations(Connection connection, Attribute attribute) throws SQLException {
        return citations(connection).getOrDefault(attribute.attributeName(), List.of());
    }
}
