package fr.heliotoit.store;

import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.ModuleFacing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;

/** The table {@code modules}: one row per plane that carries modules, with the outlines of all of them. */
final class ModuleTable {
    private static final int EVERY = 1000;

    /** Rows back to back: {@link ModuleArray#arrangement}. */
    private static final String PAIRED = "rangees_est_ouest";

    private ModuleTable() {}

    static void replace(Connection connection, List<ModuleArray> arrays, int srs) throws SQLException {
        FeatureTable table = new FeatureTable(connection, "modules");
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO modules(fid, geom, pan, batiment, nombre,"
                        + " puissance, surface, inclinaison, orientation, disposition)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            long fid = 0;
            for (ModuleArray array : arrays) {
                fid++;
                insert.setLong(1, fid);
                insert.setBytes(2, GpkgGeometry.encode(array.modules(), srs));
                insert.setString(3, array.planeId());
                insert.setString(4, array.buildingId());
                insert.setInt(5, array.count());
                insert.setDouble(6, array.powerKWp());
                insert.setDouble(7, array.areaM2());
                insert.setDouble(8, array.tiltDeg());
                insert.setDouble(9, array.azimuthDeg());
                insert.setString(10, array.arrangement());
                insert.addBatch();
                if (fid % EVERY == 0) {
                    insert.executeBatch();
                }
                table.add(fid, array.modules().getEnvelopeInternal());
            }
            insert.executeBatch();
        }
        table.finish();
    }

    static List<ModuleArray> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM modules ORDER BY fid")) {
            return read(select);
        }
    }

    static List<ModuleArray> ofBuilding(Connection connection, String buildingId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM modules WHERE batiment = ? ORDER BY fid")) {
            select.setString(1, buildingId);
            return read(select);
        }
    }

    static List<ModuleArray> within(Connection connection, Envelope envelope) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM modules WHERE fid IN (SELECT id FROM"
                + " rtree_modules_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?) ORDER BY fid")) {
            select.setDouble(1, envelope.getMinX());
            select.setDouble(2, envelope.getMaxX());
            select.setDouble(3, envelope.getMinY());
            select.setDouble(4, envelope.getMaxY());
            return read(select);
        }
    }

    private static List<ModuleArray> read(PreparedStatement select) throws SQLException {
        List<ModuleArray> arrays = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                try {
                    arrays.add(new ModuleArray(
                            row.getString("pan"),
                            row.getString("batiment"),
                            GpkgGeometry.decode(row.getBytes("geom")),
                            row.getInt("nombre"),
                            row.getDouble("puissance"),
                            row.getDouble("surface"),
                            row.getDouble("inclinaison"),
                            row.getDouble("orientation"),
                            row.getString("disposition")));
                } catch (ParseException | IllegalArgumentException e) {
                    throw new SQLException("modules " + row.getString("pan") + ": " + e.getMessage(), e);
                }
            }
        }
        return arrays;
    }

    /** The directions of all modules by building, outlines not read; of paired rows half faces the other way. */
    static Map<String, List<ModuleFacing>> facings(Connection connection) throws SQLException {
        Map<String, List<ModuleFacing>> all = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT batiment, inclinaison, orientation, puissance, disposition FROM modules ORDER BY fid");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                List<ModuleFacing> own = all.computeIfAbsent(row.getString(1), k -> new ArrayList<>());
                double tilt = row.getDouble(2);
                double azimuth = row.getDouble(3);
                double power = row.getDouble(4);
                if (PAIRED.equals(row.getString(5))) {
                    own.add(new ModuleFacing(tilt, azimuth, power / 2));
                    own.add(new ModuleFacing(tilt, (azimuth + 180) % 360, power / 2));
                } else {
                    own.add(new ModuleFacing(tilt, azimuth, power));
                }
            }
        }
        return all;
    }
}
