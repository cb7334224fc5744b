package fr.heliotoit.store;

import fr.heliotoit.cadastre.BuildingRecord;
import java.util.List;

/**
 * What the indexes answered.
 *
 * @param exact whether that is the whole answer; otherwise the records are all buildings that may be meant, not ordered and not limited:
 *     some part of the question or the order is not in the file's columns
 * @param records the buildings
 * @param count how many the question is true for, limit aside; of an answer that is not exact, how many may be meant
 */
public record Selection(boolean exact, List<BuildingRecord> records, int count) {
    public Selection {
        records = List.copyOf(records);
    }
}
