package fr.heliotoit.store;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** How a project file is opened: the connection, the check that it is one, older formats, and the version of its content. */
final class Opening {
    private static final int BUSY_MILLIS = 2000;

    /** Pages kept in memory [KiB]: enough that a big import writes nothing into the file before its end, so that others can read on. */
    private static final int CACHE_KIB = 256 * 1024;

    private Opening() {}

    static Connection connect(Path file, boolean readOnly) throws Failure {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // One file, whole at any time, on any drive: see decisions/007-project-file.md. Also when another program left
        // it with a WAL.
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setCacheSize(-CACHE_KIB);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        if (readOnly) {
            config.setReadOnly(true);
        } else {
            config.setOpenMode(SQLiteOpenMode.READWRITE);
        }
        try {
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        }
    }

    static ProjectInfo read(Path file, Connection connection) throws SQLException, Failure {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("PRAGMA application_id")) {
                if (row.getInt(1) != Schema.APPLICATION_ID) {
                    throw Failure.of("store.not.project", file);
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('projet', 'batiments')")) {
                if (row.getInt(1) != 2) {
                    throw Failure.of("store.not.project", file);
                }
            }
            Map<String, String> properties = new HashMap<>();
            try (ResultSet row = statement.executeQuery("SELECT cle, valeur FROM projet WHERE valeur IS NOT NULL")) {
                while (row.next()) {
                    properties.put(row.getString(1), row.getString(2));
                }
            }
            String format = properties.getOrDefault("format", "");
            if (!format.matches("\\d{1,6}") || !properties.containsKey("nom") || !properties.containsKey("crs")) {
                throw Failure.of("store.not.project", file);
            }
            if (Integer.parseInt(format) > Schema.FORMAT) {
                throw Failure.of("store.newer", file);
            }
            String population = properties.get("population");
            return new ProjectInfo(
                    new Commune(
                            properties.get("insee"),
                            Objects.requireNonNull(properties.get("nom")),
                            properties.get("epci"),
                            population == null ? null : Integer.valueOf(population)),
                    new Crs(Objects.requireNonNull(properties.get("crs"))),
                    Boolean.parseBoolean(properties.get("synthetique")));
        }
    }

    /** Brings a file of an older version up to date, in one transaction. */
    static void migrate(Path file, Connection connection, boolean readOnly, int srs) throws SQLException, Failure {
        if (format(connection) == Schema.FORMAT) {
            return;
        }
        if (readOnly) {
            throw Failure.of("store.old.read.only", file);
        }
        boolean done = false;
        Sql.execute(connection, "BEGIN IMMEDIATE");
        try {
            // Another program may have done it between the look and the lock.
            int format = format(connection);
            Schema.migrate(connection, format, srs);
            Sql.execute(connection, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                Sql.rollback(connection);
            }
        }
    }

    private static int format(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT valeur FROM projet WHERE cle = 'format'")) {
            return row.getInt(1);
        }
    }

    static int srs(ProjectInfo info) {
        return Integer.parseInt(info.crs().code().substring(info.crs().code().indexOf(':') + 1));
    }

    /** How often the content has been changed; 0 in files of before it was counted. */
    static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT valeur FROM projet WHERE cle = 'version'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** @return the new version */
    static long countVersion(Connection connection) throws SQLException {
        long version = version(connection) + 1;
        Sql.execute(connection, "INSERT OR REPLACE INTO projet VALUES ('version', '" + version + "')");
        return version;
    }
}
