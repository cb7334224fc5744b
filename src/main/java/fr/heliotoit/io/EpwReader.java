package fr.heliotoit.io;

import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.WeatherBuilder;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * EnergyPlus weather (EPW). Hour {@code h} is the mean from {@code h − 1} to {@code h} in local standard time, whose offset from UTC the
 * header states.
 *
 * <p>PVGIS writes typical years as EPW too, but there the hours are UTC whatever the header's time zone (always 1) says, and the values are
 * those of an instant that its comment gives relative to the hour ("Irradiance Time Offset"): seen from the sun at 45° N 8° E and at
 * 43.3° N 3° W, direct and diffuse add up to global only so.
 */
final class EpwReader {
    private static final String OFFSET = "Irradiance Time Offset (h):";

    private EpwReader() {}

    static WeatherYear read(String name, List<String> lines) throws Failure {
        int data = 0;
        String[] location = lines.getFirst().split(",", -1);
        double pvgisOffset = Double.NaN;
        String comment = "";
        while (data < lines.size() && !Character.isDigit(firstCharacter(lines.get(data)))) {
            String line = lines.get(data);
            int at = line.indexOf(OFFSET);
            if (at >= 0) {
                pvgisOffset = WeatherFiles.number(line.substring(at + OFFSET.length()), name, data + 1);
            }
            if (line.startsWith("COMMENTS 1,")) {
                comment = line.substring(11).strip();
            }
            String[] parts = line.split(",", -1);
            if (line.startsWith("DATA PERIODS")
                    && parts.length > 2
                    && !parts[2].strip().equals("1")) {
                throw Failure.of("solar.weather.hourly", name);
            }
            data++;
        }
        Place place;
        double zoneHours;
        try {
            place = new Place(
                    Double.parseDouble(location[6]), Double.parseDouble(location[7]), Double.parseDouble(location[9]));
            zoneHours = Double.parseDouble(location[8]);
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Failure(Message.of("solar.weather.line", name, 1), e);
        }
        boolean pvgis = !Double.isNaN(pvgisOffset);
        // Seconds from the label of an hour (as if it were UTC) to the end of the interval that its values stand for.
        long shift = Math.round(pvgis ? pvgisOffset * 3600 + WeatherYear.INTERVAL_S / 2.0 : -zoneHours * 3600);

        List<String> rows = new ArrayList<>(lines.subList(data, lines.size()));
        rows.removeIf(String::isBlank);
        WeatherBuilder builder = new WeatherBuilder(name, place, rows.size());
        TreeSet<Integer> years = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(",", -1);
            int line = data + i + 1;
            if (cells.length < 22) {
                throw Failure.of("solar.weather.line", name, line);
            }
            try {
                int year = Integer.parseInt(cells[0].strip());
                int month = Integer.parseInt(cells[1].strip());
                int hour = Integer.parseInt(cells[3].strip());
                LocalDate day = LocalDate.of(year, month, Integer.parseInt(cells[2].strip()));
                if (hour < 1 || hour > 24) {
                    throw Failure.of("solar.weather.line", name, line);
                }
                years.add(year);
                long label = day.atStartOfDay().plusHours(hour).toEpochSecond(ZoneOffset.UTC);
                builder.hour(
                        i,
                        label + shift,
                        month,
                        present(cells[13], 9999, name, line),
                        present(cells[14], 9999, name, line),
                        present(cells[15], 9999, name, line),
                        present(cells[6], 99.9, name, line),
                        present(cells[21], 999, name, line));
            } catch (NumberFormatException | DateTimeException e) {
                throw new Failure(Message.of("solar.weather.line", name, line), e);
            }
        }
        String source = pvgis ? "PVGIS (EPW) — " + comment : "EPW " + location[1].strip() + ", " + location[4].strip();
        return builder.build(source, PvgisReader.span(years), false);
    }

    private static char firstCharacter(String line) {
        return line.isBlank() ? ' ' : line.stripLeading().charAt(0);
    }

    private static double present(String cell, double missingFrom, String name, int line) throws Failure {
        double value = WeatherFiles.number(cell, name, line);
        return value >= missingFrom ? Double.NaN : value;
    }
}
