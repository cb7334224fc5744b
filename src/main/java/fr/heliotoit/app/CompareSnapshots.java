package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.util.List;

/** What became of the buildings from one entry of the history to another. */
public final class CompareSnapshots {
    private CompareSnapshots() {}

    /**
     * @param from number of the earlier entry
     * @param to number of the later entry
     * @throws Failure when there is no such entry
     */
    public static ChangeSet run(ProjectFile project, long from, long to) throws Failure {
        return Comparison.of(buildings(project, from), buildings(project, to));
    }

    private static List<Building> buildings(ProjectFile project, long entry) throws Failure {
        return project.records(entry).stream().map(BuildingRecord::building).toList();
    }
}
