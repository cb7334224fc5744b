package fr.heliotoit.io;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.WeatherBuilder;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * PVGIS typical years, CSV and JSON (Joint Research Centre, European Commission). Times are UTC; the irradiances are those of an instant
 * that lies "irradiance time offset" hours later, here taken as the middle of the hour they stand for. Older files do not state the offset:
 * then it is 0, and the year's notes say so.
 */
final class PvgisReader {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd:HHmm");
    private static final List<String> COLUMNS = List.of("time(UTC)", "G(h)", "Gb(n)", "Gd(h)", "T2m", "WS10m");

    private PvgisReader() {}

    static WeatherYear readCsv(String name, List<String> lines, Place given) throws Failure {
        double[] header = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        String[] keys = {"Latitude", "Longitude", "Elevation", "Irradiance Time Offset"};
        int start = 0;
        while (!lines.get(start).startsWith("time(UTC)")) {
            for (int k = 0; k < keys.length; k++) {
                if (lines.get(start).startsWith(keys[k])) {
                    String line = lines.get(start);
                    header[k] = WeatherFiles.number(line.substring(line.indexOf(':') + 1), name, start + 1);
                }
            }
            start++;
        }
        List<String> columns = Arrays.asList(lines.get(start).strip().split(",", -1));
        int[] at = COLUMNS.stream().mapToInt(columns::indexOf).toArray();
        if (Arrays.stream(at).anyMatch(i -> i < 0)) {
            throw Failure.of("solar.weather.line", name, start + 1);
        }
        List<String> rows = lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .toList();
        Hours hours = new Hours(name, rows.size(), header, given);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(",", -1);
            int line = start + 2 + i;
            if (cells.length != columns.size()) {
                throw Failure.of("solar.weather.line", name, line);
            }
            double[] values = new double[COLUMNS.size()];
            for (int k = 1; k < values.length; k++) {
                values[k] = WeatherFiles.number(cells[at[k]], name, line);
            }
            hours.add(i, cells[at[0]], values, line);
        }
        String database = lines.stream()
                .filter(line -> line.startsWith("PVGIS (c)"))
                .findFirst()
                .orElse("PVGIS");
        return hours.build(database);
    }

    /** @param root the whole answer, or only its list of hours */
    static WeatherYear readJson(String name, JsonNode root, Place given) throws Failure {
        JsonNode list = root.isArray() ? root : root.path("outputs").path("tmy_hourly");
        JsonNode location = root.path("inputs").path("location");
        double[] header = {
            location.path("latitude").asDouble(Double.NaN),
            location.path("longitude").asDouble(Double.NaN),
            location.path("elevation").asDouble(Double.NaN),
            location.path("irradiance_time_offset").asDouble(Double.NaN)
        };
        Hours hours = new Hours(name, list.size(), header, given);
        for (int i = 0; i < list.size(); i++) {
            JsonNode row = list.get(i);
            double[] values = new double[COLUMNS.size()];
            for (int k = 1; k < values.length; k++) {
                if (!row.has(COLUMNS.get(k))) {
                    throw Failure.of("solar.weather.line", name, i + 1);
                }
                values[k] = row.get(COLUMNS.get(k)).asDouble(Double.NaN);
            }
            hours.add(i, row.path("time(UTC)").asText(), values, i + 1);
        }
        return hours.build(
                root.path("inputs").path("meteo_data").path("radiation_db").asText("PVGIS"));
    }

    /** The years in a file as text: {@code 2005} or {@code 2005–2020}. */
    static String span(SortedSet<Integer> years) {
        return years.size() == 1 ? "" + years.first() : years.first() + "–" + years.last();
    }

    /** Hours being read. */
    private static final class Hours {
        private final String name;
        private final WeatherBuilder builder;
        private final long shift;
        private final SortedSet<Integer> years = new TreeSet<>();

        Hours(String name, int count, double[] header, Place given) throws Failure {
            this.name = name;
            Place place = given;
            boolean placed = !Double.isNaN(header[0] + header[1]);
            if (placed) {
                try {
                    place = new Place(header[0], header[1], Double.isNaN(header[2]) ? given.altitudeM() : header[2]);
                } catch (IllegalArgumentException e) {
                    throw new Failure(Message.of("solar.weather.line", name, 1), e);
                }
            }
            builder = new WeatherBuilder(name, place, count);
            if (!placed) {
                builder.note("solar.weather.note.noplace");
            }
            if (Double.isNaN(header[3])) {
                builder.note("solar.weather.note.nooffset");
            }
            shift = Math.round((Double.isNaN(header[3]) ? 0 : header[3]) * 3600 + WeatherYear.INTERVAL_S / 2.0);
        }

        void add(int i, String time, double[] values, int line) throws Failure {
            try {
                LocalDateTime label = LocalDateTime.parse(time.strip(), TIME);
                years.add(label.getYear());
                builder.hour(
                        i,
                        label.toEpochSecond(ZoneOffset.UTC) + shift,
                        label.getMonthValue(),
                        values[1],
                        values[2],
                        values[3],
                        values[4],
                        values[5]);
            } catch (DateTimeParseException e) {
                throw new Failure(Message.of("solar.weather.line", name, line), e);
            }
        }

        WeatherYear build(String database) throws Failure {
            String source = database.startsWith("PVGIS") ? database : "PVGIS " + database;
            return builder.build(source, span(years), false);
        }
    }
}
