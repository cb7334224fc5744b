package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as an Excel workbook (XLSX): one sheet of rows, one that says where they come from. */
public final class SpreadsheetWriter {
    /** What a cell of the format can hold. */
    private static final int LONGEST_TEXT = 32_000;

    private static final double HEADING_HEIGHT_PT = 48;

    private SpreadsheetWriter() {}

    /**
     * Numbers are numbers, texts are texts: a text that begins with an equals sign is stored as a string and never calculated.
     *
     * @param out not closed
     */
    public static void xlsx(Table table, OutputStream out) throws IOException {
        List<Table.Column> columns = table.columns();
        Workbook book = new Workbook(out, "Heliotoit", null);
        Worksheet rows = book.newWorksheet(Texts.current().text("io.xlsx.buildings"));
        for (int c = 0; c < columns.size(); c++) {
            Table.Column column = columns.get(c);
            rows.value(0, c, column.heading());
            rows.style(0, c).bold().wrapText(true).verticalAlignment("top").set();
            rows.width(c, column.type() == Attribute.Type.TEXT ? 24 : 14);
        }
        // Three lines: the longest heading over the narrowest column.
        rows.rowHeight(0, HEADING_HEIGHT_PT);
        rows.freezePane(0, 1);
        int r = 0;
        for (Table.Row row : table.rows()) {
            r++;
            for (int c = 0; c < columns.size(); c++) {
                cell(rows, r, c, columns.get(c), row.values().get(c));
            }
        }
        if (r > 0) {
            rows.setAutoFilter(0, 0, r, columns.size() - 1);
        }
        Worksheet about = book.newWorksheet(Texts.current().text("io.xlsx.about"));
        about.width(0, 24);
        about.width(1, 100);
        int line = 0;
        for (Map.Entry<String, String> entry : table.about().entrySet()) {
            about.inlineString(line, 0, entry.getKey());
            about.inlineString(line, 1, text(entry.getValue()));
            line++;
        }
        book.finish();
    }

    /** The attribute's words with its unit. */
    static String header(Attribute column) {
        String words = Texts.current().text("cadastre.attribute." + column.attributeName());
        return column.unit().isEmpty() ? words : words + " (" + Formats.unit(column.unit()) + ")";
    }

    private static void cell(Worksheet sheet, int row, int column, Table.Column described, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Double d -> {
                sheet.value(row, column, TableWriter.rounded(d));
                sheet.style(row, column)
                        .format(described.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(described.decimals()))
                        .set();
            }
            case Integer i -> sheet.value(row, column, i);
            case Boolean b -> sheet.value(row, column, Texts.current().text(b ? "io.yes" : "io.no"));
            default -> sheet.inlineString(row, column, text(value.toString()));
        }
    }

    /** Without what XML cannot hold. */
    private static String text(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .map(c -> c == 0x9 || c == 0xA || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF
                        ? c
                        : ' ')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
