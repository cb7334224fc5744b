package fr.heliotoit.app;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.InputFile.Kind;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files to compute from, found: what the user gave, else what the project has registered.
 *
 * @param terrain relief around the surface model, as registered
 * @param canopy trees on the surface model, as registered
 * @param irradiation not null only when it is to be used
 */
record Resolved(
        @Nullable Input surfaceModel,
        @Nullable Input weather,
        @Nullable Input terrain,
        @Nullable Input canopy,
        @Nullable Input irradiation) {
    /**
     * A file that is there, or the tiles of one raster.
     *
     * @param files at least one, in the order in which they were registered
     * @param crs given by the user, when the file may not name one
     */
    record Input(Kind kind, List<Path> files, @Nullable Crs crs) {
        /** The first one, to name it. */
        Path file() {
            return files.getFirst();
        }

        private Input with(Path tile) {
            List<Path> all = new ArrayList<>(files);
            all.add(tile);
            return new Input(kind, all, crs);
        }
    }

    static Resolved of(ProjectFile project, ComputeInputs given) throws Failure {
        Map<Kind, Input> known = registered(project);
        boolean surfaceGiven = given.surfaceModel() != null || given.weather() != null;
        if (given.irradiation() != null && surfaceGiven) {
            throw Failure.of("app.compute.both");
        }
        Input surface = choose(Kind.SURFACE_MODEL, given.surfaceModel(), given.crs(), known);
        Input weather = choose(Kind.WEATHER, given.weather(), given.crs(), known);
        Input irradiation = choose(Kind.IRRADIATION, given.irradiation(), given.crs(), known);
        boolean useRaster = given.irradiation() != null || (!surfaceGiven && (surface == null || weather == null));
        return useRaster && irradiation != null
                ? new Resolved(null, null, null, null, there(irradiation))
                : new Resolved(
                        there(surface),
                        there(weather),
                        there(known.get(Kind.TERRAIN_MODEL)),
                        there(known.get(Kind.CANOPY)),
                        null);
    }

    /** The registered surface model; null when there is none. */
    static @Nullable Input surface(ProjectFile project) throws Failure {
        return there(registered(project).get(Kind.SURFACE_MODEL));
    }

    /** The registered irradiation raster; null when there is none. */
    static @Nullable Input irradiation(ProjectFile project) throws Failure {
        return there(registered(project).get(Kind.IRRADIATION));
    }

    private static Map<Kind, Input> registered(ProjectFile project) throws Failure {
        Map<Kind, Input> known = new EnumMap<>(Kind.class);
        Path folder = Objects.requireNonNull(project.path().toAbsolutePath().getParent());
        for (InputFile file : project.inputs()) {
            Crs crs = file.crs() == null ? null : Crs.of(file.crs());
            Path path = folder.resolve(file.path());
            Input before = known.get(file.kind());
            known.put(file.kind(), before == null ? new Input(file.kind(), List.of(path), crs) : before.with(path));
        }
        return known;
    }

    private static @Nullable Input choose(Kind kind, @Nullable Path given, @Nullable Crs crs, Map<Kind, Input> known) {
        return given == null ? known.get(kind) : new Input(kind, List.of(given), crs);
    }

    private static @Nullable Input there(@Nullable Input input) throws Failure {
        for (Path file : input == null ? List.<Path>of() : input.files()) {
            if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
                throw Failure.of("app.compute.missing", file);
            }
        }
        return input;
    }
}
