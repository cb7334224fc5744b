package fr.heliotoit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which building of one state is which of another. The states of the buildings form a tree: every import of buildings begins from the one
 * that was current then, and may give buildings new ids; an undo goes back to an earlier state, from where the next import branches off.
 * A building is followed along the way between two states only, so that an import that was undone joins nobody's buildings.
 */
final class Lineage {
    /** The state before the first import. */
    static final long NONE = 0;

    private final long current;
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, Map<String, String>> later = new HashMap<>();
    private final Map<Long, Map<String, String>> earlier = new HashMap<>();

    Lineage(Connection connection) throws SQLException {
        long now = NONE;
        // An entry without buildings stands between two with some when everything was undone.
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT m.id, coalesce(c.origine, 0) FROM millesimes m"
                        + " LEFT JOIN contenus c ON c.snapshot = m.id AND c.contenu = '" + Contents.BUILDINGS
                        + "' ORDER BY m.id")) {
            while (row.next()) {
                long state = row.getLong(2);
                if (state == row.getLong(1)) {
                    parents.put(state, now);
                }
                now = state;
            }
        }
        current = now;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT entree, ancien, nouveau FROM liens")) {
            while (row.next()) {
                later.computeIfAbsent(row.getLong(1), e -> new HashMap<>()).put(row.getString(2), row.getString(3));
                earlier.computeIfAbsent(row.getLong(1), e -> new HashMap<>()).put(row.getString(3), row.getString(2));
            }
        }
    }

    /** The state of the buildings that everybody sees, by the entry that brought it; {@link #NONE} before the first import. */
    long current() {
        return current;
    }

    /** SQL: the id that a current building had before the entry of parameter {@code ?2} came. */
    static final String FORMER_ID =
            "coalesce((SELECT ancien FROM liens WHERE entree = ?2 AND nouveau = batiments.id), batiments.id)";

    /** The ids that buildings had before an entry renamed them, by the new ones. */
    static Map<String, String> formerIds(Connection connection, long entry) throws SQLException {
        Map<String, String> former = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT nouveau, ancien FROM liens WHERE entree = ?")) {
            select.setLong(1, entry);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    former.put(row.getString(1), row.getString(2));
                }
            }
        }
        return former;
    }

    /** Remembers the new ids that an entry gave. */
    static void link(Connection connection, long entry, Map<String, String> newIds) throws SQLException {
        // With all three columns: SQLite would else read all links of the entry, for every building, from the primary
        // key's index.
        Sql.execute(connection, "CREATE INDEX IF NOT EXISTS liens_nouveaux ON liens(entree, nouveau, ancien)");
        Sql.execute(connection, "DROP INDEX IF EXISTS liens_nouveau");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO liens VALUES (?, ?, ?)")) {
            for (Map.Entry<String, String> renamed : newIds.entrySet()) {
                insert.setLong(1, entry);
                insert.setString(2, renamed.getKey());
                insert.setString(3, renamed.getValue());
                insert.execute();
            }
        }
    }

    /**
     * The id that a building of one state has now.
     *
     * @param state the entry that brought the state in which it had this id
     * @return null when it is none of today's buildings, because its id has gone to another one
     */
    @Nullable
    String now(long state, String id) {
        List<Long> up = way(state);
        List<Long> down = way(current);
        int common = 0;
        while (common < up.size()
                && common < down.size()
                && up.get(up.size() - 1 - common).equals(down.get(down.size() - 1 - common))) {
            common++;
        }
        String name = id;
        for (int i = 0; i < up.size() - common && name != null; i++) {
            name = step(earlier.get(up.get(i)), later.get(up.get(i)), name);
        }
        for (int i = down.size() - common - 1; i >= 0 && name != null; i--) {
            name = step(later.get(down.get(i)), earlier.get(down.get(i)), name);
        }
        return name;
    }

    /** The states that the current one came from, newest first. */
    List<Long> ancestors() {
        List<Long> way = way(current);
        return way.subList(Math.min(1, way.size()), way.size());
    }

    /** From a state back to the first one. */
    private List<Long> way(long state) {
        List<Long> way = new ArrayList<>();
        Long at = state;
        while (at != null && at != NONE && !way.contains(at)) {
            way.add(at);
            at = parents.get(at);
        }
        return way;
    }

    /** Who has got the name on the other side of an import, when the name itself went to another building. */
    private static @Nullable String step(
            @Nullable Map<String, String> forward, @Nullable Map<String, String> back, String name) {
        String renamed = forward == null ? null : forward.get(name);
        if (renamed != null) {
            return renamed;
        }
        return back != null && back.containsKey(name) ? null : name;
    }
}
