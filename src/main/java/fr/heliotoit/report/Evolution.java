package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;

/**
 * What changed since the snapshot before.
 *
 * @param vintage name of the snapshot before
 * @param before its totals
 * @param now totals of today's buildings, of the same kind as those before
 * @param publicOnly whether only public buildings are compared, because few private roofs make the difference
 * @param added buildings that are new
 * @param removed buildings that are gone
 * @param changed buildings whose shape or attributes changed
 * @param unchanged the others
 */
public record Evolution(
        String vintage,
        CommuneSummary before,
        CommuneSummary now,
        boolean publicOnly,
        int added,
        int removed,
        int changed,
        int unchanged) {
    /** Fewer private roofs than these are not described, nor is a difference that they make. */
    public static final int LEAST_PRIVATE = Groups.LEAST;
}
