package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the writers of tables write: buildings with their attributes, or a register.
 *
 * @param rows made one by one when they are read, so that a large commune needs no second copy
 * @param about what the file says of itself: whose data, of what date, from what files
 */
public record Table(List<Column> columns, Iterable<Row> rows, Map<String, String> about) {
    /**
     * @param name language-free, for programs
     * @param heading for people, with the unit
     * @param packs that values of the column come from; empty for what is no figure of ours
     */
    public record Column(String name, String heading, Attribute.Type type, int decimals, List<String> packs) {
        public Column {
            packs = List.copyOf(packs);
        }
    }

    /** @param values one for each column: text, flag, number, or null for none */
    public record Row(List<@Nullable Object> values) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        public static Row of(@Nullable Object... values) {
            return new Row(Arrays.asList(values));
        }
    }

    public Table {
        columns = List.copyOf(columns);
    }

    /** Buildings with some of their attributes. */
    public static Table of(List<BuildingRecord> buildings, List<Attribute> attributes, ExportMetadata metadata) {
        List<Column> columns = attributes.stream()
                .map(a -> new Column(
                        a.attributeName(), SpreadsheetWriter.header(a), a.type(), a.decimals(), metadata.packs(a)))
                .toList();
        Iterable<Row> rows =
                () -> buildings.stream().map(b -> row(b, attributes)).iterator();
        return new Table(columns, rows, metadata.entries());
    }

    private static Row row(BuildingRecord building, List<Attribute> attributes) {
        List<@Nullable Object> values = new ArrayList<>();
        attributes.forEach(a -> values.add(a.valueOf(building)));
        return new Row(values);
    }

    /** Whether any of the columns comes from a data pack. */
    boolean citing() {
        return columns.stream().anyMatch(c -> !c.packs().isEmpty());
    }

    /** The packs that the values of a row come from. */
    List<String> packs(Row row) {
        List<String> packs = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (row.values().get(c) != null) {
                columns.get(c).packs().stream().filter(p -> !packs.contains(p)).forEach(packs::add);
            }
        }
        return packs;
    }
}
