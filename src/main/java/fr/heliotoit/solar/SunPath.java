package fr.heliotoit.solar;

/** The sun's positions of a weather year, computed once for many planes; immutable. */
public final class SunPath {
    private final SolarPosition[][] up;
    private final int parts;

    private SunPath(SolarPosition[][] up, int parts) {
        this.up = up;
        this.parts = parts;
    }

    /** @param partsPerHour sun positions per hour */
    public static SunPath of(WeatherYear weather, int partsPerHour) {
        SunInHour sun = new SunInHour(weather.place(), partsPerHour);
        SolarPosition[][] up = new SolarPosition[weather.hours()][];
        for (int hour = 0; hour < up.length; hour++) {
            up[hour] = new SolarPosition[sun.rise(weather, hour)];
            for (int i = 0; i < up[hour].length; i++) {
                up[hour][i] = sun.position(i);
            }
        }
        return new SunPath(up, partsPerHour);
    }

    int parts() {
        return parts;
    }

    /** How many of the hour's parts have the sun above the level horizon. */
    int up(int hour) {
        return up[hour].length;
    }

    SolarPosition position(int hour, int index) {
        return up[hour][index];
    }
}
