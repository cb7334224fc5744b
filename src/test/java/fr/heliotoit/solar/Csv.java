package fr.heliotoit.solar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reference table: rows by column name. */
record Csv(List<Map<String, String>> rows) {
    static Csv read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return new Csv(rows);
    }

    /** NaN for an empty cell. */
    static double number(Map<String, String> row, String name) {
        String cell = row.get(name);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + name + " in " + row.keySet());
        }
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
