package fr.heliotoit.store;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;

/**
 * A GeoPackage of polygon layers to hand over, for QGIS and others. It is written beside its place and moved there when it is whole; one
 * that is closed before {@link #finish} leaves nothing.
 */
public final class LayerFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final Connection connection;
    private final int srs;
    private boolean finished;

    private LayerFile(Path file, Path part, Connection connection, int srs) {
        this.file = file;
        this.part = part;
        this.connection = connection;
        this.srs = srs;
    }

    /** @param crs with a numeric code such as {@code EPSG:2154} */
    public static LayerFile create(Path file, Crs crs) throws Failure {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.of("store.folder", file);
        }
        if (!crs.code().matches("[A-Z]+:\\d+")) {
            throw Failure.of("store.crs", crs.code());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
            Connection connection = config.createConnection("jdbc:sqlite:" + part.toAbsolutePath());
            Sql.execute(connection, "BEGIN");
            return new LayerFile(file, part, connection, Schema.geoPackage(connection, crs));
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        } catch (IOException e) {
            throw Failure.of("store.unwritable", file, String.valueOf(e.getMessage()));
        }
    }

    /** One feature: its polygons and a value per column, or null. */
    public record Row(Geometry geometry, List<@Nullable Object> values) {}

    /**
     * Adds a layer.
     *
     * @param columns names and SQL types, such as {@code DOUBLE}, in order
     */
    public void layer(String name, SequencedMap<String, String> columns, List<Row> rows) throws Failure {
        String types = columns.entrySet().stream()
                .map(c -> c.getKey() + " " + c.getValue())
                .collect(Collectors.joining(", "));
        try {
            Sql.execute(
                    connection,
                    "CREATE TABLE " + name + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom "
                            + GpkgGeometry.TYPE + ", " + types + ")");
            Schema.features(connection, name, GpkgGeometry.TYPE, srs);
            FeatureTable table = new FeatureTable(connection, name);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + name + " (fid, geom, "
                    + String.join(", ", columns.keySet()) + ") VALUES (?, ?"
                    + ", ?".repeat(columns.size()) + ")")) {
                long fid = 0;
                for (Row row : rows) {
                    fid++;
                    insert.setLong(1, fid);
                    insert.setBytes(2, GpkgGeometry.encode(row.geometry(), srs));
                    for (int i = 0; i < columns.size(); i++) {
                        Object value = row.values().get(i);
                        insert.setObject(i + 3, value instanceof Double d && d.isNaN() ? null : value);
                    }
                    insert.execute();
                    table.add(fid, row.geometry().getEnvelopeInternal());
                }
                table.finish();
            }
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        }
    }

    /** Says of all layers added so far what their figures come from, where the standard has a place for it. */
    public void describe(String words) throws Failure {
        try (PreparedStatement update = connection.prepareStatement("UPDATE gpkg_contents SET description = ?")) {
            update.setString(1, words);
            update.execute();
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        }
    }

    /** Puts the file in its place, over one that may be there. */
    public void finish() throws Failure {
        try {
            Sql.execute(connection, "COMMIT");
            Sql.close(connection);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            finished = true;
        } catch (SQLException e) {
            throw Sql.failure(file, e);
        } catch (IOException e) {
            throw Failure.of("store.unwritable", file, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws Failure {
        if (!finished) {
            Sql.close(connection);
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw Failure.of("store.unwritable", part, String.valueOf(e.getMessage()));
            }
        }
    }
}
