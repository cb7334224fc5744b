package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.geo.AreaOfUse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.FileDigest;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.WeatherFiles;
import fr.heliotoit.solar.Place;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Rasters and weather files that a project shall know by reference: opened once to see that they can be read, digested so that a change
 * is noticed later.
 *
 * @param given the system the user gave for rasters that name none
 */
record RegisteredFiles(ProjectFile project, @Nullable Crs given) {
    List<InputFile> check(Map<InputFile.Kind, List<Path>> files, List<Finding> findings) throws Failure {
        List<InputFile> checked = new ArrayList<>();
        for (Map.Entry<InputFile.Kind, List<Path>> entry : files.entrySet()) {
            for (Path file : entry.getValue()) {
                checked.add(check(entry.getKey(), file, findings));
            }
            if (entry.getValue().size() > 1) {
                // Tiles that do not fit together are refused now, not when somebody computes.
                RasterFiles.open(entry.getValue(), given).close();
            }
        }
        return checked;
    }

    /**
     * Whether files that the project refers to are no more those that were registered.
     *
     * @param sha256 what {@link FileDigest#sha256(List)} says of them now
     * @return false also when one of them was never registered
     */
    static boolean replaced(ProjectFile project, List<Path> files, String sha256) throws Failure {
        Path folder = Objects.requireNonNull(project.path().toAbsolutePath().getParent());
        List<InputFile> inputs = project.inputs();
        List<String> then = new ArrayList<>();
        for (Path file : files) {
            Path wanted = file.toAbsolutePath().normalize();
            inputs.stream()
                    .filter(i -> folder.resolve(i.path()).normalize().equals(wanted))
                    .findFirst()
                    .ifPresent(i -> then.add(i.sha256()));
        }
        return then.size() == files.size() && !sha256.equals(FileDigest.ofDigests(files, then));
    }

    private InputFile check(InputFile.Kind kind, Path file, List<Finding> findings) throws Failure {
        Crs said = null;
        if (kind == InputFile.Kind.WEATHER) {
            // Only to see that it is one: the place counts for files that name none, and nothing is computed here.
            WeatherFiles.read(file, new Place(46.5, 2.5, 0));
        } else {
            said = raster(file, findings);
        }
        return new InputFile(kind, reference(file), FileDigest.sha256(file), said == null ? null : said.code());
    }

    /** The system to remember: only for a raster that names none. */
    private @Nullable Crs raster(Path file, List<Finding> findings) throws Failure {
        try (RasterSource raster = RasterFiles.open(file)) {
            Crs project = project().info().crs();
            Optional<Crs> named = raster.crs();
            Crs crs = named.orElse(given == null ? project : given);
            Envelope extent = raster.grid().envelope();
            Coordinate centre = extent.centre();
            if (!AreaOfUse.of(crs).plausible(centre.x, centre.y, AreaOfUse.of(project))) {
                throw CrsChoice.implausible(file, crs, CrsChoice.proposals(centre, project));
            }
            if (named.isPresent()) {
                if (given != null && !given.equals(named.get())) {
                    throw Failure.of(
                            "app.import.rasterCrs",
                            file.getFileName(),
                            named.get().code(),
                            given.code());
                }
                return null;
            }
            if (given == null) {
                findings.add(Finding.warning(
                        "CRS_ASSUMED", null, Message.of("app.import.crsAssumed", file.getFileName(), project.code())));
            }
            return crs;
        }
    }

    /** Relative to the project's folder when on the same disk, so that the folder can be moved as a whole. */
    private String reference(Path file) {
        Path folder = Objects.requireNonNull(project.path().toAbsolutePath().getParent());
        Path absolute = file.toAbsolutePath().normalize();
        boolean sameRoot = Objects.equals(folder.getRoot(), absolute.getRoot());
        Path reference = sameRoot ? folder.normalize().relativize(absolute) : absolute;
        return reference.toString().replace('\\', '/');
    }
}
