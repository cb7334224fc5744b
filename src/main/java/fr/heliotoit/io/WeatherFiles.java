package fr.heliotoit.io;

import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a weather year, whatever its format: EPW, PVGIS typical year (CSV, JSON, EPW), UMEP/SUEWS text, or twelve monthly values
 * ({@link ClimateReader}). The format is found in the content, not in the name.
 */
public final class WeatherFiles {
    private static final long LARGEST_BYTES = 64L << 20;

    private WeatherFiles() {}

    /**
     * @param place the commune; taken as the place of the weather when the file names none
     * @throws Failure when the file cannot be read, is no weather file, or is too incomplete
     */
    public static WeatherYear read(Path file, Place place) throws Failure {
        String name = String.valueOf(file.getFileName());
        String text = text(file, name);
        String head = text.substring(0, Math.min(text.length(), 4000)).stripLeading();
        if (head.isEmpty()) {
            throw Failure.of("solar.weather.empty", name);
        }
        List<String> lines = text.lines().toList();
        if (head.startsWith("LOCATION,")) {
            return EpwReader.read(name, lines);
        }
        if (head.startsWith("{") || head.startsWith("[")) {
            return WeatherJson.read(name, text, place);
        }
        if (UmepReader.looksLike(head)) {
            return UmepReader.read(name, lines, place);
        }
        if (head.contains("time(UTC)")) {
            return PvgisReader.readCsv(name, lines, place);
        }
        throw Failure.of("solar.weather.format", name);
    }

    /** The hours of a UMEP/SUEWS file of any length, as they stand. */
    public static List<UmepHour> umepHours(Path file) throws Failure {
        String name = String.valueOf(file.getFileName());
        return UmepReader.rows(name, text(file, name).lines().toList());
    }

    private static String text(Path file, String name) throws Failure {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw Failure.of("solar.weather.format", name);
            }
            byte[] bytes = Files.readAllBytes(file);
            int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
            String utf8 = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
            // Weather files mix encodings in their comments; every figure in them is ASCII.
            return utf8.indexOf('\uFFFD') < 0
                    ? utf8
                    : new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Failure(Message.of("solar.weather.unreadable", file.toString()), e);
        }
    }

    /** A number in a file; NaN when the cell is empty, the file's own missing codes are the caller's. */
    static double number(String cell, String name, int line) throws Failure {
        String stripped = cell.strip();
        if (stripped.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(stripped);
        } catch (NumberFormatException e) {
            throw new Failure(Message.of("solar.weather.line", name, line), e);
        }
    }
}
