package fr.heliotoit.store;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.List;
import java.util.Map;

/** Imports of a test, without files. */
public final class Commits {
    private Commits() {}

    /** Buildings compared with what the project holds. */
    public static ImportCommit of(
            ProjectFile project, String vintage, List<Snapshot.Source> sources, List<Building> buildings)
            throws Failure {
        List<Building> before =
                project.records().stream().map(BuildingRecord::building).toList();
        return new ImportCommit(
                vintage,
                project.head(),
                sources,
                buildings,
                Comparison.of(before, buildings),
                Map.of(),
                List.of(),
                List.of());
    }

    public static Snapshot buildings(
            ProjectFile project, String vintage, List<Snapshot.Source> sources, List<Building> buildings)
            throws Failure {
        return project.commit(of(project, vintage, sources, buildings), Progress.NONE);
    }

    public static Snapshot input(ProjectFile project, InputFile... inputs) throws Failure {
        return project.commit(
                new ImportCommit(
                        "2026-01",
                        project.head(),
                        List.of(),
                        null,
                        ChangeSet.NONE,
                        Map.of(),
                        List.of(inputs),
                        List.of()),
                Progress.NONE);
    }

    public static Snapshot layer(ProjectFile project, Layer layer, List<LayerFeature> features) throws Failure {
        return project.commit(
                new ImportCommit(
                        "2026-01",
                        project.head(),
                        List.of(new Snapshot.Source(layer.code(), layer.code() + ".geojson", "00")),
                        null,
                        ChangeSet.NONE,
                        Map.of(layer, features),
                        List.of(),
                        List.of()),
                Progress.NONE);
    }
}
