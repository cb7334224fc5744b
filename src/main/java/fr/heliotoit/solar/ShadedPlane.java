package fr.heliotoit.solar;

/**
 * A plane behind a horizon through the hours of a year, with the sky of {@link PerezSky}: what {@link SkyTables} sum up for every cell of a
 * surface, hour by hour for one plane, with reflection, cell temperature and inverter.
 *
 * @param weather the year
 * @param surfaceTiltDeg 0–90 [°]
 * @param surfaceAzimuthDeg direction it faces, north 0, clockwise [°]
 * @param albedo of the ground, 0–1
 * @param horizon of the place
 * @param shadedSky whether the horizon hides diffuse light too; PVGIS lets it hide the sun only
 */
public record ShadedPlane(
        WeatherYear weather,
        double surfaceTiltDeg,
        double surfaceAzimuthDeg,
        double albedo,
        HorizonProfile horizon,
        boolean shadedSky) {

    /**
     * @param irradiation of the year in the plane [kWh/m²]
     * @param dcKWhPerKWp of the modules
     * @param acKWhPerKWp at the meter
     */
    public record Year(double irradiation, double dcKWhPerKWp, double acKWhPerKWp) {}

    /**
     * @param suns of the weather year
     * @param ar angular loss coefficient of Martin and Ruiz, 0.16 for clean glass
     */
    public Year run(SunPath suns, double ar, CellTemperature temperature, PvWatts system) {
        IncidenceModifier glass = IncidenceModifier.martinRuiz(ar);
        IncidenceModifier.Diffuse diffuseGlass = IncidenceModifier.Diffuse.martinRuiz(ar, surfaceTiltDeg);
        HorizonProfile seen = shadedSky ? horizon : HorizonProfile.OPEN;
        double skyShare = seen.sky(surfaceTiltDeg, surfaceAzimuthDeg);
        double ringShare = seen.ring(surfaceTiltDeg, surfaceAzimuthDeg);
        double light = 0;
        double dcSum = 0;
        double acSum = 0;
        int partsPerHour = suns.parts();
        for (int hour = 0; hour < weather.hours(); hour++) {
            if (weather.ghi(hour) == 0 && weather.dni(hour) == 0) {
                continue;
            }
            int up = suns.up(hour);
            double whileUp = (double) partsPerHour / Math.max(1, up);
            double ground = Transposition.ground(weather.ghi(hour), albedo, surfaceTiltDeg) * whileUp;
            for (int i = 0; i < up; i++) {
                SolarPosition position = suns.position(hour, i);
                double cos = Math.max(
                        0,
                        Irradiance.cosIncidence(
                                surfaceTiltDeg,
                                surfaceAzimuthDeg,
                                position.apparentZenithDeg(),
                                position.azimuthDeg()));
                double dni = weather.dni(hour) * whileUp;
                double dhi = weather.dhi(hour) * whileUp;
                PerezSky sky = PerezSky.of(
                        dhi,
                        dni,
                        Irradiance.extraterrestrialNormal(position.distanceAu()),
                        position.apparentZenithDeg());
                double visible = cos > 0 && horizon.sees(position) ? 1 : 0;
                double beam = visible * cos * (dni + sky.circumsolarNormal());
                double diffuse = Math.max(0, dhi * ((1 - sky.f1()) * skyShare + sky.f2() * ringShare));
                double poa = beam + diffuse + ground;
                double effective = beam * glass.at(cos) + diffuse * diffuseGlass.sky() + ground * diffuseGlass.ground();
                double cell = temperature.at(poa, weather.temperature(hour), weather.wind(hour));
                light += poa / partsPerHour;
                double dc = system.dc(effective, cell);
                dcSum += dc / partsPerHour;
                acSum += system.ac(dc) / partsPerHour;
            }
        }
        return new Year(light / 1000, dcSum, acSum);
    }
}
