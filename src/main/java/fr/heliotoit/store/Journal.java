package fr.heliotoit.store;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The tables {@code journal} and {@code constats}. */
final class Journal {
    private Journal() {}

    static void add(Connection connection, String action, String detail) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal(date, action, detail) VALUES (?, ?, ?)")) {
            insert.setString(1, Schema.now());
            insert.setString(2, action);
            insert.setString(3, detail);
            insert.execute();
        }
    }

    static List<JournalEntry> read(Connection connection) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT date, action, detail FROM journal ORDER BY id")) {
            while (row.next()) {
                entries.add(new JournalEntry(Instant.parse(row.getString(1)), row.getString(2), row.getString(3)));
            }
        }
        return entries;
    }

    static void addFindings(Connection connection, long snapshot, List<Finding> findings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO constats(snapshot, gravite, code, objet, x, y, message) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Finding finding : findings) {
                insert.setLong(1, snapshot);
                insert.setString(2, finding.severity().name());
                insert.setString(3, finding.code());
                insert.setString(4, finding.featureId());
                Sql.set(insert, 5, finding.x());
                Sql.set(insert, 6, finding.y());
                insert.setString(7, Texts.current().text(finding.message()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
