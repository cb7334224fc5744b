package fr.heliotoit.store;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Situation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;

/**
 * The table {@code situations}: which addresses and parcels of {@code batiments} come from the layers and not from the buildings' own file.
 * They are written there so that search, filters, exports and QGIS find them like any other, and taken out before buildings are archived
 * or compared: they belong to the state of the layers. A value that another program has typed over is the building's own.
 */
final class SituationTable {
    private SituationTable() {}

    /** Takes the derived values out, before contents are changed. */
    static void remove(Connection connection) throws SQLException {
        if (!any(connection)) {
            return;
        }
        Schema.dropTriggers(connection, "batiments");
        Sql.execute(
                connection,
                "UPDATE batiments SET adresse = nullif(batiments.adresse, s.adresse),"
                        + " parcelle = nullif(batiments.parcelle, s.parcelle)"
                        + " FROM situations s WHERE s.batiment = batiments.id");
        Sql.execute(connection, "DELETE FROM situations");
        Schema.createTriggers(connection, "batiments");
        TextIndex.outdate(connection, "batiments");
    }

    /** Whether an import makes other values. */
    static boolean concerns(ImportCommit commit) {
        return commit.buildings() != null
                || commit.layers().containsKey(Layer.ADDRESSES)
                || commit.layers().containsKey(Layer.PARCELS);
    }

    /** Writes what the layers say of buildings that do not say it themselves; {@link #remove} was called before. */
    static void fill(Connection connection) throws SQLException {
        if (!LayerTable.any(connection, Layer.ADDRESSES) && !LayerTable.any(connection, Layer.PARCELS)) {
            return;
        }
        List<Situation.Place> places = new ArrayList<>();
        Set<String> addressed = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT id, geom, parcelle, adresse FROM batiments ORDER BY fid")) {
            while (row.next()) {
                places.add(
                        new Situation.Place(row.getString(1), GpkgGeometry.decode(row.getBytes(2)), row.getString(3)));
                if (row.getString(4) != null) {
                    addressed.add(row.getString(1));
                }
            }
        } catch (ParseException e) {
            throw new SQLException("batiments: " + e.getMessage(), e);
        }
        List<LayerFeature> addresses = LayerTable.read(connection, Layer.ADDRESSES);
        Map<String, Situation.Known> known =
                Situation.of(places, addresses, LayerTable.read(connection, Layer.PARCELS));
        write(connection, places, known, addressed);
    }

    private static void write(
            Connection connection,
            List<Situation.Place> places,
            Map<String, Situation.Known> known,
            Set<String> addressed)
            throws SQLException {
        Schema.dropTriggers(connection, "batiments");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO situations VALUES (?, ?, ?)");
                PreparedStatement update = connection.prepareStatement("UPDATE batiments SET"
                        + " adresse = coalesce(adresse, ?), parcelle = coalesce(parcelle, ?) WHERE id = ?")) {
            for (Situation.Place place : places) {
                Situation.Known found = known.get(place.id());
                String address = found == null || addressed.contains(place.id()) ? null : found.address();
                String parcel = found == null ? null : found.parcel();
                if (address == null && parcel == null) {
                    continue;
                }
                insert.setString(1, place.id());
                insert.setString(2, address);
                insert.setString(3, parcel);
                insert.execute();
                update.setString(1, address);
                update.setString(2, parcel);
                update.setString(3, place.id());
                update.execute();
            }
        }
        Schema.createTriggers(connection, "batiments");
        TextIndex.outdate(connection, "batiments");
    }

    private static boolean any(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM situations LIMIT 1")) {
            return row.next();
        }
    }

    /** Current buildings as their own files describe them. */
    static List<BuildingRecord> own(Connection connection, List<BuildingRecord> records) throws SQLException {
        Map<String, Situation.Known> derived = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT batiment, adresse, parcelle FROM situations")) {
            while (row.next()) {
                derived.put(row.getString(1), new Situation.Known(row.getString(2), row.getString(3)));
            }
        }
        if (derived.isEmpty()) {
            return records;
        }
        return records.stream().map(r -> own(r, derived.get(r.building().id()))).toList();
    }

    private static BuildingRecord own(BuildingRecord record, Situation.@Nullable Known derived) {
        if (derived == null) {
            return record;
        }
        Building b = record.building();
        Building own = new Building(
                b.id(),
                b.footprint(),
                b.name(),
                own(b.address(), derived.address()),
                own(b.parcel(), derived.parcel()),
                b.usage(),
                b.publicOwner(),
                b.heightM());
        return new BuildingRecord(own, record.planes(), record.outcome(), record.vintage(), record.evaluation());
    }

    private static @Nullable String own(@Nullable String shown, @Nullable String derived) {
        return Objects.equals(shown, derived) ? null : shown;
    }
}
