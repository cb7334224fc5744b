package fr.heliotoit.store;

import fr.heliotoit.cadastre.PlaneEnergy;
import fr.heliotoit.cadastre.RoofPlane;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;

/** The table {@code pans}: roof planes of the current snapshot. */
final class PlaneTable {
    private static final List<String> READ = List.of(
            "id",
            "batiment",
            "geom",
            "inclinaison",
            "orientation",
            "surface",
            "ecart",
            "part_expliquee",
            "origine",
            "debord",
            "irradiation",
            "puissance");

    private static final int EVERY = 1000;

    private PlaneTable() {}

    static void replace(Connection connection, List<RoofPlane> planes, int srs) throws SQLException {
        FeatureTable table = new FeatureTable(connection, "pans");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO pans(fid, geom, id, batiment, inclinaison, orientation, surface, ecart, part_expliquee, origine,"
                        + " debord, irradiation, puissance, production, productible, " + Schema.MONTH_COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?" + ", ?".repeat(4 + Schema.MONTHS) + ")")) {
            long fid = 0;
            for (RoofPlane plane : planes) {
                fid++;
                insert.setLong(1, fid);
                insert.setBytes(2, GpkgGeometry.encode(plane.outline(), srs));
                insert.setString(3, plane.id());
                insert.setString(4, plane.buildingId());
                insert.setDouble(5, plane.surfaceTiltDeg());
                insert.setDouble(6, plane.surfaceAzimuthDeg());
                insert.setDouble(7, plane.areaM2());
                Sql.set(insert, 8, plane.fitErrorM());
                Sql.set(insert, 9, plane.explainedShare());
                insert.setString(10, plane.origin().code());
                Sql.set(insert, 11, plane.overhangM());
                energy(insert, plane.energy());
                insert.addBatch();
                if (fid % EVERY == 0) {
                    insert.executeBatch();
                }
                table.add(fid, plane.outline().getEnvelopeInternal());
            }
            insert.executeBatch();
        }
        table.finish();
    }

    /** A production of a plane without modules is 0, of one that nobody has computed not known. */
    private static void energy(PreparedStatement insert, @Nullable PlaneEnergy energy) throws SQLException {
        double[] values = new double[4 + Schema.MONTHS];
        Arrays.fill(values, Double.NaN);
        if (energy != null) {
            values[0] = energy.irradiationKWhM2();
            values[1] = energy.powerKWp();
            values[2] = energy.yearlyYieldKWh();
            values[3] = energy.specificYieldKWhPerKWp();
            for (int m = 0; m < energy.monthlyYieldKWh().size(); m++) {
                values[4 + m] = energy.monthlyYieldKWh().get(m);
            }
        }
        for (int i = 0; i < values.length; i++) {
            Sql.set(insert, 12 + i, values[i]);
        }
    }

    private static @Nullable PlaneEnergy energy(ResultSet row) throws SQLException {
        double irradiation = number(row, 11);
        if (Double.isNaN(irradiation)) {
            return null;
        }
        return new PlaneEnergy(irradiation, number(row, 12), Schema.months(row, READ.size() + 1));
    }

    private static double number(ResultSet row, int column) throws SQLException {
        return Sql.number(row, column, READ.get(column - 1));
    }

    /** Planes by building. Columns go by their number: by name each value costs a look-up. */
    static Map<String, List<RoofPlane>> read(Connection connection, Rows rows) throws SQLException {
        Map<String, List<RoofPlane>> planes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + String.join(", ", READ) + ", " + Schema.MONTH_COLUMNS
                        + " FROM " + rows.of("pans") + " ORDER BY fid")) {
            while (row.next()) {
                try {
                    RoofPlane plane = new RoofPlane(
                            row.getString(1),
                            row.getString(2),
                            GpkgGeometry.decode(row.getBytes(3)),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getDouble(6),
                            number(row, 7),
                            number(row, 8),
                            RoofPlane.Origin.ofCode(row.getString(9)),
                            number(row, 10),
                            energy(row));
                    planes.computeIfAbsent(plane.buildingId(), k -> new ArrayList<>())
                            .add(plane);
                } catch (ParseException | IllegalArgumentException e) {
                    throw new SQLException("pans " + row.getString(1) + ": " + e.getMessage(), e);
                }
            }
        }
        return planes;
    }
}
