package fr.heliotoit.app;

import fr.heliotoit.cadastre.InputFile.Kind;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.text.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of an import by what they are.
 *
 * @param buildings vector files
 * @param inputs rasters and weather files by what they are for
 */
record ImportFiles(List<Path> buildings, Map<Kind, Path> inputs) {
    /** Endings of files that only accompany a raster. */
    private static final Set<String> RASTER_COMPANIONS = Set.of("tfw", "tifw", "asw", "ovr", "xml");

    /** @param kind what the rasters and weather files are, as the user says */
    static ImportFiles sort(List<Path> files, @Nullable Kind kind) throws Failure {
        List<Path> buildings = new ArrayList<>();
        Map<Kind, Path> inputs = new EnumMap<>(Kind.class);
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw Failure.of("io.file.missing", file);
            }
            if (Files.isDirectory(file)) {
                throw Failure.of("app.import.folder", file);
            }
            if (accompanies(file, files)) {
                continue;
            }
            Kind input = input(file, kind);
            if (input == null) {
                buildings.add(file);
            } else if (inputs.put(input, file) != null) {
                throw Failure.of("app.import.twoOfOneKind", input.code());
            }
        }
        if (buildings.isEmpty() && inputs.isEmpty()) {
            throw Failure.of("app.import.noFile");
        }
        return new ImportFiles(List.copyOf(buildings), inputs);
    }

    private static boolean accompanies(Path file, List<Path> files) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean companion =
                VectorFiles.companion(file) || RASTER_COMPANIONS.contains(name.substring(name.lastIndexOf('.') + 1));
        int dot = name.indexOf('.');
        String stem = name.substring(0, dot < 0 ? name.length() : dot) + ".";
        return companion
                && files.stream()
                        .anyMatch(f -> f != file
                                && f.getFileName()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(stem));
    }

    /** Null when the file holds features. */
    private static @Nullable Kind input(Path file, @Nullable Kind kind) throws Failure {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".epw")) {
            return Kind.WEATHER;
        }
        boolean raster = RasterFiles.isRaster(file);
        if (!raster && (kind == Kind.WEATHER || !VectorFiles.supports(file))) {
            if (kind == Kind.WEATHER) {
                return kind;
            }
            // Companions given alone get the reader's own sentence, which names the file that is wanted.
            throw Failure.of(
                    VectorFiles.companion(file) ? "io.vector.companion" : "app.import.unknown", file.getFileName());
        }
        if (!raster) {
            return null;
        }
        if (kind == null || kind == Kind.WEATHER) {
            throw Failure.of("app.import.kindMissing", file.getFileName());
        }
        return kind;
    }
}
