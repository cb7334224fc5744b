package fr.heliotoit.cadastre;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What staff have written about a building (dossier). It belongs to the building, not to a snapshot: no import and no undo changes it.
 *
 * @param buildingId id in the snapshot it was written for
 * @param notes free text, perhaps empty
 * @param survey what was found on site, by the id of the question ({@link Survey})
 * @param measuredKWh production measured, by year [kWh]
 */
public record BuildingFile(
        String buildingId,
        ProjectStatus status,
        String notes,
        SortedMap<String, String> survey,
        SortedMap<Integer, Double> measuredKWh) {
    public BuildingFile {
        survey = Collections.unmodifiableSortedMap(new TreeMap<>(survey));
        measuredKWh = Collections.unmodifiableSortedMap(new TreeMap<>(measuredKWh));
        if (measuredKWh.values().stream().anyMatch(kWh -> !(kWh >= 0) || kWh.isInfinite())) {
            throw new IllegalArgumentException("measured " + measuredKWh);
        }
    }

    /** Nothing written yet. */
    public static BuildingFile empty(String buildingId) {
        return new BuildingFile(buildingId, ProjectStatus.NONE, "", new TreeMap<>(), new TreeMap<>());
    }

    public boolean isEmpty() {
        return status == ProjectStatus.NONE && notes.isBlank() && survey.isEmpty() && measuredKWh.isEmpty();
    }
}
