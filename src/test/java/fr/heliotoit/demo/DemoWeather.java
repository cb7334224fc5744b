package fr.heliotoit.demo;

import fr.heliotoit.solar.ClearSky;
import fr.heliotoit.solar.Decomposition;
import fr.heliotoit.solar.Irradiance;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SolarPosition;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A made-up hourly year: a clear sky of ESRA behind clouds that change from day to day and hour to hour, scaled so that each month has
 * the global irradiation usual in northern France; direct and diffuse light by Erbs. In the EPW format, hours of UTC + 1.
 */
final class DemoWeather {
    /** Where the commune would lie. */
    static final Place PLACE = new Place(50.44, 2.81, 45);

    private static final int YEAR = 2001;
    private static final double LINKE = 3;
    /** Monthly global irradiation on the horizontal [kWh/m²], orders of magnitude for northern France. */
    private static final double[] GLOBAL = {22, 38, 77, 118, 145, 152, 153, 131, 92, 56, 27, 18};

    private static final double[] TEMPERATURE = {3.5, 4.0, 6.8, 9.5, 13.0, 16.0, 18.0, 18.0, 15.3, 11.5, 7.0, 4.2};
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DemoWeather() {}

    static String epw() {
        StringBuilder text = new StringBuilder();
        text.append("LOCATION,Saint-Soleil-en-Artois (donnees synthetiques),Artois,FRA,Heliotoit demo,999999,")
                .append(PLACE.latitudeDeg())
                .append(',')
                .append(PLACE.longitudeDeg())
                .append(",1.0,")
                .append(PLACE.altitudeM())
                .append('\n');
        text.append(
                "DESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\n");
        text.append(
                "COMMENTS 1,Annee entierement synthetique produite par le generateur de la commune de demonstration\n");
        text.append("COMMENTS 2,Sommes mensuelles usuelles dans le nord de la France\n");
        text.append("DATA PERIODS,1,1,Data,Monday,1/1,12/31\n");
        int dayOfYear = 0;
        for (int month = 0; month < 12; month++) {
            month(text, month, dayOfYear);
            dayOfYear += DAYS[month];
        }
        return text.toString();
    }

    private static void month(StringBuilder text, int month, int daysBefore) {
        int hours = DAYS[month] * 24;
        double[] clear = new double[hours];
        double[] cloud = new double[hours];
        SolarPosition[] sun = new SolarPosition[hours];
        for (int h = 0; h < hours; h++) {
            int day = daysBefore + h / 24;
            LocalDateTime middle = LocalDateTime.of(YEAR, 1, 1, 0, 30)
                    .plusDays(day)
                    .plusHours(h % 24)
                    .minusHours(1);
            sun[h] = SolarPosition.at(middle.toEpochSecond(ZoneOffset.UTC), PLACE);
            ClearSky sky = ClearSky.esra(90 - sun[h].apparentZenithDeg(), LINKE, PLACE.altitudeM(), day + 1);
            clear[h] = sky.ghi();
            double weather = Noise.smooth(71, day, 0.5, 2.3);
            // Days are mostly either fair or dull.
            double front = 0.55 + 0.62 * weather / (0.4 + Math.abs(weather));
            double passing = 0.22 * Noise.smooth(72, day * 24 + h % 24, 0.5, 1.7);
            cloud[h] = Math.clamp(front + passing, 0.1, 1.05);
        }
        double factor = scale(clear, cloud, GLOBAL[month] * 1000);
        for (int h = 0; h < hours; h++) {
            double ghi = Math.min(clear[h] * 1.03, clear[h] * cloud[h] * factor);
            Decomposition.Parts parts =
                    Decomposition.erbs(ghi, sun[h].zenithDeg(), Irradiance.extraterrestrialNormal(sun[h].distanceAu()));
            hour(text, month, h, ghi, parts, temperature(month, h, daysBefore + h / 24));
        }
    }

    /** The factor on the clouds with which the month's sum is right; clouds cannot make more than a clear sky. */
    private static double scale(double[] clear, double[] cloud, double wanted) {
        double low = 0;
        double high = 20;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int h = 0; h < clear.length; h++) {
                sum += Math.min(clear[h] * 1.03, clear[h] * cloud[h] * middle);
            }
            if (sum < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double temperature(int month, int h, int day) {
        double daily = 3.4 * Noise.smooth(73, day, 0.5, 3.1);
        double hourly = 3.1 * StrictMath.sin((h % 24 - 9) * Math.PI / 12);
        return TEMPERATURE[month] + daily + hourly;
    }

    private static void hour(
            StringBuilder text, int month, int h, double ghi, Decomposition.Parts parts, double temperature) {
        text.append(YEAR)
                .append(',')
                .append(month + 1)
                .append(',')
                .append(h / 24 + 1)
                .append(',')
                .append(h % 24 + 1);
        text.append(",60,?,").append(DemoFiles.number(temperature, 1)).append(",99.9,999,999999,9999,9999,9999,");
        text.append(Math.round(ghi))
                .append(',')
                .append(Math.round(parts.dni()))
                .append(',')
                .append(Math.round(parts.dhi()));
        text.append(",999999,999999,999999,9999,999,3.5,99,99,9999,99999,9,999999999,999,.999,999,99,999,999,99\n");
    }
}
