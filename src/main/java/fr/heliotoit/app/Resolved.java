package fr.heliotoit.app;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.cadastre.InputFile.Kind;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
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
     * A file that is there.
     *
     * @param crs given by the user, when the file may not name one
     */
    record Input(Kind kind, Path file, @Nullable Crs crs) {}

    static Resolved of(ProjectFile project, ComputeInputs given) throws Failure {
        Map<Kind, Input> known = new EnumMap<>(Kind.class);
        Path folder = Objects.requireNonNull(project.path().toAbsolutePath().getParent());
        for (InputFile file : project.inputs()) {
            Crs crs = file.crs() == null ? null : Crs.of(file.crs());
            known.put(file.kind(), new Input(file.kind(), folder.resolve(file.path()), crs));
        }
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
        Path folder = Objects.requireNonNull(project.path().toAbsolutePath().getParent());
        for (InputFile file : project.inputs()) {
            if (file.kind() == Kind.SURFACE_MODEL) {
                Crs crs = file.crs() == null ? null : Crs.of(file.crs());
                return there(new Input(file.kind(), folder.resolve(file.path()), crs));
            }
        }
        return null;
    }

    private static @Nullable Input choose(Kind kind, @Nullable Path given, @Nullable Crs crs, Map<Kind, Input> known) {
        return given == null ? known.get(kind) : new Input(kind, given, crs);
    }

    private static @Nullable Input there(@Nullable Input input) throws Failure {
        if (input != null && !Files.isRegularFile(input.file()) && !Files.isDirectory(input.file())) {
            throw Failure.of("app.compute.missing", input.file());
        }
        return input;
    }
}
