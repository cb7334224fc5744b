package fr.heliotoit.store;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's complaints as sentences, and small helpers around JDBC. */
final class Sql {
    private Sql() {}

    static Failure failure(Path file, SQLException e) {
        // Extended codes carry the primary one in their low byte.
        SQLiteErrorCode code = e instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
                : SQLiteErrorCode.UNKNOWN_ERROR;
        String key = switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "store.locked";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> "store.unwritable";
            case SQLITE_FULL -> "store.full";
            case SQLITE_NOTADB -> "store.not.project";
            case SQLITE_CORRUPT -> "store.corrupt";
            default -> "store.failed";
        };
        return new Failure(Message.of(key, file, String.valueOf(e.getMessage())), e);
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing is open that could be lost: every change was committed or rolled back.
            assert e != null;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void rollback(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself (disk full, for example); the failure on its way tells.
            assert e != null;
        }
    }

    static void set(PreparedStatement statement, int index, double value) throws SQLException {
        if (Double.isNaN(value)) {
            statement.setNull(index, Types.DOUBLE);
        } else {
            statement.setDouble(index, value);
        }
    }

    static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    static @Nullable Double numberOrNull(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }
}
