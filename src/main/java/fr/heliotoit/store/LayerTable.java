package fr.heliotoit.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.task.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;

/** The feature tables of the layers, one each, so that QGIS lists them by name; the facts of a feature are one JSON object. */
final class LayerTable {
    private static final int EVERY = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

    private LayerTable() {}

    static void insert(Connection connection, Layer layer, List<LayerFeature> features, int srs, Progress progress)
            throws SQLException {
        FeatureTable table = new FeatureTable(connection, layer.code());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + layer.code()
                + (layer.placed()
                        ? " (fid, geom, id, nom, valeurs) VALUES (?1, ?2, ?3, ?4, ?5)"
                        : " (fid, id, nom, valeurs) VALUES (?1, ?3, ?4, ?5)"))) {
            int fid = 0;
            for (LayerFeature feature : features) {
                if (fid % EVERY == 0) {
                    insert.executeBatch();
                    progress.check();
                    progress.at("store.stage.write", fid, features.size());
                }
                fid++;
                Geometry geometry = feature.geometry();
                insert.setLong(1, fid);
                insert.setBytes(2, geometry == null ? null : GpkgGeometry.encode(geometry, srs));
                insert.setString(3, feature.id());
                insert.setString(4, feature.label());
                insert.setString(5, JSON.writeValueAsString(feature.values()));
                insert.addBatch();
                if (geometry != null && !geometry.isEmpty()) {
                    table.add(fid, geometry.getEnvelopeInternal());
                }
            }
            insert.executeBatch();
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
        table.finish();
    }

    static boolean any(Connection connection, Layer layer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM " + layer.code() + " LIMIT 1")) {
            return row.next();
        }
    }

    /** SQL: the geometry of a row. */
    static String geometry(Layer layer) {
        return layer.placed() ? "geom" : "NULL";
    }

    /** In the order in which they were imported. */
    static List<LayerFeature> read(Connection connection, Layer layer) throws SQLException {
        List<LayerFeature> features = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, nom, " + geometry(layer) + ", valeurs FROM " + layer.code() + " ORDER BY fid")) {
            while (row.next()) {
                byte[] blob = row.getBytes(3);
                features.add(new LayerFeature(
                        row.getString(1),
                        row.getString(2),
                        blob == null ? null : GpkgGeometry.decode(blob),
                        JSON.readValue(row.getString(4), VALUES)));
            }
        } catch (ParseException | JsonProcessingException e) {
            throw new SQLException(layer.code() + ": " + e.getMessage(), e);
        }
        return features;
    }
}
