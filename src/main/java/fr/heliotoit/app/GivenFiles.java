package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.io.Archives;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a user gives, with folders and archives opened: of a folder or an archive what can be read is taken and the rest is named.
 * What comes out of archives lies in a temporary folder until this is closed.
 */
final class GivenFiles implements AutoCloseable {
    /** With the number of the process, so that what one leaves behind is told from what another works with. */
    static final String UNPACKED = "heliotoit-import-" + ProcessHandle.current().pid() + "-";

    private static final int NAMED = 8;

    private final List<Path> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Path unpacked;

    private GivenFiles() {}

    static GivenFiles of(List<Path> given) throws Failure {
        GivenFiles all = new GivenFiles();
        boolean whole = false;
        try {
            for (Path path : given) {
                all.add(path);
            }
            whole = true;
            return all;
        } finally {
            if (!whole) {
                all.close();
            }
        }
    }

    /** Files as they are to be read, each once. */
    List<Path> files() {
        return List.copyOf(files);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether the file will be gone when this is closed. */
    boolean temporary(Path file) {
        return unpacked != null && file.startsWith(unpacked);
    }

    private void add(Path path) throws Failure {
        if (!Files.exists(path)) {
            throw Failure.of("io.file.missing", path);
        }
        if (!Files.isReadable(path)) {
            throw Failure.of("io.file.denied", path);
        }
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (Archives.isArchive(path)) {
            archive(path);
        } else {
            files.add(path);
        }
    }

    private void folder(Path folder) throws Failure {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure(Message.of("io.file.unreadable", folder, String.valueOf(e.getMessage())), e);
        }
        take(inside, folder);
    }

    private void archive(Path archive) throws Failure {
        try {
            if (unpacked == null) {
                unpacked = Files.createTempDirectory(UNPACKED);
            }
            Path folder = Files.createTempDirectory(unpacked, "archive-");
            take(Archives.unpack(archive, folder), archive);
        } catch (IOException e) {
            throw new Failure(Message.of("io.file.unreadable", archive, String.valueOf(e.getMessage())), e);
        }
    }

    private void take(List<Path> inside, Path container) throws Failure {
        List<Path> left = new ArrayList<>();
        int before = files.size();
        for (Path file : inside) {
            if (VectorFiles.supports(file) || RasterFiles.isRaster(file)) {
                files.add(file);
            } else if (!VectorFiles.companion(file)) {
                left.add(file);
            }
        }
        if (files.size() == before) {
            if (left.stream().anyMatch(ImportFiles::edigeo)) {
                throw Failure.of("app.import.edigeo", container.getFileName());
            }
            throw Failure.of("app.import.nothingInside", container.getFileName());
        }
        if (!left.isEmpty()) {
            String names = left.stream()
                    .limit(NAMED)
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.joining(", "));
            findings.add(new Finding(
                    Finding.Severity.INFO,
                    "FILES_IGNORED",
                    null,
                    Double.NaN,
                    Double.NaN,
                    Message.of(
                            "app.import.ignoredFiles",
                            container.getFileName(),
                            left.size() > NAMED ? names + "…" : names)));
        }
    }

    @Override
    public void close() {
        if (unpacked == null) {
            return;
        }
        try (Stream<Path> walk = Files.walk(unpacked)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // In the folder for temporary files, which the system empties.
            System.getLogger(GivenFiles.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
