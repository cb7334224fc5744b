package fr.heliotoit.solar;

import java.util.ArrayList;
import java.util.List;

/** The sun positions of an hour of weather in which the sun is above the level horizon. */
final class SunInHour {
    private final Place place;
    private final int parts;
    private final List<SolarPosition> up = new ArrayList<>();

    SunInHour(Place place, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException(parts + " sun positions per hour");
        }
        this.place = place;
        this.parts = parts;
    }

    int parts() {
        return parts;
    }

    /** Finds the positions of an hour; returns in how many of its parts the sun is up. */
    int rise(WeatherYear weather, int hour) {
        up.clear();
        for (int part = 0; part < parts; part++) {
            SolarPosition position = SolarPosition.at(weather.midEpochSecond(hour, part, parts), place);
            if (position.apparentZenithDeg() < 90) {
                up.add(position);
            }
        }
        return up.size();
    }

    /** In how many parts of the hour found last the sun is up. */
    int up() {
        return up.size();
    }

    SolarPosition position(int index) {
        return up.get(index);
    }
}
