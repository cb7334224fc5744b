package fr.heliotoit.io;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which a file is known again. */
public final class FileDigest {
    private static final int BUFFER = 1 << 16;

    private FileDigest() {}

    /** SHA-256 of the bytes, hexadecimal. */
    public static String sha256(Path file) throws Failure {
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
}
