package fr.heliotoit.store;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingQuery;
import fr.heliotoit.cadastre.BuildingRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers questions in two steps: numbers of rows from the indexes alone, then the rows of the few that are wanted. */
final class BuildingSearch {
    private BuildingSearch() {}

    static Selection find(
            Connection connection, BuildingQuery question, @Nullable Attribute order, boolean descending, int limit)
            throws SQLException {
        BuildingSql sql = BuildingSql.of(question);
        boolean exact = sql.exact() && (order == null || BuildingSql.orders(order));
        if (question instanceof BuildingQuery.All && order == null && limit == Integer.MAX_VALUE) {
            List<BuildingRecord> all = BuildingTable.read(connection, Rows.CURRENT);
            return new Selection(true, all, all.size());
        }
        String orderBy = order == null || !exact
                ? "fid"
                : order.attributeName() + (descending ? " DESC" : " ASC") + " NULLS LAST, fid";
        List<Long> fids = fids(connection, sql, orderBy, exact ? limit : Integer.MAX_VALUE);
        List<BuildingRecord> records = BuildingTable.read(connection, Rows.of(fids));
        if (exact && order != null) {
            records = inOrder(connection, records, fids);
        }
        return new Selection(exact, records, fids.size() < limit ? fids.size() : count(connection, sql));
    }

    static int count(Connection connection, BuildingSql sql) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM batiments WHERE " + sql.condition())) {
            sql.bind(select);
            try (ResultSet row = select.executeQuery()) {
                return row.getInt(1);
            }
        }
    }

    private static List<Long> fids(Connection connection, BuildingSql sql, String orderBy, int limit)
            throws SQLException {
        List<Long> fids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT fid FROM batiments WHERE " + sql.condition() + " ORDER BY " + orderBy + " LIMIT ?")) {
            select.setInt(sql.bind(select), limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    fids.add(row.getLong(1));
                }
            }
        }
        return fids;
    }

    private static List<BuildingRecord> inOrder(Connection connection, List<BuildingRecord> records, List<Long> fids)
            throws SQLException {
        Map<String, BuildingRecord> byId = new HashMap<>();
        records.forEach(r -> byId.put(r.building().id(), r));
        List<BuildingRecord> ordered = new ArrayList<>(records.size());
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM batiments WHERE fid = ?")) {
            for (long fid : fids) {
                select.setLong(1, fid);
                try (ResultSet row = select.executeQuery()) {
                    BuildingRecord record = row.next() ? byId.get(row.getString(1)) : null;
                    if (record != null) {
                        ordered.add(record);
                    }
                }
            }
        }
        return ordered;
    }
}
