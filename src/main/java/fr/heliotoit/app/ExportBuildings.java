package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.io.ExportMetadata;
import fr.heliotoit.io.GeoJsonWriter;
import fr.heliotoit.io.Table;
import fr.heliotoit.store.ImportCommit;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Writes buildings to a file of another program, with what they come from; owners are never in it, since projects hold none. */
public final class ExportBuildings {
    private final ProjectFile project;
    private final List<BuildingRecord> records;
    private final @Nullable String filter;

    /**
     * @param records those to export, of the project's current snapshot
     * @param filter the expression that chose them, for the metadata; null for all
     */
    public ExportBuildings(ProjectFile project, List<BuildingRecord> records, @Nullable String filter) {
        this.project = project;
        this.records = List.copyOf(records);
        this.filter = filter;
    }

    /**
     * Writes the file, whole or not at all. A CSV gets its metadata beside it ({@code F.csv-metadata.json}), the others hold them.
     *
     * @param columns of tables; GeoJSON and GeoPackage hold all attributes
     * @param file replaced when it exists
     */
    public void run(ExportFormat format, List<Attribute> columns, Path file) throws Failure {
        Outputs.check(file, project.path());
        switch (format) {
            case gpkg -> geoPackage(file);
            case geojson ->
                Outputs.write(
                        file,
                        out -> text(format, columns, new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        project.path());
            default -> TableFile.write(Table.of(records, columns, metadata()), format, file, project);
        }
    }

    /**
     * Writes one of the formats that are text.
     *
     * @param out not closed, flushed
     */
    public void text(ExportFormat format, List<Attribute> columns, Writer out) throws IOException, Failure {
        switch (format) {
            case geojson -> GeoJsonWriter.write(records, project.info().crs(), metadata(), out);
            default -> TableFile.text(Table.of(records, columns, metadata()), format, out);
        }
        out.flush();
    }

    private List<ModuleArray> modules() throws Failure {
        Envelope extent = new Envelope();
        Set<String> ids = new HashSet<>();
        for (BuildingRecord record : records) {
            ids.add(record.building().id());
            extent.expandToInclude(record.building().footprint().getEnvelopeInternal());
            record.planes().forEach(p -> extent.expandToInclude(p.outline().getEnvelopeInternal()));
        }
        return extent.isNull()
                ? List.of()
                : project.modules(extent).stream()
                        .filter(m -> ids.contains(m.buildingId()))
                        .toList();
    }

    /** Attributes with the same packs at once: each time the whole table is written. */
    private void copyEvaluations(ProjectFile copy, Snapshot snapshot) throws Failure {
        Map<List<String>, Set<Attribute>> groups = new LinkedHashMap<>();
        for (BuildingRecord record : records) {
            for (Attribute attribute : record.evaluation().keySet()) {
                if (groups.values().stream().noneMatch(g -> g.contains(attribute))) {
                    groups.computeIfAbsent(project.citations(attribute), k -> EnumSet.noneOf(Attribute.class))
                            .add(attribute);
                }
            }
        }
        for (Map.Entry<List<String>, Set<Attribute>> group : groups.entrySet()) {
            Map<String, Map<Attribute, Object>> values = new HashMap<>();
            for (BuildingRecord record : records) {
                Map<Attribute, Object> own = new EnumMap<>(Attribute.class);
                own.putAll(record.evaluation());
                own.keySet().retainAll(group.getValue());
                if (!own.isEmpty()) {
                    values.put(record.building().id(), own);
                }
            }
            copy.saveEvaluations(snapshot, group.getValue(), values, group.getKey());
        }
    }

    private ExportMetadata metadata() throws Failure {
        return metadata(project, filter);
    }

    /** What a file of a project says of itself. */
    static ExportMetadata metadata(ProjectFile project, @Nullable String filter) throws Failure {
        List<Snapshot.Source> sources = new ArrayList<>();
        project.current().ifPresent(s -> sources.addAll(s.sources()));
        for (Snapshot.Source source : project.computationSources()) {
            if (!sources.contains(source)) {
                sources.add(source);
            }
        }
        return new ExportMetadata(
                project.info(),
                project.current().map(Snapshot::vintage).orElse(""),
                filter,
                sources,
                Installation.conventions().citation(),
                project.citations(),
                LocalDate.now(),
                PublishReport.version());
    }

    /** A project of the selection: the one format of ours is also the standard's. */
    private void geoPackage(Path file) throws Failure {
        Path draft = file.resolveSibling("." + file.getFileName() + "-" + System.nanoTime() + ".part");
        try {
            try (ProjectFile copy = ProjectFile.create(draft, project.info())) {
                List<Building> buildings =
                        records.stream().map(BuildingRecord::building).toList();
                List<RoofPlane> planes =
                        records.stream().flatMap(r -> r.planes().stream()).toList();
                Map<String, Outcome> outcomes = new HashMap<>();
                records.forEach(r -> outcomes.put(r.building().id(), r.outcome()));
                if (project.current().isPresent()) {
                    Snapshot current = project.current().get();
                    Snapshot snapshot = copy.commit(
                            new ImportCommit(
                                    current.vintage(),
                                    copy.head(),
                                    current.sources(),
                                    buildings,
                                    Comparison.of(List.of(), buildings),
                                    Map.of(),
                                    List.of(),
                                    List.of()),
                            Progress.NONE);
                    copy.saveOutcomes(
                            snapshot, project.computationSources(), planes, modules(), outcomes, Progress.NONE);
                    copyEvaluations(copy, snapshot);
                }
                copy.note("export", filter == null ? "" : filter);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(
                    Message.of("app.report.unwritable", file, e.getClass().getSimpleName()), e);
        } finally {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException leftover) {
                // The failure that is on its way says more than this one.
                assert leftover != null;
            }
        }
    }
}
