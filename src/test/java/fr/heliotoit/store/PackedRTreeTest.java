package fr.heliotoit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** SQLite itself says whether what we wrote is one of its R-trees. */
class PackedRTreeTest {
    /** Around one node (51 boxes), around two levels (51²) and beyond. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 51, 52, 2600, 2602, 5000})
    void sqliteFindsEveryBoxAndAcceptsMore(int boxes) throws SQLException {
        Random random = new Random(boxes);
        List<Envelope> all = new ArrayList<>();
        PackedRTree tree = new PackedRTree();
        for (int i = 0; i < boxes; i++) {
            // Lambert-93: more digits than 32-bit floats have.
            double x = 700_000 + 3000 * random.nextDouble();
            double y = 7_000_000 + 3000 * random.nextDouble();
            all.add(new Envelope(x, x + 20 * random.nextDouble(), y, y + 20 * random.nextDouble()));
            tree.add(i + 1, all.get(i));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx, miny, maxy)");
            statement.execute("INSERT INTO t VALUES (7, 0, 1, 0, 1)");
            tree.write(connection, "t");

            assertThat(text(statement, "SELECT rtreecheck('t')")).isEqualTo("ok");
            assertThat(text(statement, "SELECT count(*) FROM t")).isEqualTo(String.valueOf(boxes));
            for (int k = 0; k < 20; k++) {
                double x = 700_000 + 3000 * random.nextDouble();
                double y = 7_000_000 + 3000 * random.nextDouble();
                Envelope window = new Envelope(x, x + 300, y, y + 300);
                assertThat(within(connection, window)).containsAll(ids(all, window));
            }
            // As QGIS does when somebody draws or deletes a building.
            for (int i = 0; i < 200; i++) {
                statement.execute("INSERT INTO t VALUES (" + (100_000 + i) + ", " + i + ", " + (i + 1) + ", 0, 1)");
            }
            statement.execute("DELETE FROM t WHERE id % 2 = 0");
            assertThat(text(statement, "SELECT rtreecheck('t')")).isEqualTo("ok");
            assertThat(text(statement, "SELECT count(*) FROM t")).isEqualTo(String.valueOf((boxes + 1) / 2 + 100));
        }
    }

    private static List<Integer> ids(List<Envelope> all, Envelope window) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).intersects(window)) {
                ids.add(i + 1);
            }
        }
        return ids;
    }

    private static List<Integer> within(Connection connection, Envelope window) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM t WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?")) {
            select.setDouble(1, window.getMinX());
            select.setDouble(2, window.getMaxX());
            select.setDouble(3, window.getMinY());
            select.setDouble(4, window.getMaxY());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getInt(1));
                }
            }
        }
        return ids;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }
}
