package fr.heliotoit.cadastre;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the buildings from one state to another. Every building of the later state is in exactly one of {@code added},
 * {@code changed} and {@code unchanged}; every building of the earlier one in one of {@code removed}, {@code changed} (by its former id)
 * and {@code unchanged}. Splits and merges tell how some of the added, removed and changed ones hang together.
 *
 * @param added ids in the later state
 * @param removed ids in the earlier state
 * @param unchanged ids
 */
public record ChangeSet(
        List<String> added,
        List<String> removed,
        List<Changed> changed,
        List<String> unchanged,
        List<Split> splits,
        List<Merge> merges) {
    /** Nothing before, nothing after. */
    public static final ChangeSet NONE =
            new ChangeSet(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A building that goes on, altered.
     *
     * @param id in the later state
     * @param formerId in the earlier state, when the source has given it another id; else null
     * @param what attributes that differ, by their query names; {@code emprise} when the footprint does, {@code id} when it was found by
     *     its place
     */
    public record Changed(String id, @Nullable String formerId, List<String> what) {
        public Changed {
            what = List.copyOf(what);
        }
    }

    /** One building of the earlier state that is several in the later one. */
    public record Split(String from, List<String> into) {
        public Split {
            into = List.copyOf(into);
        }
    }

    /** Several buildings of the earlier state that are one in the later one. */
    public record Merge(List<String> from, String into) {
        public Merge {
            from = List.copyOf(from);
        }
    }

    public ChangeSet {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        splits = List.copyOf(splits);
        merges = List.copyOf(merges);
    }

    /** Whether both states are the same. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
