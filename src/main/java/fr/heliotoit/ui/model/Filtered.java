package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.BuildingRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the filter leaves.
 *
 * @param expression ECQL; empty for no filter
 * @param records those that pass, in the table's order; all when the expression is empty
 * @param total how many there are without the filter
 * @param error why the expression just typed cannot be used (then records are still those of the last good one); null when it can
 * @param whyNothing why no record passes; null when some do
 */
public record Filtered(
        String expression,
        List<BuildingRecord> records,
        int total,
        @Nullable String error,
        @Nullable String whyNothing) {
    public static final Filtered NOTHING = new Filtered("", List.of(), 0, null, null);

    /**
     * Only itself: listeners ask whether something else is shown now, and to compare a hundred thousand outlines point by point would hold up
     * the window.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    public boolean active() {
        return !expression.isEmpty();
    }
}
