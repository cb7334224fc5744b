package fr.heliotoit.io;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Buildings as an Excel workbook (XLSX): one sheet of rows, one that says where they come from. */
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
    public static void xlsx(
            List<BuildingRecord> buildings, List<Attribute> columns, ExportMetadata metadata, OutputStream out)
            throws IOException {
        Workbook book = new Workbook(out, "Heliotoit", null);
        Worksheet rows = book.newWorksheet(Texts.current().text("io.xlsx.buildings"));
        for (int c = 0; c < columns.size(); c++) {
            Attribute column = columns.get(c);
            rows.value(0, c, header(column));
            rows.style(0, c).bold().wrapText(true).verticalAlignment("top").set();
            rows.width(c, column.type() == Attribute.Type.TEXT ? 24 : 14);
        }
        // Three lines: the longest heading over the narrowest column.
        rows.rowHeight(0, HEADING_HEIGHT_PT);
        rows.freezePane(0, 1);
        int r = 0;
        for (BuildingRecord building : buildings) {
            r++;
            for (int c = 0; c < columns.size(); c++) {
                cell(rows, r, c, columns.get(c), columns.get(c).valueOf(building));
            }
        }
        if (r > 0) {
            rows.setAutoFilter(0, 0, r, columns.size() - 1);
        }
        Worksheet about = book.newWorksheet(Texts.current().text("io.xlsx.about"));
        about.width(0, 24);
        about.width(1, 100);
        int line = 0;
        for (Map.Entry<String, String> entry : metadata.entries().entrySet()) {
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

    private static void cell(Worksheet sheet, int row, int column, Attribute attribute, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Double d -> {
                sheet.value(row, column, TableWriter.rounded(d));
                sheet.style(row, column)
                        .format(attribute.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(attribute.decimals()))
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
