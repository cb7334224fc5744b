package fr.heliotoit.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Findings for a spreadsheet ({@code .csv}: UTF-8, comma, RFC 4180) or a program ({@code .json}). */
public final class FindingsFile {
    private FindingsFile() {}

    /** @throws Failure when the ending is neither, or the file cannot be written */
    public static void write(List<Finding> findings, Path file) throws Failure {
        String ending = VectorFiles.ending(file);
        if (!ending.equals("csv") && !ending.equals("json")) {
            throw Failure.of("io.findings.format", file.getFileName());
        }
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (ending.equals("csv")) {
                csv(findings, out);
            } else {
                json(findings, out);
            }
        } catch (IOException e) {
            throw new Failure(Message.of("io.file.unwritable", file, String.valueOf(e.getMessage())), e);
        }
    }

    private static void csv(List<Finding> findings, Writer out) throws IOException {
        out.write("gravite,code,objet,x,y,message\r\n");
        for (Finding f : findings) {
            out.write(severity(f) + "," + f.code() + "," + quoted(f.featureId() == null ? "" : f.featureId()) + ","
                    + number(f.x()) + "," + number(f.y()) + ","
                    + quoted(Texts.current().text(f.message())) + "\r\n");
        }
    }

    private static void json(List<Finding> findings, Writer out) throws IOException {
        try (JsonGenerator json = new JsonMapper().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Finding f : findings) {
                json.writeStartObject();
                json.writeStringField("gravite", severity(f));
                json.writeStringField("code", f.code());
                json.writeStringField("objet", f.featureId());
                if (Double.isFinite(f.x()) && Double.isFinite(f.y())) {
                    json.writeNumberField("x", f.x());
                    json.writeNumberField("y", f.y());
                }
                json.writeStringField("message", Texts.current().text(f.message()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static String severity(Finding finding) {
        return switch (finding.severity()) {
            case INFO -> "information";
            case WARNING -> "avertissement";
            case REFUSED -> "refus";
        };
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
    }

    /** Quoted; a leading formula sign is disarmed, since the text comes from a stranger's file and goes to a spreadsheet. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
