package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the window shows of a project, read at once in the background; immutable.
 *
 * @param snapshot the current one; null before the first import
 * @param computation what the figures were computed from
 * @param files what staff have written, by building
 */
public record LoadedProject(
        Path file,
        ProjectInfo info,
        boolean readOnly,
        @Nullable Snapshot snapshot,
        List<Snapshot.Source> computation,
        Map<String, BuildingFile> files,
        BuildingIndex buildings,
        SearchIndex search) {
    public LoadedProject {
        computation = List.copyOf(computation);
        files = Map.copyOf(files);
    }

    public static LoadedProject of(
            Path file,
            ProjectInfo info,
            boolean readOnly,
            @Nullable Snapshot snapshot,
            List<Snapshot.Source> computation,
            Map<String, BuildingFile> files,
            List<BuildingRecord> records) {
        return new LoadedProject(
                file,
                info,
                readOnly,
                snapshot,
                computation,
                files,
                new BuildingIndex(records),
                new SearchIndex(records));
    }

    public List<BuildingRecord> records() {
        return buildings.records();
    }

    /** Millésime; empty before the first import. */
    public String vintage() {
        return snapshot == null ? "" : snapshot.vintage();
    }
}
