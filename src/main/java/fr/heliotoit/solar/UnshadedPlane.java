package fr.heliotoit.solar;

/**
 * A plane under an open sky through the hours of a year: irradiation, and what modules on it yield.
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
        void take(int hour, double weight, double cosIncidence, double direct, double sky, double ground);
    }

    /** Irradiation by month. */
    public PlaneOfArray irradiation(Transposition model, int partsPerHour) {
        PlaneOfArray sums = new PlaneOfArray();
        run(
                model,
                partsPerHour,
                (hour, weight, cos, direct, sky, ground) ->
                        sums.add(weather.month(hour), direct * weight, sky * weight, ground * weight));
        return sums;
    }

    /**
     * Yield by month, January first [kWh per kWc].
     *
     * @param ar angular loss coefficient of Martin and Ruiz, 0.16 for clean glass; direct and diffuse light lose each their share
     */
    public double[] yieldKWhPerKWp(
            Transposition model, int partsPerHour, double ar, CellTemperature temperature, PvWatts system) {
        double[] months = new double[12];
        IncidenceModifier glass = IncidenceModifier.martinRuiz(ar);
        IncidenceModifier.Diffuse diffuse = IncidenceModifier.Diffuse.martinRuiz(ar, surfaceTiltDeg);
        run(model, partsPerHour, (hour, weight, cos, direct, sky, ground) -> {
            double effective = direct * glass.at(cos) + sky * diffuse.sky() + ground * diffuse.ground();
            double cell = temperature.at(direct + sky + ground, weather.temperature(hour), weather.wind(hour));
            months[weather.month(hour) - 1] += system.ac(system.dc(effective, cell)) * weight;
        });
        return months;
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
                part.take(hour, 1, 0, 0, sky, ground);
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
                        cos,
                        light.dni() * Math.max(0, cos),
                        model.sky(light, surfaceTiltDeg, cos),
                        ground * whileUp);
            }
        }
    }
}
