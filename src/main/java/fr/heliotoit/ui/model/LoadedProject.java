package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingFile;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * All that the window shows of a project, read at once in the background; immutable.
 *
 * @param snapshot the current one; null before the first import
 * @param computation what the figures were computed from
 * @param citations the data packs that the values of attributes come from, as they are cited
 * @param known attributes that some building has a value for
 * @param files what staff have written, by building
 */
public record LoadedProject(
        Path file,
        ProjectInfo info,
        boolean readOnly,
        @Nullable Snapshot snapshot,
        List<Snapshot.Source> computation,
        Map<Attribute, List<String>> citations,
        Map<String, BuildingFile> files,
        Set<Attribute> known,
        BuildingIndex buildings,
        SearchIndex search) {
    public LoadedProject {
        known = Set.copyOf(known);
        computation = List.copyOf(computation);
        citations = Map.copyOf(citations);
        files = Map.copyOf(files);
    }

    /**
     * The rows in the order that tables begin with: those with a figure first.
     *
     * @param read as they come from the file
     * @param layers reads the other layers when somebody searches
     */
    public static LoadedProject of(
            Path file,
            ProjectInfo info,
            boolean readOnly,
            @Nullable Snapshot snapshot,
            List<Snapshot.Source> computation,
            Map<Attribute, List<String>> citations,
            Map<String, BuildingFile> files,
            List<BuildingRecord> read,
            SearchIndex.Layers layers) {
        List<BuildingRecord> records = RowSorter.figuresFirst(read);
        CompletableFuture<Set<Attribute>> looking = CompletableFuture.supplyAsync(() -> known(records));
        BuildingIndex buildings = new BuildingIndex(records);
        return new LoadedProject(
                file,
                info,
                readOnly,
                snapshot,
                computation,
                citations,
                files,
                looking.join(),
                buildings,
                new SearchIndex(records, buildings.extent(), info.crs(), layers));
    }

    private static Set<Attribute> known(List<BuildingRecord> records) {
        Set<Attribute> missing = EnumSet.allOf(Attribute.class);
        Set<Attribute> known = EnumSet.noneOf(Attribute.class);
        for (BuildingRecord record : records) {
            for (Attribute attribute : missing) {
                if (attribute.valueOf(record) != null) {
                    known.add(attribute);
                }
            }
            missing.removeAll(known);
        }
        return known;
    }

    /** Only itself, as {@link Filtered}: another reading of the file is another state. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    public List<BuildingRecord> records() {
        return buildings.records();
    }

    /** The data packs that powers and productions come from, as they are cited; empty before a computation. */
    public List<String> packs() {
        return packs(Attribute.PRODUCTION);
    }

    /** The data packs that the values of an attribute come from; empty before its evaluation. */
    public List<String> packs(Attribute attribute) {
        return citations.getOrDefault(attribute, List.of());
    }

    /** Millésime; empty before the first import. */
    public String vintage() {
        return snapshot == null ? "" : snapshot.vintage();
    }
}
