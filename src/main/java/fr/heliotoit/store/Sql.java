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

    /** Something in the file that no program of ours writes there. */
    static final class OddValue extends SQLException {
        private static final long serialVersionUID = 1;

        private final String column;
        private final String value;
        private final String place;

        OddValue(String column, String value) {
            this(column, value, "");
        }

        private OddValue(String column, String value, String place) {
            super(column + " = " + value);
            this.column = column;
            this.value = value;
            this.place = place;
        }

        /** The same with the building or plane that it is found at. */
        OddValue at(String found) {
            OddValue told = new OddValue(column, value, found);
            told.initCause(this);
            return told;
        }
    }

    static Failure failure(Path file, SQLException e) {
        if (e instanceof OddValue odd) {
            return new Failure(Message.of("store.odd", file, odd.place, odd.column, odd.value), e);
        }
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

    /** NaN when there is none; a text that another program has put there is not taken for 0. */
    static double number(ResultSet row, String column) throws SQLException {
        return number(row, row.findColumn(column), column);
    }

    /** @param column the name of the column, to tell where an odd value is */
    static double number(ResultSet row, int index, String column) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new OddValue(column, String.valueOf(value));
    }

    static @Nullable Double numberOrNull(ResultSet row, int index, String column) throws SQLException {
        double value = number(row, index, column);
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
