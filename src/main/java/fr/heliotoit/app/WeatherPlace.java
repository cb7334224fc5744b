package fr.heliotoit.app;

import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.WeatherYear;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a weather year may stand for a place: the sun's positions are those of the year's own place. */
public final class WeatherPlace {
    private static final double EARTH_RADIUS_KM = 6371;

    /** Beyond, the sun itself stands elsewhere: 1000 km are nine degrees of latitude, or half an hour of its course. */
    private static final double REFUSED_KM = 1000;

    /** Beyond, the climate may be another one. */
    private static final double DOUBTFUL_KM = 50;

    private WeatherPlace() {}

    /**
     * What to tell the user about the distance; nothing when the year was recorded nearby.
     *
     * @throws Failure when it was recorded too far away
     */
    public static Optional<Message> check(Path file, WeatherYear weather, Place place) throws Failure {
        double km = distanceKm(weather.place(), place);
        if (km > REFUSED_KM) {
            throw Failure.of("app.weather.elsewhere", String.valueOf(file.getFileName()), km);
        }
        return km > DOUBTFUL_KM
                ? Optional.of(Message.of("app.weather.far", String.valueOf(file.getFileName()), km))
                : Optional.empty();
    }

    static double distanceKm(Place a, Place b) {
        double dLat = Math.toRadians(a.latitudeDeg() - b.latitudeDeg()) / 2;
        double dLon = Math.toRadians(a.longitudeDeg() - b.longitudeDeg()) / 2;
        double h = Math.pow(Math.sin(dLat), 2)
                + Math.cos(Math.toRadians(a.latitudeDeg()))
                        * Math.cos(Math.toRadians(b.latitudeDeg()))
                        * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
