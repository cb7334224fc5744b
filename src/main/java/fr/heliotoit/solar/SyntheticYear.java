package fr.heliotoit.solar;

import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A year of hours made from twelve monthly values, for a commune without weather file; always labelled synthetic. No chance is in it: the
 * same climate gives the same year. The steps, after J. Duffie and W. Beckman, "Solar Engineering of Thermal Processes", 4th ed. (2013),
 * chapter 2:
 *
 * <ol>
 *   <li>Clearness of the days of a month: distribution of P. Bendt, M. Collares-Pereira and A. Rabl, Solar Energy 27 (1981) 1–5, with the
 *       least clearness 0.05, the greatest by K. Hollands and R. Huget, Solar Energy 30 (1983) 195–209, and the exponent by M. Herzog (1985);
 *       one day per equal share of it, clear and dull days mixed in a fixed order.
 *   <li>Diffuse share of a day: Erbs, Klein and Duffie, Solar Energy 28 (1982) 293–302, daily correlation.
 *   <li>Hours of a day: global by M. Collares-Pereira and A. Rabl, Solar Energy 22 (1979) 155–164; diffuse by B. Liu and R. Jordan, Solar
 *       Energy 4 (1960) 1–19.
 *   <li>Temperature: monthly means joined by lines, with the daily course of D. Erbs, S. Klein and W. Beckman, ASHRAE Journal 25 (1983)
 *       60–65, whose range is 25.8 K − 5.21 kelvin for clearness K; each month's mean is kept.
 * </ol>
 *
 * The month's global irradiation is met exactly before the beam's upper limit at a low sun is applied.
 */
public final class SyntheticYear {
    /** A year that is none of the leap ones; only its calendar and sun matter. */
    private static final int YEAR = 2023;

    private static final int PARTS = 12;
    private static final double LEAST_CLEARNESS = 0.05;
    private static final double GREATEST_MONTHLY_CLEARNESS = 0.8;

    private final Climate climate;
    private final long start;
    private final double[] ghi = new double[8760];
    private final double[] dhi = new double[8760];
    private final double[] temperature = new double[8760];

    private SyntheticYear(Climate climate) {
        this.climate = climate;
        long zone = Math.round(climate.place().longitudeDeg() / 15);
        start = LocalDate.of(YEAR, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - zone * 3600;
    }

    /**
     * @param file name to say in messages
     * @throws Failure when a month has more sun than the sky can give
     */
    public static WeatherYear of(String file, Climate climate) throws Failure {
        SyntheticYear year = new SyntheticYear(climate);
        int firstDay = 0;
        for (int month = 1; month <= 12; month++) {
            int days = YearMonth.of(YEAR, month).lengthOfMonth();
            year.month(file, month, firstDay, days);
            firstDay += days;
        }
        WeatherBuilder builder = new WeatherBuilder(file, climate.place(), 8760);
        builder.note("solar.weather.note.synthetic", climate.name());
        if (!climate.verified()) {
            builder.note("solar.weather.note.unverified", climate.source());
        }
        for (int hour = 0; hour < 8760; hour++) {
            int month = LocalDate.ofYearDay(YEAR, hour / 24 + 1).getMonthValue();
            builder.hour(
                    hour,
                    year.start + (hour + 1) * 3600L,
                    month,
                    year.ghi[hour],
                    Double.NaN,
                    year.dhi[hour],
                    year.temperature[hour],
                    climate.months().get(month - 1).windMS());
        }
        return builder.build(climate.name() + " — " + climate.source(), "", true);
    }

    /**
     * One day seen from the sun.
     *
     * @param extraterrestrialWh on the horizontal [Wh/m²]
     * @param sunsetAngle half the day's length ωs [rad]
     * @param globalShare share of the day's global per hour
     * @param diffuseShare share of the day's diffuse per hour
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Day(double extraterrestrialWh, double sunsetAngle, double[] globalShare, double[] diffuseShare) {}

    private void month(String file, int month, int firstDay, int days) throws Failure {
        Day[] day = new Day[days];
        double extraterrestrial = 0;
        for (int d = 0; d < days; d++) {
            day[d] = day(firstDay + d);
            extraterrestrial += day[d].extraterrestrialWh;
        }
        double wanted = climate.months().get(month - 1).globalKWhM2() * 1000;
        double clearness = extraterrestrial > 0 ? wanted / extraterrestrial : wanted > 0 ? Double.MAX_VALUE : 0;
        if (clearness > GREATEST_MONTHLY_CLEARNESS) {
            throw Failure.of("solar.weather.toosunny", file, month);
        }
        double[] daily = new double[days];
        double sum = 0;
        for (int d = 0; d < days; d++) {
            // 11 has no common factor with 28, 30 or 31: every rank comes once.
            int rank = d * 11 % days;
            daily[d] = dailyClearness(clearness, (rank + 0.5) / days);
            sum += daily[d] * day[d].extraterrestrialWh;
        }
        for (int d = 0; d < days; d++) {
            double k = sum > 0 ? daily[d] * wanted / sum : 0;
            double global = k * day[d].extraterrestrialWh;
            double diffuse = global * dailyDiffuseFraction(k, day[d].sunsetAngle);
            for (int h = 0; h < 24; h++) {
                int hour = (firstDay + d) * 24 + h;
                ghi[hour] = global * day[d].globalShare[h];
                dhi[hour] = Math.min(ghi[hour], diffuse * day[d].diffuseShare[h]);
            }
        }
        temperatures(month, firstDay, days, clearness);
    }

    private Day day(int dayIndex) {
        double[] global = new double[24];
        double[] diffuse = new double[24];
        long midnight = start + dayIndex * 86400L;
        double deltaT = GeocentricSun.deltaTSeconds(YEAR);
        GeocentricSun noon = GeocentricSun.at(midnight + 43200.0, deltaT);
        double phi = Math.toRadians(climate.place().latitudeDeg());
        double sunset = Math.acos(Math.clamp(-Math.tan(phi) * Math.tan(Math.toRadians(noon.declinationDeg())), -1, 1));
        double a = 0.409 + 0.5016 * Math.sin(sunset - Math.PI / 3);
        double b = 0.6609 - 0.4767 * Math.sin(sunset - Math.PI / 3);
        double sumGlobal = 0;
        double sumDiffuse = 0;
        for (int part = 0; part < 24 * PARTS; part++) {
            double second = (part + 0.5) * 3600 / PARTS;
            double sin = SolarPosition.over(climate.place(), noon.rotated(second - 43200))
                    .sinElevation();
            if (sin > 0) {
                double solarHours = (midnight + second) % 86400 / 3600
                        + climate.place().longitudeDeg() / 15
                        + noon.equationOfTimeMin() / 60;
                double cosHourAngle = Math.cos((solarHours - 12) * Math.PI / 12);
                double weight = Math.max(0, a + b * cosHourAngle) * sin;
                global[part / PARTS] += weight;
                diffuse[part / PARTS] += sin;
                sumGlobal += weight;
                sumDiffuse += sin;
            }
        }
        for (int h = 0; h < 24 && sumDiffuse > 0; h++) {
            global[h] /= sumGlobal;
            diffuse[h] /= sumDiffuse;
        }
        double wh = Irradiance.extraterrestrialNormal(noon.distanceAu()) * sumDiffuse / PARTS;
        return new Day(wh, sunset, global, diffuse);
    }

    /** Clearness that a share of the days of a month stays below. */
    private static double dailyClearness(double mean, double share) {
        double greatest = 0.6313 + 0.267 * mean - 11.9 * Math.pow(mean - 0.75, 8);
        if (mean <= LEAST_CLEARNESS * 1.2 || mean >= greatest * 0.98) {
            return mean;
        }
        double xi = (greatest - LEAST_CLEARNESS) / (greatest - mean);
        double gamma = -1.498 + (1.184 * xi - 27.182 * Math.exp(-1.5 * xi)) / (greatest - LEAST_CLEARNESS);
        if (Math.abs(gamma) < 1e-6) {
            return LEAST_CLEARNESS + share * (greatest - LEAST_CLEARNESS);
        }
        return Math.log((1 - share) * Math.exp(gamma * LEAST_CLEARNESS) + share * Math.exp(gamma * greatest)) / gamma;
    }

    /** Erbs et al. 1982, daily. */
    static double dailyDiffuseFraction(double k, double sunsetAngle) {
        if (sunsetAngle <= Math.toRadians(81.4)) {
            return k < 0.715 ? 1 + k * (-0.2727 + k * (2.4495 + k * (-11.9514 + 9.3879 * k))) : 0.143;
        }
        return k < 0.722 ? 1 + k * (0.2832 + k * (-2.5557 + 0.8448 * k)) : 0.175;
    }

    private void temperatures(int month, int firstDay, int days, double clearness) {
        double mean = climate.months().get(month - 1).temperatureC();
        double before = climate.months().get((month + 10) % 12).temperatureC();
        double after = climate.months().get(month % 12).temperatureC();
        double range = Math.max(0, 25.8 * clearness - 5.21);
        double sum = 0;
        int hours = days * 24;
        for (int h = 0; h < hours; h++) {
            double position = (h + 0.5) / hours - 0.5;
            double level = mean + Math.abs(position) * ((position < 0 ? before : after) - mean);
            double t = 2 * Math.PI * (h % 24 + 0.5 - 1) / 24;
            double course = 0.4632 * Math.cos(t - 3.805)
                    + 0.0984 * Math.cos(2 * t - 0.360)
                    + 0.0168 * Math.cos(3 * t - 0.822)
                    + 0.0138 * Math.cos(4 * t - 3.513);
            temperature[firstDay * 24 + h] = level + range * course;
            sum += level + range * course;
        }
        for (int h = 0; h < hours; h++) {
            temperature[firstDay * 24 + h] += mean - sum / hours;
        }
    }
}
