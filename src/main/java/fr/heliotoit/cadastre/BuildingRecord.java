package fr.heliotoit.cadastre;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A building of a snapshot with all that is known of it: what query, table, map, card, report and exports read.
 *
 * @param planes its roof planes; empty before a computation from a surface model
 * @param outcome figure or reason; never absent
 * @param vintage the snapshot's millésime, for example {@code 2026-03}
 * @param evaluation money, law, heritage and ranking, for the attributes that are {@link Attribute#evaluated}; empty before one
 */
public record BuildingRecord(
        Building building, List<RoofPlane> planes, Outcome outcome, String vintage, Map<Attribute, Object> evaluation) {
    public BuildingRecord {
        planes = List.copyOf(planes);
        evaluation = evaluation.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(evaluation));
    }

    /** Not evaluated. */
    public BuildingRecord(Building building, List<RoofPlane> planes, Outcome outcome, String vintage) {
        this(building, planes, outcome, vintage, Map.of());
    }

    /** The same building with another evaluation. */
    public BuildingRecord evaluatedAs(Map<Attribute, Object> values) {
        return new BuildingRecord(building, planes, outcome, vintage, values);
    }
}
