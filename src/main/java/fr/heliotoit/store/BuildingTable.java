package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.task.Ahead;
import fr.heliotoit.task.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The tables {@code batiments} and {@code potentiels}: the buildings of the current snapshot with their figures. */
final class BuildingTable {
    private static final int EVERY = 1000;

    private BuildingTable() {}

    static void insert(Connection connection, String vintage, List<Building> buildings, int srs, Progress progress)
            throws SQLException {
        FeatureTable table = new FeatureTable(connection, "batiments");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO batiments(fid, geom, id, nom, adresse,"
                + " parcelle, usage, public, emprise, hauteur, raison, millesime)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            // In the order in which they are read: fids order as ids do, and the index of the ids grows at its end.
            List<Building> ordered = buildings.stream()
                    .sorted(Comparator.comparing(Building::id))
                    .toList();
            int fid = 0;
            Iterator<Building> remaining = ordered.iterator();
            Ahead.Maker<Row, SQLException> rows = () -> remaining.hasNext() ? Row.of(remaining.next(), srs) : null;
            try (Ahead<Row, SQLException> ahead = new Ahead<>(rows, SQLException.class)) {
                for (Row row = ahead.next(); row != null; row = ahead.next()) {
                    Building building = row.building;
                    if (fid % EVERY == 0) {
                        insert.executeBatch();
                        progress.check();
                        progress.at("store.stage.write", fid, buildings.size());
                    }
                    fid++;
                    insert.setLong(1, fid);
                    insert.setBytes(2, row.shape);
                    insert.setString(3, building.id());
                    insert.setString(4, building.name());
                    insert.setString(5, building.address());
                    insert.setString(6, building.parcel());
                    insert.setString(7, building.usage().code());
                    insert.setBoolean(8, building.publicOwner());
                    insert.setDouble(9, row.footprintM2);
                    Sql.set(insert, 10, building.heightM() == null ? Double.NaN : building.heightM());
                    insert.setString(11, NoFigure.Reason.NOT_COMPUTED.code());
                    insert.setString(12, vintage);
                    insert.addBatch();
                    table.add(fid, building.footprint().getEnvelopeInternal());
                }
            }
            insert.executeBatch();
        }
        table.finish();
    }

    /** A building with what has to be computed of it, on another core than the one that writes. */
    private record Row(Building building, byte[] shape, double footprintM2) {
        static Row of(Building building, int srs) {
            return new Row(building, GpkgGeometry.encode(building.footprint(), srs), building.footprintM2());
        }
    }

    /**
     * Gives buildings that are where they were the outcomes they had; others that had one are to be computed again.
     *
     * @param origin the archived state
     * @param entry the entry that brought the current one, and perhaps other ids
     * @param worth whether the outcomes are worth keeping
     * @return the ids of those that kept theirs, and the ids they had before
     */
    static Map<String, String> keepOutcomes(
            Connection connection, long origin, long entry, boolean worth, Progress progress) throws SQLException {
        progress.check();
        Schema.dropTriggers(connection, "batiments");
        Schema.dropIndexes(connection, "batiments");
        Map<String, String> kept = new HashMap<>();
        String former = "a.snapshot = ?1 AND a.id = " + Lineage.FORMER_ID;
        String notComputed = "'" + NoFigure.Reason.NOT_COMPUTED.code() + "'";
        if (worth) {
            Map<String, String> formerIds = Lineage.formerIds(connection, entry);
            try (PreparedStatement update = connection.prepareStatement("UPDATE batiments SET (toiture, surface,"
                    + " inclinaison, orientation, irradiation, puissance, production, productible, classe, methode,"
                    + " raison) = (SELECT toiture, surface, inclinaison, orientation, irradiation, puissance, production,"
                    + " productible, classe, methode, raison FROM archive_batiments a WHERE " + former
                    + ") WHERE EXISTS"
                    + " (SELECT * FROM archive_batiments a WHERE " + former
                    + " AND a.geom = batiments.geom AND a.raison"
                    + " IS NOT " + notComputed + ") RETURNING id")) {
                update.setLong(1, origin);
                update.setLong(2, entry);
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        String id = row.getString(1);
                        kept.put(id, formerIds.getOrDefault(id, id));
                    }
                }
            }
            progress.check();
            // CROSS JOIN keeps the order: the other way round SQLite looks through all buildings for each archived
            // figure.
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO potentiels SELECT a.fid, batiments.id, a.m01, a.m02, a.m03, a.m04, a.m05, a.m06, a.m07,"
                            + " a.m08, a.m09, a.m10, a.m11, a.m12, " + Schema.MONTH_COLUMNS
                            + " FROM batiments CROSS JOIN archive_potentiels a ON a.snapshot = ?1"
                            + " AND a.batiment = " + Lineage.FORMER_ID + " WHERE batiments.raison IS NULL")) {
                insert.setLong(1, origin);
                insert.setLong(2, entry);
                insert.execute();
            }
        }
        progress.check();
        try (PreparedStatement mark = connection.prepareStatement("UPDATE batiments SET raison = '"
                + NoFigure.Reason.TO_RECOMPUTE.code() + "' WHERE raison = " + notComputed
                + " AND EXISTS (SELECT * FROM archive_batiments a WHERE " + former + " AND a.raison IS NOT "
                + notComputed
                + ")")) {
            mark.setLong(1, origin);
            mark.setLong(2, entry);
            mark.execute();
        }
        Schema.createIndexes(connection, "batiments");
        Schema.createTriggers(connection, "batiments");
        return kept;
    }

    static void update(Connection connection, Map<String, Outcome> outcomes, Progress progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM potentiels");
            // The geometry does not change, so the triggers (on geom and fid only) need not go, except those on any
            // update.
            Schema.dropTriggers(connection, "batiments");
            Schema.dropIndexes(connection, "batiments");
            statement.execute(
                    "UPDATE batiments SET toiture = NULL, surface = NULL, inclinaison = NULL, orientation = NULL,"
                            + " irradiation = NULL, puissance = NULL, production = NULL, productible = NULL, classe = NULL,"
                            + " methode = NULL, raison = '" + NoFigure.Reason.NOT_COMPUTED.code() + "'");
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE batiments SET toiture = ?, surface = ?,"
                        + " inclinaison = ?, orientation = ?, irradiation = ?, puissance = ?, production = ?,"
                        + " productible = ?, classe = ?, methode = ?, raison = ? WHERE id = ?");
                PreparedStatement months =
                        connection.prepareStatement("INSERT INTO potentiels(batiment, m01, m02, m03, m04,"
                                + " m05, m06, m07, m08, m09, m10, m11, m12, " + Schema.MONTH_COLUMNS + ") VALUES (?"
                                + ", ?".repeat(2 * Schema.MONTHS) + ")")) {
            int done = 0;
            for (Map.Entry<String, Outcome> entry : outcomes.entrySet()) {
                if (done++ % EVERY == 0) {
                    update.executeBatch();
                    months.executeBatch();
                    progress.check();
                    progress.at("store.stage.write", done, outcomes.size());
                }
                update.setString(12, entry.getKey());
                switch (entry.getValue()) {
                    case NoFigure none -> {
                        for (int i = 1; i <= 10; i++) {
                            update.setNull(i, Types.NULL);
                        }
                        update.setString(11, none.reason().code());
                    }
                    case SolarPotential p -> {
                        double[] values = {
                            p.roofAreaM2(),
                            p.usableAreaM2(),
                            p.tiltDeg(),
                            p.azimuthDeg(),
                            p.irradiationKWhM2(),
                            p.peakPowerKWp(),
                            p.yearlyYieldKWh(),
                            p.specificYieldKWhPerKWp()
                        };
                        for (int i = 0; i < values.length; i++) {
                            Sql.set(update, i + 1, values[i]);
                        }
                        update.setInt(9, p.suitabilityClass());
                        update.setString(10, p.method().code());
                        update.setNull(11, Types.VARCHAR);
                        if (!p.monthlyIrradiationKWhM2().isEmpty()) {
                            months.setString(1, entry.getKey());
                            for (int m = 0; m < Schema.MONTHS; m++) {
                                months.setDouble(
                                        m + 2, p.monthlyIrradiationKWhM2().get(m));
                                List<Double> yields = p.monthlyYieldKWh();
                                Sql.set(months, m + 2 + Schema.MONTHS, yields.isEmpty() ? Double.NaN : yields.get(m));
                            }
                            months.addBatch();
                        }
                    }
                }
                update.addBatch();
            }
            update.executeBatch();
            months.executeBatch();
        }
        Schema.createIndexes(connection, "batiments");
        Schema.createTriggers(connection, "batiments");
    }

    /** Ordered by id. */
    static List<BuildingRecord> read(Connection connection, Rows rows) throws SQLException {
        return new BuildingRows(
                        rows, PlaneTable.read(connection, rows), months(connection, rows), values(connection, rows))
                .all(connection);
    }

    /**
     * All that there are now, by two connections at once.
     *
     * @param connection in a transaction that has begun to read: nobody writes before it ends
     * @param second another one to the same file; left in a transaction
     */
    static List<BuildingRecord> read(Connection connection, Connection second) throws SQLException {
        Rows rows = Rows.CURRENT;
        // It holds the file from the start: a writer that waits for the end of one reader lets no other one begin.
        Sql.execute(second, "BEGIN");
        Opening.version(second);
        BuildingRows buildings;
        try (Aside<Map<String, MonthsOf>> months = new Aside<>(() -> months(second, rows))) {
            Map<String, List<RoofPlane>> planes = PlaneTable.read(connection, rows);
            Map<String, Map<Attribute, Object>> values = values(connection, rows);
            buildings = new BuildingRows(rows, planes, months.take(), values);
        }
        String middle = middle(connection);
        try (Aside<List<BuildingRecord>> others = new Aside<>(() -> buildings.from(second, middle))) {
            List<BuildingRecord> records = buildings.before(connection, middle);
            records.addAll(others.take());
            return records;
        }
    }

    /** The id that half of the others come before; empty when there is none. */
    private static String middle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id FROM batiments ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM batiments)")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static Map<String, Map<Attribute, Object>> values(Connection connection, Rows rows) throws SQLException {
        return rows.isArchived() ? Map.of() : EvaluationTable.read(connection, rows);
    }

    /** @param irradiation light in the plane [kWh/m²] @param yield production [kWh], empty when not kept */
    record MonthsOf(List<Double> irradiation, List<Double> yield) {
        static final MonthsOf NONE = new MonthsOf(List.of(), List.of());
    }

    private static Map<String, MonthsOf> months(Connection connection, Rows rows) throws SQLException {
        Map<String, MonthsOf> months = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT batiment, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10,"
                                + " m11, m12, " + Schema.MONTH_COLUMNS + " FROM " + rows.of("potentiels"))) {
            while (row.next()) {
                List<Double> values = new ArrayList<>(Schema.MONTHS);
                for (int m = 0; m < Schema.MONTHS; m++) {
                    values.add(row.getDouble(m + 2));
                }
                months.put(row.getString(1), new MonthsOf(values, Schema.months(row, 2 + Schema.MONTHS)));
            }
        }
        return months;
    }
}
