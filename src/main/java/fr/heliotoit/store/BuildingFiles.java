package fr.heliotoit.store;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.ProjectStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What staff have written about buildings: the tables {@code dossiers}, {@code releves} and {@code mesures}. No snapshot owns them. When an
 * update gives a building another id, {@code liens} remembers it, so that its file is found under both, before and after an undo.
 */
final class BuildingFiles {
    /** Every id that a building has had, the given one first. */
    private static final String FAMILY =
            "WITH RECURSIVE famille(id) AS (VALUES (?) UNION SELECT nouveau FROM liens, famille WHERE ancien = famille.id"
                    + " UNION SELECT ancien FROM liens, famille WHERE nouveau = famille.id) ";

    private BuildingFiles() {}

    /** Remembers new ids of buildings that were found by their place. */
    static void link(Connection connection, ChangeSet changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO liens VALUES (?, ?)")) {
            for (ChangeSet.Changed changed : changes.changed()) {
                if (changed.formerId() != null) {
                    insert.setString(1, changed.formerId());
                    insert.setString(2, changed.id());
                    insert.execute();
                }
            }
        }
    }

    static BuildingFile read(Connection connection, String building) throws SQLException {
        String owner = null;
        ProjectStatus status = ProjectStatus.NONE;
        String notes = "";
        try (PreparedStatement select = connection.prepareStatement(FAMILY
                + "SELECT batiment, statut, notes FROM dossiers JOIN famille ON batiment = famille.id"
                + " ORDER BY batiment = ? DESC, modifie_le DESC")) {
            select.setString(1, building);
            select.setString(2, building);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    owner = row.getString(1);
                    status = ProjectStatus.ofCode(row.getString(2));
                    notes = row.getString(3);
                }
            }
        }
        if (owner == null) {
            return BuildingFile.empty(building);
        }
        TreeMap<String, String> survey = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT champ, valeur FROM releves WHERE batiment = ?")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    survey.put(row.getString(1), row.getString(2));
                }
            }
        }
        TreeMap<Integer, Double> measured = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT annee, kwh FROM mesures WHERE batiment = ?")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    measured.put(row.getInt(1), row.getDouble(2));
                }
            }
        }
        return new BuildingFile(building, status, notes, survey, measured);
    }

    /** All that is written, under every id that its building has had. */
    static Map<String, BuildingFile> all(Connection connection) throws SQLException {
        Map<String, BuildingFile> files = new TreeMap<>();
        for (String written : ids(connection, "SELECT batiment FROM dossiers ORDER BY batiment", null)) {
            for (String id : ids(connection, FAMILY + "SELECT id FROM famille", written)) {
                files.put(id, read(connection, id));
            }
        }
        return files;
    }

    private static List<String> ids(Connection connection, String sql, @Nullable String parameter) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (parameter != null) {
                select.setString(1, parameter);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }

    /** Takes the place of the building's file, under whatever id that was written; an empty one removes it. */
    static void save(Connection connection, BuildingFile file) throws SQLException {
        for (String table : List.of("dossiers", "releves", "mesures")) {
            try (PreparedStatement delete = connection.prepareStatement(
                    FAMILY + "DELETE FROM " + table + " WHERE batiment IN (SELECT id FROM famille)")) {
                delete.setString(1, file.buildingId());
                delete.execute();
            }
        }
        if (file.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO dossiers(batiment, statut, notes, modifie_le) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, file.buildingId());
            insert.setString(2, file.status().code());
            insert.setString(3, file.notes());
            insert.setString(4, Schema.now());
            insert.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO releves VALUES (?, ?, ?)")) {
            for (Map.Entry<String, String> entry : file.survey().entrySet()) {
                insert.setString(1, file.buildingId());
                insert.setString(2, entry.getKey());
                insert.setString(3, entry.getValue());
                insert.execute();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO mesures VALUES (?, ?, ?)")) {
            for (Map.Entry<Integer, Double> entry : file.measuredKWh().entrySet()) {
                insert.setString(1, file.buildingId());
                insert.setInt(2, entry.getKey());
                insert.setDouble(3, entry.getValue());
                insert.execute();
            }
        }
    }
}
