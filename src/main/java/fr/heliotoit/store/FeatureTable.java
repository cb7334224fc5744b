package fr.heliotoit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

/** A table of features, or of a list without places, that is emptied and filled again as a whole: its indexes, triggers and extent are away meanwhile. */
final class FeatureTable {
    private final Connection connection;
    private final String name;
    private final PackedRTree index = new PackedRTree();
    private final Envelope extent = new Envelope();

    /** Empties the table. */
    FeatureTable(Connection connection, String name) throws SQLException {
        this.connection = connection;
        this.name = name;
        Schema.dropTriggers(connection, name);
        Schema.dropIndexes(connection, name);
        Sql.execute(connection, "DELETE FROM " + name);
    }

    /** To be called for every row that has a place. */
    void add(long fid, Envelope envelope) {
        extent.expandToInclude(envelope);
        index.add(fid, envelope);
    }

    /** Writes indexes and extent and puts the triggers back. */
    void finish() throws SQLException {
        if (Schema.placed(name)) {
            index.write(connection, "rtree_" + name + "_geom");
        }
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
        Schema.createIndexes(connection, name);
        TextIndex.outdate(connection, name);
        if (Schema.placed(name)) {
            Schema.createTriggers(connection, name);
        }
    }
}
