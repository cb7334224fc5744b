package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnProfile;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The beginning of a file that may be imported, to be looked at before anything is decided.
 *
 * @param file its name
 * @param layer its layer
 * @param encoding how its texts are read
 * @param crs the system that it names; empty when it names none
 * @param announced how many features it announces, 0 when it does not
 * @param profile the column profile that fits, in words
 * @param holds what the profile says such files hold, as {@code --as} takes it
 * @param columns in the file's order; those with personal data are left out
 * @param meanings for each thing that a building has, the column that it is read from; empty when there is none
 * @param rows values of the first features, by the order of the columns
 * @param shapes their geometries, in the file's own system
 */
public record ImportPreview(
        String file,
        String layer,
        String encoding,
        Optional<Crs> crs,
        long announced,
        String profile,
        String holds,
        List<String> columns,
        Map<String, String> meanings,
        List<List<String>> rows,
        List<Geometry> shapes) {
    private static final int ROWS = 50;

    /** What a column can mean, in the order of a form. */
    public static final List<String> MEANINGS =
            List.of("id", "nom", "adresse", "parcelle", "usage", "public", "hauteur", "commune");

    /**
     * Reads the beginning of every file with features; rasters and weather files are left out.
     *
     * @param given files, folders, archives
     * @param wanted what the columns mean; null to find out
     * @throws Failure when a file cannot be read
     */
    public static List<ImportPreview> of(
            List<Path> given, @Nullable ColumnProfile wanted, @Nullable ImportKind kind, Progress progress)
            throws Failure {
        List<ColumnProfile> all = ImportColumns.all();
        List<ColumnProfile> profiles = wanted == null
                ? all
                : Stream.concat(
                                Stream.of(wanted),
                                all.stream().filter(p -> p.detect().isEmpty()))
                        .toList();
        List<ImportPreview> previews = new ArrayList<>();
        try (GivenFiles files = GivenFiles.of(given)) {
            for (Path path : ImportFiles.sort(files, kind).features()) {
                try (FeatureFile file = new FeatureFile(path, profiles, progress)) {
                    previews.add(of(file));
                }
            }
        }
        return previews;
    }

    private static ImportPreview of(FeatureFile file) {
        List<String> columns = file.source().columns().stream()
                .filter(column -> !file.columns().personalColumns().contains(column))
                .toList();
        Map<String, String> meanings = new LinkedHashMap<>();
        MEANINGS.forEach(meaning -> meanings.put(meaning, file.columns().columnOf(meaning)));
        List<List<String>> rows = new ArrayList<>();
        List<Geometry> shapes = new ArrayList<>();
        for (VectorFeature feature : file.start()) {
            if (rows.size() < ROWS) {
                rows.add(columns.stream()
                        .map(column -> feature.attributes().get(column))
                        .map(value -> value == null ? "" : value.toString())
                        .toList());
            }
            Geometry shape = feature.geometry();
            if (shape != null && !shape.isEmpty()) {
                shapes.add(shape);
            }
        }
        return new ImportPreview(
                file.path().getFileName().toString(),
                file.source().layer(),
                file.source().encoding(),
                file.source().crs(),
                file.source().announced(),
                file.columns().profile().title(),
                file.columns().profile().holds(),
                columns,
                meanings,
                rows,
                shapes);
    }
}
