package fr.heliotoit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.locationtech.jts.geom.Envelope;

/** The spatial index and the extent of a feature table, kept by hand while we write. */
final class FeatureTable implements AutoCloseable {
    private final Connection connection;
    private final String name;
    private final PreparedStatement index;
    private final Envelope extent = new Envelope();

    /** Takes the triggers away; they call functions that SQLite alone does not have. */
    FeatureTable(Connection connection, String name) throws SQLException {
        this.connection = connection;
        this.name = name;
        Schema.dropTriggers(connection, name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + name);
            statement.execute("DELETE FROM rtree_" + name + "_geom");
        }
        index = connection.prepareStatement("INSERT INTO rtree_" + name + "_geom VALUES (?, ?, ?, ?, ?)");
    }

    void add(long fid, Envelope envelope) throws SQLException {
        extent.expandToInclude(envelope);
        index.setLong(1, fid);
        index.setDouble(2, envelope.getMinX());
        index.setDouble(3, envelope.getMaxX());
        index.setDouble(4, envelope.getMinY());
        index.setDouble(5, envelope.getMaxY());
        index.execute();
    }

    /** Writes the extent and puts the triggers back. */
    void finish() throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE gpkg_contents SET last_change = ?, min_x = ?,"
                        + " min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?")) {
            update.setString(1, Schema.now());
            boolean none = extent.isNull();
            Sql.set(update, 2, none ? Double.NaN : extent.getMinX());
            Sql.set(update, 3, none ? Double.NaN : extent.getMinY());
            Sql.set(update, 4, none ? Double.NaN : extent.getMaxX());
            Sql.set(update, 5, none ? Double.NaN : extent.getMaxY());
            update.setString(6, name);
            update.execute();
        }
        Schema.createTriggers(connection, name);
    }

    @Override
    public void close() throws SQLException {
        index.close();
    }
}
