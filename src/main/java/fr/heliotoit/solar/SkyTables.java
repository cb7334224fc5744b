package fr.heliotoit.solar;

import fr.heliotoit.kernel.SkyTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sky tables of a weather year. Periods 0–11 are the months (global irradiation: direct + diffuse + ground), period {@link #DIRECT}
 * is the direct irradiation of the year; all in kWh/m².
 *
 * <p>Each hour is cut into parts; its direct and diffuse energy is shared evenly among the parts in which the sun is up, and the sky of
 * {@link PerezSky} is evaluated for each of them: the part around the sun is shaded as the beam is, the horizon's as a ring, the rest
 * is even. Diffuse light of an hour in which the sun never is up is even. Azimuths are spread as {@link Sectors} says.
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

    /** What a month of global and the year of direct irradiation may err on roofs, as a share: says to {@link Sectors} what weighs more. */
    private static final double MONTH_TOLERANCE = 0.005;

    private static final double DIRECT_TOLERANCE = 0.001;

    /** The same where it is decided along which borders to look: keeps months and year within those bounds with the fewest looks. */
    private static final double MONTH_AT_BORDERS = 0.003;

    private SkyTables() {}

    /**
     * @param convergenceDeg azimuth of grid north seen from true north: {@code geo.Crs.convergenceDeg} at the middle of the surface [°]
     * @param albedo of the ground, 0–1
     * @param azimuths number of azimuths
     * @param parts sun positions per hour
     */
    public static SkyTable of(WeatherYear weather, double convergenceDeg, double albedo, int azimuths, int parts) {
        return of(weather, convergenceDeg, albedo, azimuths, parts, Foliage.NONE.through());
    }

    /**
     * As {@link #of(WeatherYear, double, double, int, int)}, a share of the light only.
     *
     * @param shares of each month, January first, 0–1
     */
    public static SkyTable of(
            WeatherYear weather, double convergenceDeg, double albedo, int azimuths, int parts, double[] shares) {
        SunInHour sun = new SunInHour(weather.place(), parts);
        double convergence = Math.toRadians(convergenceDeg);
        List<Light> lights = new ArrayList<>();
        double[] even = new double[MONTHS];
        for (int hour = 0; hour < weather.hours(); hour++) {
            if (weather.dni(hour) > 0 || weather.dhi(hour) > 0) {
                if (sun.rise(weather, hour) > 0) {
                    lights(weather, hour, sun, convergence, lights);
                } else {
                    even[weather.month(hour) - 1] += weather.dhi(hour) / 1000;
                }
            }
        }
        Sectors sectors = new Sectors(tolerances(MONTH_TOLERANCE));
        for (Light light : lights) {
            sectors.add(light.month, light.azimuth, light.elevation, light.direct + light.circumsolar);
            sectors.add(DIRECT, light.azimuth, light.elevation, light.direct);
            sectors.addEven(light.month, light.even);
        }
        SkyTable.Builder table = new SkyTable.Builder(sectors.edges(azimuths), tolerances(MONTH_AT_BORDERS));
        for (Light light : lights) {
            double share = shares[light.month];
            table.sun(light.month, light.azimuth, light.elevation, share * (light.direct + light.circumsolar));
            table.sun(DIRECT, light.azimuth, light.elevation, share * light.direct);
            table.diffuse(light.month, share * light.even, share * light.ring);
        }
        for (int month = 0; month < MONTHS; month++) {
            table.diffuse(month, shares[month] * even[month], 0);
            table.ground(month, shares[month] * albedo * weather.monthlyHorizontalKWhM2()[month]);
        }
        return table.build();
    }

    private static double[] tolerances(double month) {
        double[] tolerances = new double[MONTHS + 1];
        Arrays.fill(tolerances, month);
        tolerances[DIRECT] = DIRECT_TOLERANCE;
        return tolerances;
    }

    /** What one sun position and its sky send; angles [rad], energies [kWh/m²]. */
    private record Light(
            int month, double azimuth, double elevation, double direct, double circumsolar, double even, double ring) {}

    private static void lights(WeatherYear weather, int hour, SunInHour sun, double convergence, List<Light> lights) {
        // Means while the sun is up; each part then weighs 1 / parts of an hour.
        double dni = weather.dni(hour) * sun.parts() / sun.up();
        double dhi = weather.dhi(hour) * sun.parts() / sun.up();
        double toKWh = 1.0 / sun.parts() / 1000;
        for (int i = 0; i < sun.up(); i++) {
            SolarPosition position = sun.position(i);
            PerezSky sky = PerezSky.of(
                    dhi, dni, Irradiance.extraterrestrialNormal(position.distanceAu()), position.apparentZenithDeg());
            lights.add(new Light(
                    weather.month(hour) - 1,
                    Math.toRadians(position.azimuthDeg()) - convergence,
                    Math.toRadians(90 - position.apparentZenithDeg()),
                    dni * toKWh,
                    sky.circumsolarNormal() * toKWh,
                    dhi * (1 - sky.f1()) * toKWh,
                    dhi * sky.f2() * toKWh));
        }
    }
}
