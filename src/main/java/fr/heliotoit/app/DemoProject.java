package fr.heliotoit.app;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/** The demonstration commune, from its files to a computed project, by the same steps as a real one. */
public final class DemoProject {
    /** Name of the project file. */
    public static final String FILE = "saint-soleil-en-artois.gpkg";

    /** Made up: no commune has this code (see {@code data/demo/README.md}). */
    private static final ProjectInfo INFO = new ProjectInfo(
            new Commune("62999", "Saint-Soleil-en-Artois (commune fictive)", "Communauté fictive", 1200),
            Crs.LAMBERT_93,
            true);

    private DemoProject() {}

    /**
     * Makes the project: new → import → compute. A project made before in that folder is replaced once the new one is complete.
     *
     * @param folder made when absent
     * @return the project file
     */
    public static Path create(Path folder, Progress progress) throws Failure {
        Path demo = Installation.data().resolve("demo");
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            // Inputs are registered relative to the project, so the new file is made where it will stay.
            Path work = folder.resolve(FILE + ".new");
            Files.deleteIfExists(work);
            try {
                fill(work, demo, progress);
                Files.move(work, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(work);
            }
        } catch (IOException e) {
            throw new Failure(Message.of("app.demo.folder", folder, String.valueOf(e.getMessage())), e);
        }
        return file;
    }

    private static void fill(Path file, Path demo, Progress progress) throws Failure {
        try (ProjectFile project = ProjectFile.create(file, INFO)) {
            ImportBatch.run(
                    project,
                    List.of(demo.resolve("batiments-2024.gpkg")),
                    new ImportOptions(null, "2024-06", null, false),
                    progress);
            ImportBatch.run(
                    project,
                    List.of(demo.resolve("mns.tif")),
                    new ImportOptions(null, null, ImportKind.SURFACE_MODEL, false),
                    progress);
            ImportBatch.run(
                    project,
                    List.of(demo.resolve("meteo.epw")),
                    new ImportOptions(null, null, ImportKind.WEATHER, false),
                    progress);
            ImportBatch.run(
                    project,
                    List.of(
                            demo.resolve("commune.geojson"),
                            demo.resolve("adresses.csv"),
                            demo.resolve("parcelles.geojson"),
                            demo.resolve("monuments.geojson"),
                            demo.resolve("parkings.geojson")),
                    ImportOptions.NONE,
                    progress);
            ComputePotential.run(project, ComputeInputs.REGISTERED, DataPacks.load(LocalDate.now()), progress);
        }
    }
}
