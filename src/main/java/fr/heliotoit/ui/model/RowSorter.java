package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Spelling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders rows: numbers as numbers, words without regard to accents, and what has no value last in either direction. */
final class RowSorter {
    private RowSorter() {}

    /** A sorted copy; the given order when there are no keys. Ties keep their order. */
    static List<BuildingRecord> sort(List<BuildingRecord> rows, List<SortKey> keys) {
        if (keys.isEmpty()) {
            return rows;
        }
        // Keys are worked out once per row, not once per comparison.
        Row[] prepared = new Row[rows.size()];
        for (int i = 0; i < prepared.length; i++) {
            prepared[i] = Row.of(rows.get(i), keys);
        }
        Arrays.sort(prepared, comparator(keys));
        return Arrays.stream(prepared).map(Row::record).toList();
    }

    private static Comparator<Row> comparator(List<SortKey> keys) {
        Comparator<Row> all = (a, b) -> 0;
        for (int i = 0; i < keys.size(); i++) {
            int column = i;
            Comparator<Object> values = RowSorter::compare;
            Comparator<Object> direction = keys.get(i).ascending() ? values : values.reversed();
            Comparator<@Nullable Object> nullsLast = Comparator.nullsLast(direction);
            all = all.thenComparing((a, b) -> nullsLast.compare(a.value(column), b.value(column)));
        }
        return all;
    }

    private static int compare(Object a, Object b) {
        return a instanceof Double x && b instanceof Double y
                ? Double.compare(x, y)
                : a.toString().compareTo(b.toString());
    }

    private record Row(BuildingRecord record, List<Cell> cells) {
        static Row of(BuildingRecord record, List<SortKey> keys) {
            return new Row(
                    record,
                    keys.stream().map(key -> Cell.of(key.attribute(), record)).toList());
        }

        @Nullable
        Object value(int column) {
            return cells.get(column).value();
        }
    }

    private record Cell(@Nullable Object value) {
        static Cell of(Attribute attribute, BuildingRecord record) {
            Object value = attribute.valueOf(record);
            return new Cell(
                    switch (value) {
                        case null -> null;
                        case Number number -> (Object) number.doubleValue();
                        case Boolean flag -> flag ? 0.0 : 1.0;
                        default -> Spelling.fold(AttributeWords.plain(attribute, Objects.requireNonNull(value)));
                    });
        }
    }
}
