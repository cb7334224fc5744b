package fr.heliotoit.cli;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in columns, for people: numbers to the right, long texts cut. */
final class TextTable {
    private static final int WIDEST = 40;

    private final List<Boolean> toTheRight;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header, List<Boolean> toTheRight) {
        this.toTheRight = toTheRight;
        rows.add(header);
    }

    static TextTable of(List<BuildingRecord> buildings, List<Attribute> columns) {
        TextTable table = new TextTable(
                columns.stream()
                        .map(c -> c.unit().isEmpty() ? c.attributeName() : c.attributeName() + " (" + c.unit() + ")")
                        .toList(),
                columns.stream().map(TextTable::isNumber).toList());
        for (BuildingRecord building : buildings) {
            table.add(columns.stream().map(c -> words(c, c.valueOf(building))).toList());
        }
        return table;
    }

    void add(List<String> row) {
        rows.add(row);
    }

    static String words(Attribute column, @Nullable Object value) {
        return switch (value) {
            case null -> "—";
            case Double d -> Formats.number(d, column.decimals());
            case Boolean b -> Texts.current().text(b ? "cli.yes" : "cli.no");
            // Control characters of a hostile file must not reach the terminal.
            default -> value.toString().replaceAll("\\p{Cntrl}", " ");
        };
    }

    private static boolean isNumber(Attribute column) {
        return column.type() == Attribute.Type.NUMBER || column.type() == Attribute.Type.INTEGER;
    }

    List<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.clamp(length(row.get(c)), widths[c], WIDEST);
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = cut(row.get(c));
                String blanks = " ".repeat(Math.max(0, widths[c] - length(cell)));
                line.append(c > 0 ? "  " : "").append(toTheRight.get(c) ? blanks + cell : cell + blanks);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text) {
        return length(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
