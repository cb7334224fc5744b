package fr.heliotoit.cadastre;

import java.util.List;

/**
 * A building of a snapshot with all that is known of it: what query, table, map, card, report and exports read.
 *
 * @param planes its roof planes; empty before a computation from a surface model
 * @param outcome figure or reason; never absent
 * @param vintage the snapshot's millésime, for example {@code 2026-03}
 */
public record BuildingRecord(Building building, List<RoofPlane> planes, Outcome outcome, String vintage) {
    public BuildingRecord {
        planes = List.copyOf(planes);
    }
}
