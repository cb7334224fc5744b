package fr.heliotoit.solar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A made-up but physical year for tests: clear and cloudy days by a fixed pattern, GHI = DHI + what the beam gives on the level. */
public final class TestYear {
    private TestYear() {}

    public static WeatherYear at(Place place) {
        int hours = 8760;
        long[] end = new long[hours];
        byte[] month = new byte[hours];
        double[] ghi = new double[hours];
        double[] dni = new double[hours];
        double[] dhi = new double[hours];
        LocalDateTime start = LocalDateTime.of(2023, 1, 1, 0, 0);
        SunInHour sun = new SunInHour(place, 12);
        for (int i = 0; i < hours; i++) {
            end[i] = start.plusHours(i + 1).toEpochSecond(ZoneOffset.UTC);
            month[i] = (byte) start.plusHours(i).getMonthValue();
        }
        WeatherYear clock = year(place, end, month, ghi, dni, dhi);
        for (int i = 0; i < hours; i++) {
            int up = sun.rise(clock, i);
            // Artois: the sun shines for a fifth of December's day and half of June's.
            double season = 0.65 + 0.15 * Math.cos(2 * Math.PI * (i / 24 + 10) / 365);
            double cloud = Math.clamp(season + 0.5 * Math.sin(i / 24 * 2.399 + (i % 24) * 0.3), 0, 1);
            for (int k = 0; k < up; k++) {
                double sine = sun.position(k).sinElevation();
                double beam = (1 - cloud) * 950 * Math.exp(-0.12 / (sine + 0.05));
                dni[i] += beam / 12;
                dhi[i] += (60 + 220 * cloud) * sine / 12;
            }
            for (int k = 0; k < up; k++) {
                ghi[i] += dni[i] / up * sun.position(k).sinElevation();
            }
            ghi[i] += dhi[i];
        }
        return year(place, end, month, ghi, dni, dhi);
    }

    private static WeatherYear year(Place place, long[] end, byte[] month, double[] ghi, double[] dni, double[] dhi) {
        WeatherYear.Origin origin = new WeatherYear.Origin("test", "", true, List.of());
        return new WeatherYear(place, origin, end, month, ghi, dni, dhi, new double[8760], new double[8760]);
    }
}
