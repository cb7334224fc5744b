package fr.heliotoit.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is by its first bytes. */
enum FileKind {
    PDF("%PDF"),
    /** Also workbooks and the communication kit. */
    ZIP("PK\u0003\u0004"),
    SQLITE("SQLite format 3"),
    PNG("\u0089PNG"),
    TIFF_LITTLE("II*\0"),
    TIFF_BIG("MM\0*"),
    BIG_TIFF("II+\0"),
    /** Text, an empty file, and all else. */
    OTHER("");

    private final String start;

    FileKind(String start) {
        this.start = start;
    }

    static FileKind of(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
        }
        for (FileKind kind : values()) {
            if (start.startsWith(kind.start)) {
                return kind;
            }
        }
        return OTHER;
    }
}
