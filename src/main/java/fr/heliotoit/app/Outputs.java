package fr.heliotoit.app;

import fr.heliotoit.io.RasterFiles;
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
import org.jspecify.annotations.Nullable;

/** What is written has a place to go, never takes the place of what it is made from, and is there whole or not at all. */
public final class Outputs {
    private Outputs() {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException, Failure;
    }

    /**
     * To be asked before the work begins, not after it.
     *
     * @throws Failure when the output is a folder, lies in a folder that does not exist, or is the same file as one of the inputs, by
     *     whatever name
     */
    public static void check(Path output, @Nullable Path... inputs) throws Failure {
        if (Files.isDirectory(output)) {
            throw Failure.of("app.output.folder", output);
        }
        Path parent = output.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Failure.of("app.output.nowhere", output);
        }
        try {
            for (Path input : inputs) {
                if (input != null && Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
                    throw Failure.of("app.output.input", output);
                }
            }
        } catch (IOException e) {
            throw new Failure(Message.of("app.output.input", output), e);
        }
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
