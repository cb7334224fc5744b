package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The digest by which a file is known again. */
public final class FileDigest {
    private static final int BUFFER = 1 << 16;

    private FileDigest() {}

    /** SHA-256 of the bytes, hexadecimal; for a folder of rasters that of the names and digests of its tiles. */
    public static String sha256(Path file) throws Failure {
        if (Files.isDirectory(file)) {
            return sha256(file, RasterFiles.tiles(List.of(file)));
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new Failure(Message.of("io.file.unreadable", file, String.valueOf(e.getMessage())), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has SHA-256
        }
    }

    /** {@link #sha256(Path)} of one file; of several that of their names and digests. */
    public static String sha256(List<Path> files) throws Failure {
        return files.size() == 1 ? sha256(files.getFirst()) : sha256(null, files);
    }

    /** What {@link #sha256(List)} says of files whose digests are known. */
    public static String ofDigests(List<Path> files, List<String> digests) {
        if (files.size() == 1) {
            return digests.getFirst();
        }
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            list.append(digests.get(i))
                    .append("  ")
                    .append(RasterFiles.name(files.get(i)))
                    .append('\n');
        }
        return ofText(list);
    }

    private static String sha256(@Nullable Path folder, List<Path> tiles) throws Failure {
        StringBuilder list = new StringBuilder();
        for (Path tile : tiles) {
            String name = folder == null
                    ? RasterFiles.name(tile)
                    : folder.relativize(tile).toString().replace('\\', '/');
            list.append(sha256(tile)).append("  ").append(name).append('\n');
        }
        return ofText(list);
    }

    private static String ofText(CharSequence list) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(list.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has SHA-256
        }
    }
}
