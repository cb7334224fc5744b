package fr.heliotoit.demo;

import fr.heliotoit.demo.DemoFiles.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** A GeoPackage with one layer, as a mapping service would hand it over. */
final class GeoPackageOut {
    private static final String DATE = "2026-03-01T00:00:00.000Z";

    private GeoPackageOut() {}

    static void write(Path file, List<Row> rows) throws IOException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.execute("PRAGMA application_id = " + 0x47504B47);
                sql.execute("PRAGMA user_version = 10300");
                sql.execute(
                        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization"
                                + " TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)");
                sql.execute(
                        "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL),"
                                + " ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),"
                                + " ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
                                + "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]', NULL),"
                                + " ('RGF93 v1 / Lambert-93', 2154, 'EPSG', 2154, '" + Lambert93.ESRI_WKT + "', NULL)");
                sql.execute(
                        "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT"
                                + " UNIQUE, description TEXT, last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,"
                                + " max_y DOUBLE, srs_id INTEGER)");
                sql.execute(
                        "CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL,"
                                + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL)");
                sql.execute(
                        "CREATE TABLE batiments (fid INTEGER PRIMARY KEY, geom GEOMETRY, id TEXT, nom TEXT, adresse TEXT,"
                                + " parcelle TEXT, usage TEXT, public BOOLEAN, hauteur DOUBLE)");
                Envelope extent = new Envelope();
                rows.forEach(r -> extent.expandToInclude(r.shape().getEnvelopeInternal()));
                sql.execute("INSERT INTO gpkg_contents VALUES ('batiments', 'features', 'batiments', '"
                        + DemoFiles.LABEL + "', '"
                        + DATE + "', " + extent.getMinX() + ", " + extent.getMinY() + ", " + extent.getMaxX() + ", "
                        + extent.getMaxY() + ", 2154)");
                sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('batiments', 'geom', 'GEOMETRY', 2154, 0, 0)");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO batiments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                int fid = 0;
                for (Row row : rows) {
                    insert.setInt(1, ++fid);
                    insert.setBytes(2, blob(row));
                    insert.setString(3, row.id());
                    insert.setString(4, orNull(row.name()));
                    insert.setString(5, orNull(row.address()));
                    insert.setString(6, orNull(row.parcel()));
                    insert.setString(7, row.usage());
                    insert.setBoolean(8, row.publicOwner());
                    insert.setDouble(9, row.height());
                    insert.execute();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static byte[] blob(Row row) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(row.shape());
        return ByteBuffer.allocate(8 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 1})
                .putInt(2154)
                .put(wkb)
                .array();
    }
}
