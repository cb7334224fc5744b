package fr.heliotoit.store;

import fr.heliotoit.text.Spelling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of names and addresses: the full-text table {@code recherche} (SQLite's FTS5) over buildings and the address layer, without
 * accents and hyphens. It is written anew after our changes of these tables; when another program edits a name, triggers that every
 * SQLite knows note that the index is out of date, and it is written anew with our next change. Until then texts are compared one by one.
 */
final class TextIndex {
    static final List<String> TABLES = List.of("batiments", "adresses");

    /** {@code original} only where it differs. Neither places of words nor prefixes are kept: both would double the time of an import. */
    private static final String TABLE = "CREATE VIRTUAL TABLE recherche USING fts5(texte, original UNINDEXED,"
            + " couche UNINDEXED, id UNINDEXED, detail = column, tokenize = \"unicode61 remove_diacritics 2\")";

    /** What is found by: table → text and condition. Named buildings first, for they are asked for most. */
    private static final Map<String, String> TEXTS = Map.of(
            "batiments",
            "SELECT trim(coalesce(nom, '') || ' ' || coalesce(adresse, '')) AS texte, 'batiments' AS couche, id"
                    + " FROM batiments WHERE nom IS NOT NULL OR adresse IS NOT NULL ORDER BY nom IS NULL, fid",
            "adresses",
            "SELECT nom AS texte, 'adresses' AS couche, id FROM adresses WHERE nom IS NOT NULL ORDER BY fid");

    /** The tokenizer knows marks on letters but not the letters that are two. */
    private static final String PLAIN =
            "replace(replace(replace(replace(texte, 'œ', 'oe'), 'Œ', 'Oe'), 'æ', 'ae'), 'Æ', 'Ae')";

    private static final String OUTDATED = "recherche_perimee";

    private TextIndex() {}

    /** To be called when a table has been written as a whole. */
    static void outdate(Connection connection, String table) throws SQLException {
        if (TABLES.contains(table)) {
            Sql.execute(connection, "INSERT OR REPLACE INTO projet VALUES ('" + OUTDATED + "', '1')");
        }
    }

    /** At the end of a change, in its transaction. */
    static void refresh(Connection connection) throws SQLException {
        if (outdated(connection)) {
            rebuild(connection);
        }
    }

    static void rebuild(Connection connection) throws SQLException {
        // Far quicker than to take words out of it one by one.
        Sql.execute(connection, "DROP TABLE IF EXISTS recherche");
        Sql.execute(connection, TABLE);
        for (String table : TABLES) {
            Sql.execute(
                    connection,
                    "INSERT INTO recherche SELECT " + PLAIN + ", nullif(texte, " + PLAIN + "), couche, id FROM ("
                            + TEXTS.get(table) + ")");
        }
        Sql.execute(connection, "DELETE FROM projet WHERE cle = '" + OUTDATED + "'");
    }

    private static boolean outdated(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM projet WHERE cle = '" + OUTDATED + "'")) {
            return row.next();
        }
    }

    static void createTriggers(Connection connection, String table) throws SQLException {
        if (!TABLES.contains(table)) {
            return;
        }
        String note = " ON " + table + " BEGIN INSERT OR REPLACE INTO projet VALUES ('" + OUTDATED + "', '1'); END";
        String columns = table.equals("batiments") ? "nom, adresse, id" : "nom, id";
        Sql.execute(connection, "CREATE TRIGGER recherche_" + table + "_insert AFTER INSERT" + note);
        Sql.execute(connection, "CREATE TRIGGER recherche_" + table + "_update AFTER UPDATE OF " + columns + note);
        Sql.execute(connection, "CREATE TRIGGER recherche_" + table + "_delete AFTER DELETE" + note);
    }

    static void dropTriggers(Connection connection, String table) throws SQLException {
        for (String event : List.of("insert", "update", "delete")) {
            Sql.execute(connection, "DROP TRIGGER IF EXISTS recherche_" + table + "_" + event);
        }
    }

    /** Those that have all words of the text, the last one perhaps only begun; named buildings first. */
    static List<TextHit> search(Connection connection, String text, int limit) throws SQLException {
        String[] words = Spelling.fold(text).split(" ");
        if (words[0].isEmpty()) {
            return List.of();
        }
        return outdated(connection) ? scan(connection, words, limit) : match(connection, words, limit);
    }

    private static List<TextHit> match(Connection connection, String[] words, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT couche, id, coalesce(original, texte) FROM recherche WHERE recherche MATCH ? ORDER BY rowid LIMIT ?")) {
            // In quotes a word is never an operator.
            select.setString(1, "\"" + String.join("\" \"", words) + "\" *");
            select.setInt(2, limit);
            return hits(select);
        }
    }

    private static List<TextHit> hits(PreparedStatement select) throws SQLException {
        List<TextHit> hits = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                hits.add(new TextHit(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return hits;
    }

    private static List<TextHit> scan(Connection connection, String[] words, int limit) throws SQLException {
        List<TextHit> found = new ArrayList<>();
        for (String table : TABLES) {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT couche, id, texte FROM (" + TEXTS.get(table) + ")")) {
                for (TextHit hit : hits(select)) {
                    if (found.size() < limit && has(Spelling.fold(hit.text()).split(" "), words)) {
                        found.add(hit);
                    }
                }
            }
        }
        return found;
    }

    private static boolean has(String[] text, String[] words) {
        List<String> all = List.of(text);
        for (int i = 0; i < words.length - 1; i++) {
            if (!all.contains(words[i])) {
                return false;
            }
        }
        String begun = words[words.length - 1];
        return all.stream().anyMatch(word -> word.startsWith(begun));
    }
}
