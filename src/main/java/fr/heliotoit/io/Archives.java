package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks {@code .zip} and {@code .gz} into a folder of our own. What an archive claims is not believed: names cannot leave the folder, and
 * the bytes that come out are counted while they come.
 */
public final class Archives {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 8L << 30;
    /** Geometry as text packs 30 times smaller at best; only a bomb is beyond. */
    private static final int MOST_RATIO = 250;

    /** Below this nothing is suspicious. */
    private static final long SMALL = 16L << 20;

    private static final Set<String> ENDINGS = Set.of("zip", "gz");

    private Archives() {}

    public static boolean isArchive(Path file) {
        return ENDINGS.contains(VectorFiles.ending(file));
    }

    /**
     * @param folder empty, removed by the caller
     * @return the files that came out, in the order of the archive
     * @throws Failure when it is damaged, encrypted, or would fill the disk; what came out until then is still in the folder
     */
    public static List<Path> unpack(Path archive, Path folder) throws Failure {
        try {
            return VectorFiles.ending(archive).equals("gz") ? List.of(gunzip(archive, folder)) : unzip(archive, folder);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(Message.of("io.archive.damaged", archive.getFileName()), e);
        }
    }

    private static Path gunzip(Path archive, Path folder) throws IOException, Failure {
        Path file = folder.resolve(VectorFiles.stem(archive));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            copy(in, file, archive, Files.size(archive), MOST_BYTES);
        }
        return file;
    }

    private static List<Path> unzip(Path archive, Path folder) throws IOException, Failure {
        List<Path> files = new ArrayList<>();
        try (ZipFile zip = open(archive)) {
            if (zip.size() > MOST_ENTRIES) {
                throw Failure.of("io.archive.entries", archive.getFileName(), Formats.number(zip.size()));
            }
            long total = 0;
            // Many entries that are each small enough make a bomb as well.
            long most = Math.clamp(Files.size(archive) * MOST_RATIO, 4 * SMALL, MOST_BYTES);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName().replace('\\', '/');
                Path file = folder.resolve(name).normalize();
                if (!file.startsWith(folder) || file.equals(folder) || name.startsWith("/")) {
                    throw Failure.of("io.archive.slip", archive.getFileName(), entry.getName());
                }
                boolean hidden = name.startsWith("__MACOSX/")
                        || file.getFileName().toString().startsWith(".");
                if (entry.isDirectory() || hidden) {
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (Files.exists(file)) {
                    throw Failure.of("io.archive.twice", archive.getFileName(), entry.getName());
                }
                CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
                try (in) {
                    total += copy(in, file, archive, entry.getCompressedSize(), most - total);
                }
                if (entry.getCrc() >= 0 && entry.getCrc() != in.getChecksum().getValue()) {
                    throw Failure.of("io.archive.damaged", archive.getFileName());
                }
                files.add(file);
            }
        }
        return files;
    }

    /** Names are UTF-8 by the standard, and of the old French code page where they cannot be. */
    private static ZipFile open(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | java.util.zip.ZipException e) {
            return new ZipFile(archive.toFile(), Charset.forName("IBM850"));
        }
    }

    /** @param left how many bytes the archive as a whole may still give */
    private static long copy(InputStream in, Path file, Path archive, long packed, long left)
            throws IOException, Failure {
        long most = Math.min(left, Math.max(SMALL, packed < 0 ? SMALL : packed * MOST_RATIO));
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw Failure.of("io.archive.bomb", archive.getFileName());
                }
                if (bytes > free - SMALL) {
                    throw Failure.of("io.archive.disk", archive.getFileName());
                }
                out.write(buffer, 0, n);
            }
        }
        return bytes;
    }
}
