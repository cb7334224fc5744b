package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.store.ImportCommit;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes files into a project: buildings become a new snapshot, rasters and weather files are registered by reference. Everything is read
 * and checked before anything is written; the buildings are committed whole or not at all.
 */
public final class ImportBatch {
    private ImportBatch() {}

    /**
     * @param files building files, rasters, weather files, with or without the files that accompany them
     * @throws Failure when a file cannot be taken as a whole; the project is as before
     * @throws java.util.concurrent.CancellationException when cancelled; the project is as before
     */
    public static ImportReport run(ProjectFile project, List<Path> files, ImportOptions options, Progress progress)
            throws Failure {
        String vintage = options.vintage() == null ? YearMonth.now().toString() : options.vintage();
        if (!vintage.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw Failure.of("app.import.vintage", vintage);
        }
        ImportFiles sorted = ImportFiles.sort(files, options.rasterKind());
        List<Finding> findings = new ArrayList<>();
        List<InputFile> inputs = new RegisteredFiles(project, options.crs()).check(sorted.inputs(), findings);
        BuildingReader reader = new BuildingReader(
                project.info().crs(),
                options.crs(),
                ColumnProfile.load(Installation.data().resolve("profiles")),
                progress);
        List<Snapshot.Source> sources = new ArrayList<>();
        for (Path file : sorted.buildings()) {
            reader.add(file);
            sources.add(new Snapshot.Source("buildings", file.getFileName().toString(), FileDigest.sha256(file)));
        }
        findings.addAll(reader.findings());
        List<Building> buildings = reader.buildings();
        progress.check();
        progress.at("app.stage.compare", 0, buildings.size());
        long base = project.head();
        List<Building> before =
                project.records().stream().map(BuildingRecord::building).toList();
        ChangeSet changes = buildings.isEmpty() ? ChangeSet.NONE : Comparison.of(before, buildings);
        if (buildings.isEmpty() && !sorted.buildings().isEmpty()) {
            findings.add(Finding.warning("NOTHING_ACCEPTED", null, Message.of("app.import.nothing")));
        }
        progress.check();
        Optional<Snapshot> snapshot = Optional.empty();
        if (!options.dryRun()) {
            progress.at("app.stage.commit", 0, buildings.size());
            if (!buildings.isEmpty() || !inputs.isEmpty()) {
                Snapshot committed = project.commit(
                        new ImportCommit(
                                vintage,
                                base,
                                buildings.isEmpty() ? List.of() : sources,
                                buildings.isEmpty() ? null : buildings,
                                changes,
                                Map.of(),
                                inputs,
                                findings),
                        progress);
                snapshot = buildings.isEmpty() ? Optional.empty() : Optional.of(committed);
            }
        }
        return new ImportReport(
                reader.read(),
                buildings.size(),
                reader.refused(),
                reader.ignored(),
                changes,
                findings,
                snapshot,
                inputs);
    }
}
