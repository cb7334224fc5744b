package fr.heliotoit.solar;

import java.util.Arrays;

/**
 * The light of a weather year under the sky of {@link PerezSky}, prepared once for many planes: one entry per sun position, each with the
 * direction of the sun and what it sends. Hours are cut into parts as in {@link SkyTables}. Immutable.
 */
public final class LightHours {
    private final WeatherYear weather;
    private final double albedo;
    final int count;
    final int[] hour;
    final double[] weightH;
    final double[] east;
    final double[] north;
    final double[] up;
    final double[] directNormal;
    final double[] circumsolarNormal;
    final double[] even;
    final double[] ring;
    final double[] global;

    private LightHours(WeatherYear weather, double albedo, double[][] columns, int count) {
        this.weather = weather;
        this.albedo = albedo;
        this.count = count;
        hour = new int[count];
        for (int i = 0; i < count; i++) {
            hour[i] = (int) columns[0][i];
        }
        weightH = Arrays.copyOf(columns[1], count);
        east = Arrays.copyOf(columns[2], count);
        north = Arrays.copyOf(columns[3], count);
        up = Arrays.copyOf(columns[4], count);
        directNormal = Arrays.copyOf(columns[5], count);
        circumsolarNormal = Arrays.copyOf(columns[6], count);
        even = Arrays.copyOf(columns[7], count);
        ring = Arrays.copyOf(columns[8], count);
        global = Arrays.copyOf(columns[9], count);
    }

    /**
     * @param albedo of the ground, 0–1
     * @param partsPerHour sun positions per hour
     */
    public static LightHours of(WeatherYear weather, double albedo, int partsPerHour) {
        if (!(albedo >= 0 && albedo <= 1)) {
            throw new IllegalArgumentException("albedo " + albedo);
        }
        double[][] columns = new double[10][weather.hours() * partsPerHour];
        int next = 0;
        SunInHour sun = new SunInHour(weather.place(), partsPerHour);
        for (int hour = 0; hour < weather.hours(); hour++) {
            if (weather.ghi(hour) == 0 && weather.dni(hour) == 0 && weather.dhi(hour) == 0) {
                continue;
            }
            int risen = sun.rise(weather, hour);
            if (risen == 0) {
                put(columns, next++, hour, 1, 0, 0, 0, 0, 0, weather.dhi(hour), 0, weather.ghi(hour));
                continue;
            }
            double whileUp = (double) partsPerHour / risen;
            for (int i = 0; i < risen; i++) {
                SolarPosition position = sun.position(i);
                double dni = weather.dni(hour) * whileUp;
                PerezSky sky = PerezSky.of(
                        weather.dhi(hour) * whileUp,
                        dni,
                        Irradiance.extraterrestrialNormal(position.distanceAu()),
                        position.apparentZenithDeg());
                double zenith = Math.toRadians(position.apparentZenithDeg());
                double azimuth = Math.toRadians(position.azimuthDeg());
                put(
                        columns,
                        next++,
                        hour,
                        1.0 / partsPerHour,
                        Math.sin(zenith) * Math.sin(azimuth),
                        Math.sin(zenith) * Math.cos(azimuth),
                        Math.cos(zenith),
                        dni,
                        sky.circumsolarNormal(),
                        sky.dhi() * (1 - sky.f1()),
                        sky.dhi() * sky.f2(),
                        weather.ghi(hour) * whileUp);
            }
        }
        return new LightHours(weather, albedo, columns, next);
    }

    private static void put(double[][] columns, int row, double... values) {
        for (int c = 0; c < values.length; c++) {
            columns[c][row] = values[c];
        }
    }

    /** The year that the light is of. */
    public WeatherYear weather() {
        return weather;
    }

    double albedo() {
        return albedo;
    }
}
