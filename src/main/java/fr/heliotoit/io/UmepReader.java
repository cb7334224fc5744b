package fr.heliotoit.io;

import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SolarClock;
import fr.heliotoit.solar.WeatherBuilder;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The text format of UMEP and SUEWS (Lindberg et al., Environmental Modelling and Software 99, 2018): 24 columns, of which year, day of year,
 * hour, minute, wind (9), air temperature (11), global (14), diffuse (21) and direct normal (22) irradiance are read; −999 is missing.
 *
 * <p>A row is the mean of the hour that ends at its time (SUEWS manual). The time is local, but no zone is stated: it is found from the sun by
 * {@link SolarClock}, and noted. In Göteborg's year 1977 direct, diffuse and global then agree within 0.8 W/m² at UTC+1; London's 2012 file
 * comes out as UTC.
 */
final class UmepReader {
    private UmepReader() {}

    static boolean looksLike(String head) {
        return head.startsWith("iy id it imin") || head.matches("(?s)%\\s*iy\\s+id\\s+it\\s.*");
    }

    static WeatherYear read(String name, List<String> lines, Place place) throws Failure {
        List<UmepHour> rows = rows(name, lines);
        WeatherBuilder builder = new WeatherBuilder(name, place, rows.size());
        SolarClock clock = new SolarClock(place);
        for (UmepHour row : rows) {
            clock.add(row.time().toEpochSecond(ZoneOffset.UTC), row.ghi());
        }
        int zoneHours = clock.zoneHours();
        builder.note("solar.weather.note.zone", (zoneHours < 0 ? "−" : "+") + Math.abs(zoneHours));
        builder.note("solar.weather.note.noplace");
        TreeSet<Integer> years = new TreeSet<>();
        int mainYear = rows.get(rows.size() / 2).time().getYear();
        for (int i = 0; i < rows.size(); i++) {
            UmepHour row = rows.get(i);
            LocalDateTime middle = row.time().minusMinutes(30);
            // A year that starts with hour 0 starts with the last hour of the December before: a night hour, booked
            // under January.
            int month = middle.getYear() < mainYear ? 1 : middle.getYear() > mainYear ? 12 : middle.getMonthValue();
            years.add(mainYear);
            builder.hour(
                    i,
                    row.time().toEpochSecond(ZoneOffset.UTC) - zoneHours * 3600L,
                    month,
                    row.ghi(),
                    row.dni(),
                    row.dhi(),
                    row.temperature(),
                    row.wind());
        }
        builder.note("solar.weather.note.hourending");
        return builder.build("UMEP/SUEWS " + name, PvgisReader.span(years), false);
    }

    static List<UmepHour> rows(String name, List<String> lines) throws Failure {
        List<UmepHour> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] cells = line.split("\\s+");
            if (cells[0].equals("-9")) {
                break; // SUEWS ends its files with rows of −9
            }
            if (cells.length < 23) {
                throw Failure.of("solar.weather.line", name, i + 1);
            }
            double[] n = new double[23];
            for (int k = 0; k < n.length; k++) {
                n[k] = WeatherFiles.number(cells[k], name, i + 1);
            }
            if (!(n[0] >= 1800 && n[0] <= 2200 && n[1] >= 1 && n[1] <= 366 && n[2] >= 0 && n[2] <= 24)) {
                throw Failure.of("solar.weather.line", name, i + 1);
            }
            LocalDateTime time = LocalDateTime.of((int) n[0], 1, 1, 0, 0)
                    .plusDays((long) n[1] - 1)
                    .plusHours((long) n[2])
                    .plusMinutes((long) n[3]);
            rows.add(new UmepHour(time, present(n[14]), present(n[22]), present(n[21]), present(n[11]), present(n[9])));
        }
        return rows;
    }

    private static double present(double value) {
        return value <= -900 ? Double.NaN : value;
    }
}
