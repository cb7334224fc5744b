package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;

/**
 * Rows of {@code batiments} as records. Columns go by their number: by name each value costs a look-up, and there are millions.
 *
 * @param planes by building, as are the others
 */
record BuildingRows(
        Rows rows,
        Map<String, List<RoofPlane>> planes,
        Map<String, BuildingTable.MonthsOf> months,
        Map<String, Map<Attribute, Object>> evaluations) {
    private static final List<String> COLUMNS = List.of(
            "id",
            "geom",
            "nom",
            "adresse",
            "parcelle",
            "usage",
            "public",
            "hauteur",
            "millesime",
            "raison",
            "methode",
            "irradiation",
            "toiture",
            "surface",
            "puissance",
            "production",
            "classe",
            "inclinaison",
            "orientation");

    /** Ordered by id. */
    List<BuildingRecord> all(Connection connection) throws SQLException {
        return read(connection, "");
    }

    /** Those whose ids come before one, ordered by id. */
    List<BuildingRecord> before(Connection connection, String id) throws SQLException {
        return read(connection, " WHERE id < ?", id);
    }

    /** One and those after it, ordered by id. */
    List<BuildingRecord> from(Connection connection, String id) throws SQLException {
        return read(connection, " WHERE id >= ?", id);
    }

    private List<BuildingRecord> read(Connection connection, String where, String... bounds) throws SQLException {
        List<BuildingRecord> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + String.join(", ", COLUMNS) + " FROM " + rows.of("batiments") + where + " ORDER BY id")) {
            for (int i = 0; i < bounds.length; i++) {
                select.setString(i + 1, bounds[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    records.add(record(row));
                }
            }
        }
        return records;
    }

    private BuildingRecord record(ResultSet row) throws SQLException {
        String id = row.getString(1);
        try {
            Building building = new Building(
                    id,
                    GpkgGeometry.decode(row.getBytes(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    usage(row.getString(6)),
                    row.getBoolean(7),
                    Sql.numberOrNull(row, 8, "hauteur"));
            return new BuildingRecord(
                    building,
                    planes.getOrDefault(id, List.of()),
                    outcome(row, months.getOrDefault(id, BuildingTable.MonthsOf.NONE)),
                    row.getString(9),
                    evaluations.getOrDefault(id, Map.of()));
        } catch (Sql.OddValue e) {
            throw e.at(String.valueOf(id));
        } catch (ParseException | IllegalArgumentException e) {
            throw new SQLException("batiments " + id + ": " + e.getMessage(), e);
        }
    }

    /** An empty one is unknown; a word that is none of ours is told, not passed over. */
    private static Usage usage(@Nullable String code) throws Sql.OddValue {
        if (code == null || code.isBlank()) {
            return Usage.UNKNOWN;
        }
        Usage usage = Usage.ofCode(code.strip());
        if (usage == Usage.UNKNOWN && !code.strip().equals(Usage.UNKNOWN.code())) {
            throw new Sql.OddValue("usage", code);
        }
        return usage;
    }

    private static Outcome outcome(ResultSet row, BuildingTable.MonthsOf months) throws SQLException {
        @Nullable String reason = row.getString(10);
        if (reason != null) {
            return new NoFigure(NoFigure.Reason.ofCode(reason));
        }
        @Nullable String method = row.getString(11);
        if (method == null) {
            // Drawn with another program: nobody has computed it.
            return new NoFigure(NoFigure.Reason.NOT_COMPUTED);
        }
        return new SolarPotential(
                number(row, 12),
                months.irradiation(),
                number(row, 13),
                number(row, 14),
                number(row, 15),
                number(row, 16),
                months.yield(),
                (int) number(row, 17),
                number(row, 18),
                number(row, 19),
                SolarPotential.Method.ofCode(method));
    }

    private static double number(ResultSet row, int column) throws SQLException {
        return Sql.number(row, column, COLUMNS.get(column - 1));
    }
}
