package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of buildings with attributes that were evaluated. */
final class EvaluatedTable {
    private static final int MOST_ROWS = 40;

    private EvaluatedTable() {}

    /** @param columns with their units in the headings */
    static void write(Page page, String caption, List<BuildingRecord> buildings, List<Attribute> columns) {
        List<String> headings = new ArrayList<>(List.of(Words.text("report.column.building")));
        for (Attribute column : columns) {
            String unit = column.unit().isEmpty() || column.unit().startsWith("/")
                    ? Formats.unit(column.unit())
                    : " (" + Formats.unit(column.unit()) + ")";
            headings.add((number(column) ? "#" : "") + Words.text("report.short." + column.attributeName()) + unit);
        }
        List<BuildingRecord> shown = buildings.subList(0, Math.min(buildings.size(), MOST_ROWS));
        Table table = new Table("data paged", caption, headings);
        for (BuildingRecord building : shown) {
            List<String> cells = new ArrayList<>(List.of(name(building)));
            for (Attribute column : columns) {
                cells.add(Words.escape(words(column, column.valueOf(building))));
            }
            table.row("", cells);
        }
        page.raw(table.html());
        if (shown.size() < buildings.size()) {
            page.paragraph("note", Words.counted("report.evaluated.more", buildings.size() - shown.size()));
        }
    }

    private static String name(BuildingRecord building) {
        String name = building.building().name();
        return Words.escape(name == null || name.isBlank() ? building.building().id() : name, 60);
    }

    private static boolean number(Attribute column) {
        return column.type() == Attribute.Type.NUMBER || column.type() == Attribute.Type.INTEGER;
    }

    private static String words(Attribute column, @Nullable Object value) {
        if (value == null) {
            return "—";
        }
        if (value instanceof Double d) {
            return Formats.number(d, column.decimals());
        }
        return switch (column) {
            case COVISIBILITE -> Words.text("report.covisibility." + value);
            case VENTE -> Words.text("report.sale." + value);
            case EQUIPEMENT -> Words.text("app.installed." + value);
            default -> Words.cut(value.toString(), 60);
        };
    }
}
