package fr.heliotoit.solar;

import fr.heliotoit.kernel.SkyTable;

/**
 * Sky tables of a weather year. Periods 0–11 are the months (global irradiation: direct + diffuse + ground), period {@link #DIRECT}
 * is the direct irradiation of the year; all in kWh/m².
 *
 * <p>Each hour is cut into parts; its direct and diffuse energy is shared evenly among the parts in which the sun is up, and the sky of
 * {@link PerezSky} is evaluated for each of them: the part around the sun is shaded as the beam is, the horizon's as a ring, the rest
 * is even. Diffuse light of an hour in which the sun never is up is even.
 */
public final class SkyTables {
    /** Months in a table. */
    public static final int MONTHS = 12;

    /** The period of the year's direct irradiation. */
    public static final int DIRECT = 12;

    /** Sun positions per hour: with 12 the error against 60 is below 0.01 %. */
    public static final int PARTS = 12;

    /** Azimuths by default. */
    public static final int AZIMUTHS = 90;

    private SkyTables() {}

    /**
     * @param convergenceDeg azimuth of grid north seen from true north: {@code geo.Crs.convergenceDeg} at the middle of the surface [°]
     * @param albedo of the ground, 0–1
     * @param azimuths number of azimuths
     * @param parts sun positions per hour
     */
    public static SkyTable of(WeatherYear weather, double convergenceDeg, double albedo, int azimuths, int parts) {
        SkyTable.Builder table = new SkyTable.Builder(azimuths);
        SunInHour sun = new SunInHour(weather.place(), parts);
        for (int hour = 0; hour < weather.hours(); hour++) {
            int month = weather.month(hour) - 1;
            table.ground(month, weather.ghi(hour) * albedo / 1000);
            if (weather.dni(hour) > 0 || weather.dhi(hour) > 0) {
                hour(table, weather, hour, month, sun, Math.toRadians(convergenceDeg));
            }
        }
        return table.build();
    }

    private static void hour(
            SkyTable.Builder table, WeatherYear weather, int hour, int month, SunInHour sun, double convergence) {
        int up = sun.rise(weather, hour);
        if (up == 0) {
            table.diffuse(month, weather.dhi(hour) / 1000, 0);
            return;
        }
        // Means while the sun is up; each part then weighs 1 / parts of an hour.
        double dni = weather.dni(hour) * sun.parts() / up;
        double dhi = weather.dhi(hour) * sun.parts() / up;
        double toKWh = 1.0 / sun.parts() / 1000;
        for (int i = 0; i < up; i++) {
            SolarPosition position = sun.position(i);
            PerezSky sky = PerezSky.of(
                    dhi, dni, Irradiance.extraterrestrialNormal(position.distanceAu()), position.apparentZenithDeg());
            double azimuth = Math.toRadians(position.azimuthDeg()) - convergence;
            double elevation = Math.toRadians(90 - position.apparentZenithDeg());
            table.sun(month, azimuth, elevation, (dni + sky.circumsolarNormal()) * toKWh);
            table.sun(DIRECT, azimuth, elevation, dni * toKWh);
            table.diffuse(month, dhi * (1 - sky.f1()) * toKWh, dhi * sky.f2() * toKWh);
        }
    }
}
