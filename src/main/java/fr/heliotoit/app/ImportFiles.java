package fr.heliotoit.app;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.text.Failure;
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
 * @param features vector files
 * @param inputs rasters and weather files by what they are for
 */
record ImportFiles(List<Path> features, Map<InputFile.Kind, List<Path>> inputs) {
    /** Endings of files that only accompany a raster. */
    private static final Set<String> RASTER_COMPANIONS = Set.of("tfw", "tifw", "asw", "ovr", "xml");

    private static final Set<String> EDIGEO = Set.of("thf", "vec", "scd", "qal", "sem", "dic");

    /** @param kind what the files hold, as the user says; null to find out */
    static ImportFiles sort(GivenFiles given, @Nullable ImportKind kind) throws Failure {
        List<Path> features = new ArrayList<>();
        Map<InputFile.Kind, List<Path>> inputs = new EnumMap<>(InputFile.Kind.class);
        for (Path file : given.files()) {
            if (accompanies(file, given.files())) {
                continue;
            }
            InputFile.Kind input = input(file, kind);
            if (input == null) {
                features.add(file);
            } else if (given.temporary(file)) {
                throw Failure.of("app.import.unpackFirst", file.getFileName());
            } else {
                List<Path> same = inputs.computeIfAbsent(input, k -> new ArrayList<>());
                same.add(file);
                if (same.size() > 1 && input == InputFile.Kind.WEATHER) {
                    throw Failure.of("app.import.twoOfOneKind", input.code());
                }
            }
        }
        if (features.isEmpty() && inputs.isEmpty()) {
            throw Failure.of("app.import.noFile");
        }
        return new ImportFiles(List.copyOf(features), inputs);
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
    private static InputFile.@Nullable Kind input(Path file, @Nullable ImportKind kind) throws Failure {
        InputFile.Kind said = kind == null ? null : kind.input();
        if (RasterFiles.isRaster(file)) {
            if (said == null || said == InputFile.Kind.WEATHER) {
                throw Failure.of("app.import.kindMissing", file.getFileName());
            }
            return said;
        }
        boolean epw = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".epw");
        if (epw && (kind == null || said == InputFile.Kind.WEATHER) || said == InputFile.Kind.WEATHER) {
            return InputFile.Kind.WEATHER;
        }
        if (said != null || epw) {
            // A file of buildings beside its rasters is fine; anything else is not what the user says it is.
            if (epw || !VectorFiles.supports(file)) {
                throw Failure.of("app.import.notRaster", file.getFileName(), kind == null ? "" : kind.code());
            }
            return null;
        }
        if (!VectorFiles.supports(file)) {
            // Companions given alone get the reader's own sentence, which names the file that is wanted.
            throw Failure.of(
                    VectorFiles.companion(file)
                            ? "io.vector.companion"
                            : edigeo(file) ? "app.import.edigeo" : "app.import.unknown",
                    file.getFileName());
        }
        return null;
    }

    /** Whether a file is of the cadastre's exchange format, packed as the tax office gives it or not. */
    static boolean edigeo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return EDIGEO.contains(name.substring(name.lastIndexOf('.') + 1))
                || name.startsWith("edigeo") && name.matches(".*\\.(tar|tgz|tar\\.gz|tar\\.bz2)");
    }
}
