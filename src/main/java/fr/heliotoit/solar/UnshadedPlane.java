package fr.heliotoit.solar;

/**
 * A plane under an open sky through the hours of a year: its irradiation by any of the transposition models.
 *
 * <p>Hours are cut into parts as in {@link SkyTables}: the hour's direct and diffuse energy is shared evenly among the parts in which the
 * sun is up.
 *
 * @param weather the year
 * @param surfaceTiltDeg 0–90 [°]
 * @param surfaceAzimuthDeg direction it faces, north 0, clockwise [°]
 * @param albedo of the ground, 0–1
 */
public record UnshadedPlane(WeatherYear weather, double surfaceTiltDeg, double surfaceAzimuthDeg, double albedo) {
    public UnshadedPlane {
        if (!(surfaceTiltDeg >= 0 && surfaceTiltDeg <= 90)
                || !Double.isFinite(surfaceAzimuthDeg)
                || !(albedo >= 0 && albedo <= 1)) {
            throw new IllegalArgumentException(surfaceTiltDeg + "° " + surfaceAzimuthDeg + "° " + albedo);
        }
    }

    /** What the parts of an hour give; power [W/m²], weight [h]. */
    @FunctionalInterface
    private interface Part {
        void take(int hour, double weight, double direct, double sky, double ground);
    }

    /** Irradiation by month. */
    public PlaneOfArray irradiation(Transposition model, int partsPerHour) {
        PlaneOfArray sums = new PlaneOfArray();
        run(
                model,
                partsPerHour,
                (hour, weight, direct, sky, ground) ->
                        sums.add(weather.month(hour), direct * weight, sky * weight, ground * weight));
        return sums;
    }

    private void run(Transposition model, int partsPerHour, Part part) {
        SunInHour sun = new SunInHour(weather.place(), partsPerHour);
        for (int hour = 0; hour < weather.hours(); hour++) {
            if (weather.ghi(hour) == 0 && weather.dni(hour) == 0 && weather.dhi(hour) == 0) {
                continue;
            }
            int up = sun.rise(weather, hour);
            double ground = Transposition.ground(weather.ghi(hour), albedo, surfaceTiltDeg);
            if (up == 0) {
                double sky = weather.dhi(hour) * (1 + Math.cos(Math.toRadians(surfaceTiltDeg))) / 2;
                part.take(hour, 1, 0, sky, ground);
                continue;
            }
            double whileUp = (double) partsPerHour / up;
            for (int i = 0; i < up; i++) {
                SolarPosition position = sun.position(i);
                double cos = Irradiance.cosIncidence(
                        surfaceTiltDeg, surfaceAzimuthDeg, position.apparentZenithDeg(), position.azimuthDeg());
                Transposition.Hour light = new Transposition.Hour(
                        weather.ghi(hour) * whileUp,
                        weather.dni(hour) * whileUp,
                        weather.dhi(hour) * whileUp,
                        Irradiance.extraterrestrialNormal(position.distanceAu()),
                        position.apparentZenithDeg());
                part.take(
                        hour,
                        1.0 / partsPerHour,
                        light.dni() * Math.max(0, cos),
                        model.sky(light, surfaceTiltDeg, cos),
                        ground * whileUp);
            }
        }
    }
}
