package fr.heliotoit.app;

import fr.heliotoit.io.SpreadsheetWriter;
import fr.heliotoit.io.Table;
import fr.heliotoit.io.TableWriter;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of a project as files, whole or not at all; a CSV gets its metadata beside it ({@code F.csv-metadata.json}), the others hold them. */
public final class TableFile {
    private TableFile() {}

    /** @param format a table's: CSV, "CSV pour Excel", XLSX or JSON */
    public static void write(Table table, ExportFormat format, Path file, ProjectFile project) throws Failure {
        Outputs.write(
                file,
                out -> {
                    if (format == ExportFormat.xlsx) {
                        SpreadsheetWriter.xlsx(table, out);
                    } else {
                        text(table, format, new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    }
                },
                project.path());
        if (format == ExportFormat.csv || format == ExportFormat.excel) {
            String name = String.valueOf(file.getFileName());
            String about = TableWriter.csvMetadata(name, format == ExportFormat.excel, table);
            Outputs.write(
                    file.resolveSibling(name + "-metadata.json"),
                    out -> out.write(about.getBytes(StandardCharsets.UTF_8)),
                    project.path());
        }
    }

    /** @param out not closed, flushed */
    static void text(Table table, ExportFormat format, Writer out) throws IOException {
        switch (format) {
            case csv -> TableWriter.csv(table, out);
            case excel -> TableWriter.csvForExcel(table, out);
            case json -> TableWriter.json(table, out);
            case xlsx, gpkg, geojson -> throw new IllegalArgumentException(format + " is no text table");
        }
        out.flush();
    }

    /** What a register of a project says of itself. @param citations the packs that it comes from */
    public static Map<String, String> about(ProjectFile project, List<String> citations) throws Failure {
        Map<String, String> about =
                new LinkedHashMap<>(ExportBuildings.metadata(project, null).entries());
        about.keySet().removeIf(key -> key.startsWith("paquet_"));
        int number = 0;
        for (String citation : citations) {
            number++;
            about.put("paquet_" + number, citation);
        }
        return about;
    }
}
