package fr.heliotoit.solar;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the time zone of a file that states none: the whole-hour offset from UTC at which the measured global irradiance follows the sun best
 * (largest correlation with the sine of its elevation), among the zones within three hours of the longitude.
 */
public final class SolarClock {
    private final Place place;
    private final List<GeocentricSun> suns = new ArrayList<>();
    private final List<Double> irradiances = new ArrayList<>();

    public SolarClock(Place place) {
        this.place = place;
    }

    /**
     * @param endSecond end of an hour in the file's time, as if that were UTC [s since 1970-01-01T00:00]
     * @param ghi mean of that hour [W/m²]; NaN is passed over
     */
    public void add(long endSecond, double ghi) {
        if (!Double.isNaN(ghi)) {
            double middle = endSecond - WeatherYear.INTERVAL_S / 2.0;
            suns.add(GeocentricSun.at(middle, 60));
            irradiances.add(ghi);
        }
    }

    /** Hours that the file's clock is ahead of UTC. */
    public int zoneHours() {
        int centre = (int) Math.round(place.longitudeDeg() / 15);
        int best = centre;
        double largest = Double.NEGATIVE_INFINITY;
        for (int zone = centre - 3; zone <= centre + 3; zone++) {
            double correlation = correlation(zone * 3600.0);
            if (correlation > largest) {
                largest = correlation;
                best = zone;
            }
        }
        return best;
    }

    private double correlation(double aheadSeconds) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < suns.size(); i++) {
            double x = Math.max(
                    0,
                    SolarPosition.over(place, suns.get(i).rotated(-aheadSeconds))
                            .sinElevation());
            double y = irradiances.get(i);
            n++;
            sx += x;
            sy += y;
            sxx += x * x;
            syy += y * y;
            sxy += x * y;
        }
        return (sxy - sx * sy / n) / Math.sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
    }
}
