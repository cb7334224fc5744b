package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Buildings as language-free tables: decimal points, ISO dates, attribute names as headers, nothing for a missing value. */
public final class TableWriter {
    private static final int DECIMALS = 3;

    private TableWriter() {}

    /**
     * Comma-separated values (RFC 4180, UTF-8). A text that a spreadsheet would take as a formula gets an apostrophe before it.
     *
     * @param out not closed
     */
    public static void csv(List<BuildingRecord> buildings, List<Attribute> columns, Writer out) throws IOException {
        out.write(columns.stream().map(Attribute::attributeName).collect(Collectors.joining(",")));
        out.write("\r\n");
        for (BuildingRecord building : buildings) {
            String before = "";
            for (Attribute column : columns) {
                out.write(before);
                out.write(cell(column.valueOf(building)));
                before = ",";
            }
            out.write("\r\n");
        }
        out.flush();
    }

    /**
     * An array of objects.
     *
     * @param out not closed
     */
    public static void json(List<BuildingRecord> buildings, List<Attribute> columns, Writer out) throws IOException {
        try (JsonGenerator json = JsonMapper.builder()
                .build()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (BuildingRecord building : buildings) {
                json.writeStartObject();
                for (Attribute column : columns) {
                    field(json, column.attributeName(), column.valueOf(building));
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
        return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
