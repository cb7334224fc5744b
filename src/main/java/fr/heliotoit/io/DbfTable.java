package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attribute table of a shapefile (dBASE III to Visual FoxPro), read row by row. Rows beyond the end of the file and values that do
 * not fit their column are null.
 */
final class DbfTable implements AutoCloseable {
    /** Rows looked at to tell the encoding. */
    private static final long SAMPLE_BYTES = 16L << 20;

    private final FileBytes bytes;
    private final Map<String, DbfRow.Column> columns = new LinkedHashMap<>();
    private final int headerLength;
    private final int rowLength;
    private final long rows;
    private final Charset charset;
    private @Nullable Finding doubt;

    /** @param declared what a {@code .cpg} file says */
    DbfTable(Path file, Optional<Charset> declared) throws IOException {
        bytes = new FileBytes(file);
        try {
            ByteBuffer header = read(0, 32);
            long announced = Integer.toUnsignedLong(header.getInt(4));
            headerLength = Short.toUnsignedInt(header.getShort(8));
            rowLength = Short.toUnsignedInt(header.getShort(10));
            if (header.limit() < 32 || headerLength < 33 || rowLength < 1 || headerLength > bytes.size()) {
                throw new IOException("dBASE header");
            }
            rows = Math.min(announced, (bytes.size() - headerLength + 1) / rowLength);
            readColumns(file.getFileName().toString());
            charset = chooseCharset(declared.or(() -> Encodings.ofLanguageDriver(header.get(29) & 0xFF)));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    Charset charset() {
        return charset;
    }

    long rows() {
        return rows;
    }

    /** What is doubtful about the encoding. */
    Optional<Finding> doubt() {
        return Optional.ofNullable(doubt);
    }

    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** @param index from 0; the values, which are made when they are asked for; null when the row is marked as deleted */
    @Nullable
    Map<String, @Nullable Object> row(long index) throws IOException {
        byte[] row = index < rows ? load(index) : null;
        if (row != null && row[0] == '*') {
            return null;
        }
        return new DbfRow(columns, row, charset);
    }

    /** Null at the end of the file. */
    private byte @Nullable [] load(long index) throws IOException {
        ByteBuffer there = read(headerLength + index * rowLength, rowLength);
        if (there.limit() == 0) {
            return null;
        }
        byte[] row = new byte[rowLength];
        there.get(0, row, 0, there.limit());
        Arrays.fill(row, there.limit(), rowLength, (byte) ' ');
        return row;
    }

    private void readColumns(String fileName) throws IOException {
        ByteBuffer header = read(32, headerLength - 32);
        int offset = 1;
        for (int at = 0; at + 32 <= header.limit() && header.get(at) != 0x0D && header.get(at) != 0; at += 32) {
            byte[] name = new byte[11];
            header.get(at, name);
            int end = 0;
            while (end < 11 && name[end] != 0) {
                end++;
            }
            int length = header.get(at + 16) & 0xFF;
            Charset guess = Encodings.utf8(name, 0, end, end >= 10) ? StandardCharsets.UTF_8 : Encodings.WINDOWS_1252;
            String text = Encodings.decode(name, 0, end, end >= 10, guess).strip();
            char type = Character.toUpperCase((char) (header.get(at + 11) & 0xFF));
            if (offset + length <= rowLength) {
                columns.put(unused(text), new DbfRow.Column(type, offset, length, header.get(at + 17) & 0xFF));
            }
            offset += length;
        }
        if (columns.isEmpty() && rows > 0 && headerLength > 65) {
            throw new IOException("no usable column in " + fileName);
        }
    }

    private String unused(String name) {
        String free = name.isEmpty() ? "colonne" : name;
        for (int n = 2; columns.containsKey(free); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    private Charset chooseCharset(Optional<Charset> declared) throws IOException {
        boolean beyondAscii = false;
        boolean utf8 = true;
        long sample = Math.min(rows, SAMPLE_BYTES / rowLength + 1);
        for (long i = 0; i < sample && utf8; i++) {
            byte[] row = load(i);
            if (row == null) {
                break;
            }
            for (DbfRow.Column column : columns.values()) {
                if (column.type() != 'C') {
                    continue;
                }
                boolean high = false;
                for (int b = column.offset(); b < column.offset() + column.length(); b++) {
                    high |= row[b] < 0;
                }
                beyondAscii |= high;
                utf8 &= !high || utf8(row, column);
            }
        }
        Charset natural = utf8 ? StandardCharsets.UTF_8 : Encodings.WINDOWS_1252;
        if (declared.isEmpty()) {
            if (beyondAscii && !utf8) {
                doubt = doubtful("io.encoding.guessed", natural.name());
            }
            return natural;
        }
        Charset said = declared.get();
        boolean contradicted =
                beyondAscii && (said.equals(StandardCharsets.UTF_8) ? !utf8 : utf8 && Encodings.western(said));
        if (contradicted) {
            doubt = doubtful("io.encoding.contradicted", said.name(), natural.name());
            return natural;
        }
        return said;
    }

    private static boolean utf8(byte[] row, DbfRow.Column column) {
        int length = column.end(row) - column.offset();
        return Encodings.utf8(row, column.offset(), length, length == column.length());
    }

    private static Finding doubtful(String key, Object... arguments) {
        return Finding.warning("ENCODING_DOUBTFUL", null, Message.of(key, arguments));
    }

    private ByteBuffer read(long position, int length) throws IOException {
        return bytes.read(position, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        bytes.close();
    }
}
