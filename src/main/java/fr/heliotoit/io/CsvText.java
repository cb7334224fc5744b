package fr.heliotoit.io;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a table: its encoding and separator, found by looking, and a bound on the length of a row, so that a quotation mark that is
 * never closed does not take the whole memory.
 */
final class CsvText extends FilterReader {
    /** More than any building's outline as text. */
    private static final int LONGEST_ROW = 8 << 20;

    private static final char BOM = '\uFEFF';

    private final Charset charset;
    private final char delimiter;
    private long sinceRow;

    private CsvText(Reader in, Charset charset, char delimiter) {
        super(in);
        this.charset = charset;
        this.delimiter = delimiter;
    }

    static CsvText open(Path file) throws IOException {
        Charset charset = isUtf16(file)
                ? StandardCharsets.UTF_16
                : isUtf8(file) ? StandardCharsets.UTF_8 : Encodings.WINDOWS_1252;
        char delimiter;
        try (Reader start = reader(file, charset)) {
            delimiter = delimiter(start);
        }
        return new CsvText(reader(file, charset), charset, delimiter);
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != BOM) {
            reader.reset();
        }
        return reader;
    }

    /** Whether it begins with the mark that spreadsheets put before "Unicode text". */
    private static boolean isUtf16(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            int second = in.read();
            return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(1 << 14);
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result;
                do {
                    out.clear();
                    result = decoder.decode(bytes, out, end);
                } while (result.isOverflow());
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }

    /** The separator that the header has most of, outside quotation marks. */
    private static char delimiter(Reader start) throws IOException {
        String candidates = ";,\t|";
        int[] counts = new int[candidates.length()];
        boolean quoted = false;
        for (int c = start.read(), n = 0; c >= 0 && n < LONGEST_ROW; c = start.read(), n++) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && n > 0) {
                break;
            } else if (!quoted && candidates.indexOf(c) >= 0) {
                counts[candidates.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    Charset charset() {
        return charset;
    }

    char delimiter() {
        return delimiter;
    }

    /** To be told after every row. */
    void rowDone() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int characters) throws IOException {
        sinceRow += characters;
        if (sinceRow > LONGEST_ROW) {
            throw new IOException("row of more than " + LONGEST_ROW + " characters");
        }
    }
}
