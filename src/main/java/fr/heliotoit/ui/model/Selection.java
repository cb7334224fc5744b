package fr.heliotoit.ui.model;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is selected, by identifier, so that it outlives a new computation.
 *
 * @param ids all that is selected, in the order of choosing
 * @param focus the building whose card is shown; one of {@code ids}, or null when nothing is selected
 */
public record Selection(Set<String> ids, @Nullable String focus) {
    public static final Selection NONE = new Selection(Set.of(), null);

    public Selection {
        ids = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        if (focus != null && !ids.contains(focus)) {
            throw new IllegalArgumentException("focus outside the selection");
        }
    }

    public static Selection of(String id) {
        return new Selection(Set.of(id), id);
    }

    /** With this building added and in focus, or taken out when it was in. */
    public Selection toggled(String id) {
        LinkedHashSet<String> changed = new LinkedHashSet<>(ids);
        if (changed.remove(id)) {
            return new Selection(changed, changed.isEmpty() ? null : changed.getLast());
        }
        changed.add(id);
        return new Selection(changed, id);
    }
}
