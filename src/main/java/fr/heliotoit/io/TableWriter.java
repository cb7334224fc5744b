package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Language-free tables: decimal points, ISO dates, attribute names as headers, nothing for a missing value. When columns come from
 * data packs, a last column {@link #PACKS} names those that the row's values come from, with their dates: rows get copied, sorted and sent without the
 * file that explains them.
 */
public final class TableWriter {
    /** The column that names data packs. */
    public static final String PACKS = "paquets";

    private static final int DECIMALS = 3;
    private static final String BETWEEN = " ; ";

    private TableWriter() {}

    /**
     * Comma-separated values (RFC 4180, UTF-8). A text that a spreadsheet would take as a formula gets an apostrophe before it.
     *
     * @param out not closed
     */
    public static void csv(Table table, Writer out) throws IOException {
        out.write(table.columns().stream().map(Table.Column::name).collect(Collectors.joining(",")));
        boolean packs = table.citing();
        out.write(packs ? "," + PACKS + "\r\n" : "\r\n");
        for (Table.Row row : table.rows()) {
            String before = "";
            for (Object value : row.values()) {
                out.write(before);
                out.write(cell(value));
                before = ",";
            }
            if (packs) {
                out.write("," + quoted(String.join(BETWEEN, table.packs(row))));
            }
            out.write("\r\n");
        }
        out.flush();
    }

    /**
     * "CSV pour Excel": semicolons, decimal commas, a byte order mark, headings and flags in words. Formulas are defused as in {@link #csv}.
     *
     * @param out not closed
     */
    public static void csvForExcel(Table table, Writer out) throws IOException {
        out.write('\uFEFF');
        out.write(table.columns().stream().map(c -> quoted(c.heading())).collect(Collectors.joining(";")));
        boolean packs = table.citing();
        out.write(packs ? ";" + quoted(Texts.current().text("io.packs")) + "\r\n" : "\r\n");
        for (Table.Row row : table.rows()) {
            String before = "";
            for (Object value : row.values()) {
                out.write(before);
                out.write(localCell(value));
                before = ";";
            }
            if (packs) {
                out.write(";" + quoted(String.join(BETWEEN, table.packs(row))));
            }
            out.write("\r\n");
        }
        out.flush();
    }

    private static String localCell(@Nullable Object value) {
        if (value instanceof Double d) {
            return rounded(d).toPlainString().replace('.', ',');
        }
        return value instanceof Boolean b ? Texts.current().text(b ? "io.yes" : "io.no") : cell(value);
    }

    /**
     * What a CSV file says of itself, as "CSV on the Web" metadata (W3C 2015), to be written beside it as {@code F.csv-metadata.json}.
     *
     * @param fileName of the table
     * @param excel whether it is a {@link #csvForExcel}
     */
    public static String csvMetadata(String fileName, boolean excel, Table table) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("@context", "http://www.w3.org/ns/csvw");
        root.put("url", fileName);
        ObjectNode dialect = root.putObject("dialect");
        dialect.put("delimiter", excel ? ";" : ",");
        dialect.put("encoding", "utf-8");
        ObjectNode about = root.putObject("heliotoit:metadata");
        table.about().forEach(about::put);
        ArrayNode described = root.putObject("tableSchema").putArray("columns");
        for (Table.Column column : table.columns()) {
            ObjectNode node = described.addObject();
            node.put("name", column.name());
            node.put("titles", excel ? column.heading() : column.name());
            node.put(
                    "datatype",
                    switch (column.type()) {
                        case TEXT -> "string";
                        case FLAG -> "boolean";
                        case NUMBER -> "number";
                        case INTEGER -> "integer";
                    });
            node.put("dc:description", column.heading());
            if (!column.packs().isEmpty()) {
                column.packs().forEach(node.putArray("dc:source")::add);
            }
        }
        if (table.citing()) {
            String words = Texts.current().text("io.packs");
            described
                    .addObject()
                    .put("name", PACKS)
                    .put("titles", excel ? words : PACKS)
                    .put("datatype", "string")
                    .put("dc:description", words);
        }
        return root.toPrettyString() + "\n";
    }

    /**
     * An array of objects.
     *
     * @param out not closed
     */
    public static void json(Table table, Writer out) throws IOException {
        boolean packs = table.citing();
        try (JsonGenerator json = JsonMapper.builder()
                .build()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Table.Row row : table.rows()) {
                json.writeStartObject();
                for (int c = 0; c < table.columns().size(); c++) {
                    field(json, table.columns().get(c).name(), row.values().get(c));
                }
                if (packs) {
                    json.writeArrayFieldStart(PACKS);
                    for (String pack : table.packs(row)) {
                        json.writeString(pack);
                    }
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.write("\n");
        out.flush();
    }

    private static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        switch (value) {
            case null -> json.writeNull();
            case Boolean b -> json.writeBoolean(b);
            case Integer i -> json.writeNumber(i);
            case Double d -> json.writeNumber(rounded(d));
            default -> json.writeString(value.toString());
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double d -> rounded(d).toPlainString();
            case String s -> quoted(s);
            default -> value.toString();
        };
    }

    /** A text as a cell; a formula sign at its head is disarmed. */
    static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[,;\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
