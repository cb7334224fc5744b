package fr.heliotoit.solar;

import fr.heliotoit.kernel.SkyTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The sky table of one cloudless day in true solar time, with the ESRA model ({@link ClearSky#esra}): what GRASS r.sun computes.
 * Period 0 is the global, period {@link SkyTables#DIRECT} the direct irradiation, in Wh/m². Unlike in r.sun the diffuse light, taken
 * as even, is shaded by the horizon.
 */
public final class ClearDay {
    private static final double STEP_H = 0.05;

    /** What the day's sum may err on roofs, as a share. */
    private static final double DAY_TOLERANCE = 0.005;

    private ClearDay() {}

    /**
     * @param day 1–366
     * @param linke Linke turbidity at air mass 2
     * @param convergenceDeg azimuth of grid north seen from true north [°]
     */
    public static SkyTable table(
            Place place, int day, double linke, double albedo, double convergenceDeg, int azimuths) {
        return table(place, day, linke, albedo, convergenceDeg, azimuths, Foliage.NONE.through());
    }

    /**
     * As {@link #table(Place, int, double, double, double, int)}, a share of the light only.
     *
     * @param shares of each month, January first, 0–1
     */
    public static SkyTable table(
            Place place, int day, double linke, double albedo, double convergenceDeg, int azimuths, double[] shares) {
        double weight = STEP_H * shares[LocalDate.ofYearDay(2024, day).getMonthValue() - 1];
        List<Light> lights = lights(place, day, linke, Math.toRadians(convergenceDeg));
        double[] tolerances = {DAY_TOLERANCE};
        Sectors sectors = new Sectors(tolerances);
        for (Light light : lights) {
            sectors.add(0, light.azimuth, light.elevation, light.sky.dni());
            sectors.addEven(0, light.sky.dhi());
        }
        SkyTable.Builder table = new SkyTable.Builder(sectors.edges(azimuths), tolerances);
        for (Light light : lights) {
            table.sun(0, light.azimuth, light.elevation, light.sky.dni() * weight);
            table.sun(SkyTables.DIRECT, light.azimuth, light.elevation, light.sky.dni() * weight);
            table.diffuse(0, light.sky.dhi() * weight, 0);
            table.ground(0, albedo * light.sky.ghi() * weight);
        }
        return table.build();
    }

    /** Whether the sun rises at all on this day. */
    public static boolean rises(Place place, int day) {
        return !lights(place, day, 3, 0).isEmpty();
    }

    /** The sun at one time of the day: angles in the grid [rad], power [W/m²]. */
    private record Light(double azimuth, double elevation, ClearSky sky) {}

    private static List<Light> lights(Place place, int day, double linke, double convergence) {
        List<Light> lights = new ArrayList<>();
        double latitude = Math.toRadians(place.latitudeDeg());
        double declination = declination(day);
        for (double hour = STEP_H / 2; hour < 24; hour += STEP_H) {
            double angle = Math.toRadians(15 * (hour - 12));
            double up = Math.sin(latitude) * Math.sin(declination)
                    + Math.cos(latitude) * Math.cos(declination) * Math.cos(angle);
            double south = Math.sin(latitude) * Math.cos(declination) * Math.cos(angle)
                    - Math.cos(latitude) * Math.sin(declination);
            double west = Math.cos(declination) * Math.sin(angle);
            if (up > 0) {
                double elevation = Math.asin(Math.min(1, up));
                lights.add(new Light(
                        Math.PI + Math.atan2(west, south) - convergence,
                        elevation,
                        ClearSky.esra(Math.toDegrees(elevation), linke, place.altitudeM(), day)));
            }
        }
        return lights;
    }

    /**
     * Declination of the sun on a day [rad]: Gruter (1984), as in the European Solar Radiation Atlas and r.sun.
     *
     * @param day 1–366
     */
    public static double declination(int day) {
        double angle = 2 * Math.PI * day / 365.25;
        return Math.asin(0.3978 * Math.sin(angle - 1.4 + 0.0355 * Math.sin(angle - 0.0489)));
    }
}
