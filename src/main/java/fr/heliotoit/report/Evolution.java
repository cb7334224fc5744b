package fr.heliotoit.report;

import fr.heliotoit.cadastre.CommuneSummary;

/**
 * What changed since the snapshot before.
 *
 * @param vintage name of the snapshot before
 * @param before its totals
 * @param added buildings that are new
 * @param removed buildings that are gone
 * @param changed buildings whose shape or attributes changed
 * @param unchanged the others
 */
public record Evolution(String vintage, CommuneSummary before, int added, int removed, int changed, int unchanged) {}
