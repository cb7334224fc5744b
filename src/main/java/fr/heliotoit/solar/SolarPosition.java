package fr.heliotoit.solar;

/**
 * Where the sun stands over a place: NREL's Solar Position Algorithm (I. Reda and A. Andreas, Solar Energy 76, 2004, 577–589), good to
 * 0.0003°.
 *
 * @param zenithDeg true zenith angle, without refraction, 0–180 [°]
 * @param apparentZenithDeg zenith angle with refraction [°]; equal to the true one when the sun is well below the horizon
 * @param azimuthDeg 0–360, north 0, clockwise [°]
 * @param equationOfTimeMin apparent minus mean solar time [min]
 * @param distanceAu distance of the Earth from the sun [au]
 */
public record SolarPosition(
        double zenithDeg, double apparentZenithDeg, double azimuthDeg, double equationOfTimeMin, double distanceAu) {
    /** Yearly mean air temperature that the refraction takes by default [°C]. */
    public static final double DEFAULT_TEMPERATURE_C = 12;

    /** Refraction at sunrise and sunset [°]: below it, and below the half disc, none is applied. */
    private static final double HORIZON_REFRACTION_DEG = 0.5667;

    private static final double HALF_DISC_DEG = 0.26667;

    /** The sun at a place, with pressure from the altitude, 12 °C, and the time difference ΔT of the year. */
    public static SolarPosition at(double epochSecond, Place place) {
        double year = 1970 + epochSecond / (365.2425 * 86400);
        return over(place, GeocentricSun.at(epochSecond, GeocentricSun.deltaTSeconds(year)));
    }

    /** As {@link #at(double, Place)} for a sun already known. */
    public static SolarPosition over(Place place, GeocentricSun sun) {
        return over(place, sun, place.pressurePa(), DEFAULT_TEMPERATURE_C);
    }

    /**
     * @param sun the sun from the centre of the Earth
     * @param pressurePa yearly mean air pressure [Pa]
     * @param temperatureC yearly mean air temperature [°C]
     */
    public static SolarPosition over(Place place, GeocentricSun sun, double pressurePa, double temperatureC) {
        double phi = Math.toRadians(place.latitudeDeg());
        double delta = Math.toRadians(sun.declinationDeg());
        double hourAngle = Math.toRadians(sun.siderealTimeDeg() + place.longitudeDeg() - sun.rightAscensionDeg());

        // Section 3.12: from the centre of the Earth to the place (parallax).
        double sinXi = Math.sin(Math.toRadians(8.794 / (3600 * sun.distanceAu())));
        double u = Math.atan(0.99664719 * Math.tan(phi));
        double x = Math.cos(u) + place.altitudeM() / 6378140 * Math.cos(phi);
        double y = 0.99664719 * Math.sin(u) + place.altitudeM() / 6378140 * Math.sin(phi);
        double along = Math.cos(delta) - x * sinXi * Math.cos(hourAngle);
        double deltaAlpha = Math.atan2(-x * sinXi * Math.sin(hourAngle), along);
        double topocentricDelta = Math.atan2((Math.sin(delta) - y * sinXi) * Math.cos(deltaAlpha), along);
        double topocentricHour = hourAngle - deltaAlpha;

        // Sections 3.14 and 3.15: elevation, refraction, azimuth.
        double sinElevation = Math.sin(phi) * Math.sin(topocentricDelta)
                + Math.cos(phi) * Math.cos(topocentricDelta) * Math.cos(topocentricHour);
        double e0 = Math.toDegrees(Math.asin(Math.clamp(sinElevation, -1, 1)));
        double refraction = 0;
        if (e0 >= -(HALF_DISC_DEG + HORIZON_REFRACTION_DEG)) {
            refraction = pressurePa
                    / 101000
                    * (283 / (273 + temperatureC))
                    * (1.02 / (60 * Math.tan(Math.toRadians(e0 + 10.3 / (e0 + 5.11)))));
        }
        double azimuth = 180
                + Math.toDegrees(Math.atan2(
                        Math.sin(topocentricHour),
                        Math.cos(topocentricHour) * Math.sin(phi) - Math.tan(topocentricDelta) * Math.cos(phi)));
        return new SolarPosition(
                90 - e0,
                90 - e0 - refraction,
                GeocentricSun.wrap360(azimuth),
                sun.equationOfTimeMin(),
                sun.distanceAu());
    }

    /** Sine of the apparent elevation: the east, north, up vector's third part. */
    public double sinElevation() {
        return Math.cos(Math.toRadians(apparentZenithDeg));
    }
}
