package fr.heliotoit.app;

import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is written has a place to go, never takes the place of what it is made from, and is there whole or not at all. */
public final class Outputs {
    private static final Set<String> COMPANIONS =
            Set.of("shp", "shx", "dbf", "prj", "cpg", "qix", "sbn", "sbx", "tfw", "tifw", "asw", "ovr");

    /** Endings of data that Héliotoit reads and never writes: nothing of ours may take their place. */
    private static final Set<String> SOURCES = Set.of(
            "shp", "shx", "dbf", "prj", "cpg", "qix", "sbn", "sbx", "tfw", "ovr", "asc", "epw", "las", "laz", "gml",
            "jp2", "qgs", "qgz");

    /** Endings of data in a folder that is read as a whole. */
    private static final Set<String> SOURCES_INSIDE =
            Set.of("csv", "json", "geojson", "geojsonl", "gpkg", "zip", "tif", "tiff");

    private Outputs() {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException, Failure;
    }

    /**
     * To be asked before the work begins, not after it.
     *
     * @param inputs files and folders; of a project the rasters and weather files that it refers to count as well
     * @throws Failure when the output is a folder, lies in a folder that does not exist, is the same file as one of the inputs, by
     *     whatever name, or goes with one of them, or is a project that somebody works on
     */
    public static void check(Path output, @Nullable Path... inputs) throws Failure {
        if (Files.isDirectory(output)) {
            throw Failure.of("app.output.folder", output);
        }
        Path parent = output.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Failure.of("app.output.nowhere", output);
        }
        if (!Files.exists(output)) {
            return;
        }
        try {
            for (Path input : inputs) {
                if (input != null && Files.exists(input)) {
                    refuse(output, input);
                }
            }
            if (SOURCES.contains(ending(output))) {
                throw Failure.of("app.output.source", output);
            }
            if (ProjectFile.isWork(output)) {
                throw Failure.of("app.output.project", output);
            }
        } catch (IOException e) {
            throw new Failure(Message.of("app.output.input", output), e);
        }
    }

    /** Refuses an input, what lies in an input folder, what goes with a shapefile, and what a project refers to. */
    private static void refuse(Path output, Path input) throws IOException, Failure {
        boolean same = Files.isDirectory(input)
                ? output.toRealPath().startsWith(input.toRealPath()) && SOURCES_INSIDE.contains(ending(output))
                : Files.isSameFile(output, input) || accompanies(output, input);
        if (!same && ending(input).equals("gpkg")) {
            for (Path reference : ProjectFile.references(input)) {
                same = same || Files.exists(reference) && Files.isSameFile(output, reference);
            }
        }
        if (same) {
            throw Failure.of("app.output.input", output);
        }
    }

    /** A part of the same shapefile, or the georeference of the same raster. */
    private static boolean accompanies(Path output, Path input) throws IOException {
        Path folder = input.toAbsolutePath().getParent();
        Path there = output.toAbsolutePath().getParent();
        return folder != null
                && there != null
                && Files.isSameFile(folder, there)
                && stem(input).equalsIgnoreCase(stem(output))
                && COMPANIONS.contains(ending(output));
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** {@link #check(Path, Path...)} against each of the tiles of a raster, those in folders included. */
    public static void checkTiles(Path output, List<Path> rasters) throws Failure {
        check(output, RasterFiles.tiles(rasters).toArray(Path[]::new));
    }

    /**
     * Writes a file beside its place and moves it there when it is whole, so that no half file is ever found.
     *
     * @param file replaced when it exists
     * @param inputs what it is made from
     * @throws Failure when it is one of the inputs or cannot be written
     */
    public static void write(Path file, Writing writing, @Nullable Path... inputs) throws Failure {
        check(file, inputs);
        Path target = file.toAbsolutePath();
        // not a temporary file of the JDK: that one only its owner may read
        Path draft = target.resolveSibling("." + target.getFileName() + "-" + System.nanoTime() + ".part");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                writing.to(out);
            } catch (Failure | RuntimeException e) {
                Files.deleteIfExists(draft);
                throw e;
            }
            if (Files.exists(target) && !FileKind.of(target).equals(FileKind.of(draft))) {
                // A slip of the pen: a report that would take the place of a raster, a text that of an archive.
                throw Failure.of("app.output.otherKind", file);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
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
