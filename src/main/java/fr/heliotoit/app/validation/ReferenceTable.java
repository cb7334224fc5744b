package fr.heliotoit.app.validation;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A table of reference values, and how far own values are from its columns. */
final class ReferenceTable {
    private final List<String> columns;
    private final List<String[]> rows;

    private ReferenceTable(List<String> columns, List<String[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static ReferenceTable read(Path file) throws Failure {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new Failure(Message.of("solar.weather.unreadable", file.toString()), e);
        }
    }

    /** A table that ships with the product: other people's answers that no shared folder holds. */
    static ReferenceTable resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(name))) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceTable of(List<String> lines) {
        return new ReferenceTable(
                Arrays.asList(lines.getFirst().split(",", -1)),
                lines.subList(1, lines.size()).stream()
                        .map(line -> line.split(",", -1))
                        .toList());
    }

    /** One row. */
    final class Row {
        private final String[] cells;

        private Row(String[] cells) {
            this.cells = cells;
        }

        String text(String column) {
            return cells[columns.indexOf(column)];
        }

        double number(String column) {
            String cell = text(column);
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
    }

    /** Rows that either side has no value for are left out. Writes the greatest difference from a column, absolute and (where the value is at least one unit) relative. */
    void compare(Page page, String words, String column, ToDoubleFunction<Row> own) {
        double absolute = 0;
        double relative = 0;
        int count = 0;
        for (String[] cells : rows) {
            Row row = new Row(cells);
            double expected = row.number(column);
            double actual = own.applyAsDouble(row);
            if (Double.isNaN(expected) || Double.isNaN(actual)) {
                continue;
            }
            double off = Math.abs(actual - expected);
            if (column.equals("azimuth")) {
                off = Math.abs(Math.IEEEremainder(off, 360));
            }
            absolute = Math.max(absolute, off);
            if (Math.abs(expected) >= 1) {
                relative = Math.max(relative, off / Math.abs(expected));
            }
            count++;
        }
        page.row(words, count, Page.small(absolute), Page.small(relative));
    }
}
