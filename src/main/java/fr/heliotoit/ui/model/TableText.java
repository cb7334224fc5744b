package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows as tab-separated text, for the clipboard. */
public final class TableText {
    private TableText() {}

    /** A heading line, then one line per row. Numbers have a decimal comma and no grouping, as French spreadsheets read them. */
    public static String tsv(List<Attribute> columns, List<BuildingRecord> rows) {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(AttributeWords::heading).collect(Collectors.joining("\t")));
        for (BuildingRecord row : rows) {
            text.append('\n');
            text.append(columns.stream().map(column -> cell(column, row)).collect(Collectors.joining("\t")));
        }
        return text.append('\n').toString();
    }

    private static String cell(Attribute column, BuildingRecord row) {
        if (column.valueOf(row) instanceof Number number) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(
                    fr.heliotoit.text.Texts.current().locale().equals(Locale.ENGLISH) ? Locale.UK : Locale.FRANCE);
            return new DecimalFormat("0.##", symbols).format(number.doubleValue());
        }
        return AttributeWords.cell(column, row).replaceAll("[\\t\\r\\n]+", " ");
    }
}
