package fr.heliotoit.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row of a dBASE table by column, made from its bytes each time they are asked for: of the dozens of columns of a product
 * an import reads a handful, and numbers of 15 decimals are dear.
 */
final class DbfRow extends AbstractMap<String, @Nullable Object> {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern DATE = Pattern.compile("\\d{8}");

    /** @param offset where it begins in a row [bytes] @param length [bytes] */
    record Column(char type, int offset, int length, int decimals) {
        /** End of the value without blanks and zero bytes. */
        int end(byte[] row) {
            int end = offset + length;
            while (end > offset && (row[end - 1] == ' ' || row[end - 1] == 0)) {
                end--;
            }
            return end;
        }
    }

    private final Map<String, Column> columns;
    private final byte @Nullable [] row;
    private final Charset charset;

    /** @param row null for one that is not there: it has no values */
    DbfRow(Map<String, Column> columns, byte @Nullable [] row, Charset charset) {
        this.columns = columns;
        this.row = row;
        this.charset = charset;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return columns.containsKey(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Column column = columns.get(name);
        return column == null || row == null ? null : value(row, column);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                Iterator<String> names = columns.keySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return names.hasNext();
                    }

                    @Override
                    public Entry<String, @Nullable Object> next() {
                        String name = names.next();
                        return new SimpleImmutableEntry<>(name, get(name));
                    }
                };
            }

            @Override
            public int size() {
                return columns.size();
            }
        };
    }

    private @Nullable Object value(byte[] bytes, Column column) {
        int end = column.end(bytes);
        String text = Encodings.decode(
                        bytes, column.offset, end - column.offset, end - column.offset == column.length, charset)
                .replace("\u0000", "");
        return switch (column.type) {
            case 'N', 'F' -> number(text.strip(), column.decimals);
            case 'L' ->
                switch (text.strip().toUpperCase(Locale.ROOT)) {
                    case "T", "Y", "O", "V", "1" -> Boolean.TRUE;
                    case "F", "N", "0" -> Boolean.FALSE;
                    default -> null;
                };
            case 'D' ->
                DATE.matcher(text).matches()
                        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                        : null;
            case 'I' ->
                column.length == 4 ? (Object) (long) binary(bytes, column).getInt(0) : null;
            case 'B', 'O' -> column.length == 8 ? (Object) binary(bytes, column).getDouble(0) : null;
            default -> text.isBlank() ? null : text;
        };
    }

    private static ByteBuffer binary(byte[] bytes, Column column) {
        return ByteBuffer.wrap(bytes, column.offset, column.length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static @Nullable Object number(String text, int decimals) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        if (decimals == 0 && text.length() <= 18 && INTEGER.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        double value = Double.parseDouble(text.replace(',', '.'));
        return Double.isFinite(value) ? value : null;
    }
}
