package fr.heliotoit.store;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.Survey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What staff have written about buildings: the tables {@code dossiers}, {@code releves} and {@code mesures}. No snapshot owns them: each
 * remembers the state of the buildings in which it was written, and {@link Lineage} knows the id that its building has today.
 */
final class BuildingFiles {
    private BuildingFiles() {}

    /** Remembers new ids of buildings that were found by their place. */
    static void link(Connection connection, long entry, ChangeSet changes) throws SQLException {
        Map<String, String> newIds = new HashMap<>();
        for (ChangeSet.Changed changed : changes.changed()) {
            if (changed.formerId() != null) {
                newIds.put(changed.formerId(), changed.id());
            }
        }
        Lineage.link(connection, entry, newIds);
    }

    /** What is written about a building of today; an empty file when nothing. */
    static BuildingFile read(Connection connection, String building) throws SQLException {
        return all(connection).getOrDefault(building, BuildingFile.empty(building));
    }

    /** All that is written, by the ids of today. */
    static Map<String, BuildingFile> all(Connection connection) throws SQLException {
        Map<String, BuildingFile> files = new TreeMap<>();
        // In the order of writing: when two tell of one building, the last word counts.
        for (Owned owned : owned(connection)) {
            files.put(owned.building(), read(connection, owned));
        }
        return files;
    }

    /** Takes the place of what was written about the building; an empty file removes it. */
    static void save(Connection connection, BuildingFile file) throws SQLException {
        for (Owned owned : owned(connection)) {
            if (owned.building().equals(file.buildingId())) {
                for (String table : List.of("releves", "mesures")) {
                    run(connection, "DELETE FROM " + table + " WHERE dossier = ?", owned.fid());
                }
                run(connection, "DELETE FROM dossiers WHERE fid = ?", owned.fid());
            }
        }
        if (!file.isEmpty()) {
            insert(connection, file);
        }
    }

    /** A row of {@code dossiers} and the building that it is about today. */
    private record Owned(long fid, String building, ProjectStatus status, String notes) {}

    private static List<Owned> owned(Connection connection) throws SQLException {
        List<Owned> owned = new ArrayList<>();
        Lineage lineage = null;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT fid, entree, batiment, statut, notes FROM dossiers ORDER BY modifie_le, fid")) {
            while (row.next()) {
                lineage = lineage == null ? new Lineage(connection) : lineage;
                String now = lineage.now(row.getLong(2), row.getString(3));
                if (now != null) {
                    owned.add(new Owned(row.getLong(1), now, ProjectStatus.ofCode(row.getString(4)), row.getString(5)));
                }
            }
        }
        return owned;
    }

    private static BuildingFile read(Connection connection, Owned owned) throws SQLException {
        TreeMap<String, String> survey = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT champ, valeur FROM releves WHERE dossier = ?")) {
            select.setLong(1, owned.fid());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    String id = Survey.idOf(name);
                    if (id.equals(name)) {
                        survey.put(id, row.getString(2));
                    } else {
                        // Of an older version; what stands under the id is newer.
                        survey.putIfAbsent(id, row.getString(2));
                    }
                }
            }
        }
        TreeMap<Integer, Double> measured = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT annee, kwh FROM mesures WHERE dossier = ?")) {
            select.setLong(1, owned.fid());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    measured.put(row.getInt(1), row.getDouble(2));
                }
            }
        }
        return new BuildingFile(owned.building(), owned.status(), owned.notes(), survey, measured);
    }

    private static void insert(Connection connection, BuildingFile file) throws SQLException {
        long dossier;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO dossiers(batiment, entree, statut, notes, modifie_le) VALUES (?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, file.buildingId());
            insert.setLong(2, new Lineage(connection).current());
            insert.setString(3, file.status().code());
            insert.setString(4, file.notes());
            insert.setString(5, Schema.now());
            insert.execute();
            try (ResultSet key = insert.getGeneratedKeys()) {
                dossier = key.getLong(1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO releves VALUES (?, ?, ?)")) {
            for (Map.Entry<String, String> entry : file.survey().entrySet()) {
                insert.setLong(1, dossier);
                insert.setString(2, entry.getKey());
                insert.setString(3, entry.getValue());
                insert.execute();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO mesures VALUES (?, ?, ?)")) {
            for (Map.Entry<Integer, Double> entry : file.measuredKWh().entrySet()) {
                insert.setLong(1, dossier);
                insert.setInt(2, entry.getKey());
                insert.setDouble(3, entry.getValue());
                insert.execute();
            }
        }
    }

    private static void run(Connection connection, String sql, long fid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, fid);
            statement.execute();
        }
    }
}
