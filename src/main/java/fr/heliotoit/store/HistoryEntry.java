package fr.heliotoit.store;

import fr.heliotoit.cadastre.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a project's history.
 *
 * @param snapshot the state after it
 * @param current whether it is the state that everything shows
 * @param files what this entry brought
 * @param undone the entry that this one takes back; null for an import
 * @param counts what it did to the buildings; null when it brought none, or an older version wrote it
 * @param contents for every content of the state (buildings, layers, kinds of raster) the entry that brought it
 */
public record HistoryEntry(
        Snapshot snapshot,
        boolean current,
        List<Snapshot.Source> files,
        @Nullable Long undone,
        @Nullable Counts counts,
        Map<String, Long> contents) {
    /** The state of a new project. */
    static final HistoryEntry NONE =
            new HistoryEntry(new Snapshot(0, "", Instant.EPOCH, List.of(), 0), false, List.of(), null, null, Map.of());

    /** Buildings, compared with the state before. */
    public record Counts(int added, int changed, int removed, int unchanged) {}

    public HistoryEntry {
        files = List.copyOf(files);
        contents = Map.copyOf(contents);
    }

    /** The contents that differ from the entry before. */
    public Set<String> touched(HistoryEntry before) {
        Set<String> touched = new TreeSet<>(contents.keySet());
        touched.addAll(before.contents.keySet());
        touched.removeIf(c -> Objects.equals(contents.get(c), before.contents.get(c)));
        return touched;
    }
}
