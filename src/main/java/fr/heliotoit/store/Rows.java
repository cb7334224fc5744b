package fr.heliotoit.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of the tables about buildings are meant: those that everybody sees, those of an archived state, or those of some buildings. */
final class Rows {
    static final Rows CURRENT = new Rows(null, null);

    /** How the tables call the building. */
    private static final Map<String, String> KEYS =
            Map.of("batiments", "id", "pans", "batiment", "potentiels", "batiment", "evaluations", "batiment");

    private final @Nullable Long archived;
    private final @Nullable String fids;

    private Rows(@Nullable Long archived, @Nullable String fids) {
        this.archived = archived;
        this.fids = fids;
    }

    /** @param origin the entry of the history that brought them */
    static Rows archived(long origin) {
        return new Rows(origin, null);
    }

    /** @param fids of current buildings */
    static Rows of(List<Long> fids) {
        return new Rows(null, fids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
    }

    boolean isArchived() {
        return archived != null;
    }

    /** What stands after FROM for a table. */
    String of(String table) {
        if (archived != null) {
            return "(SELECT * FROM archive_" + table + " WHERE snapshot = " + archived + ")";
        }
        if (fids == null) {
            return table;
        }
        // Numbers only, so nothing has to be a parameter; one text instead of a list, which SQLite would limit.
        return "(SELECT * FROM " + table + " WHERE " + KEYS.get(table)
                + " IN (SELECT id FROM batiments WHERE fid IN (SELECT value FROM json_each('" + fids + "'))))";
    }
}
