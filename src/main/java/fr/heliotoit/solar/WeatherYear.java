package fr.heliotoit.solar;

import fr.heliotoit.text.Message;
import java.util.List;

/**
 * A year of hourly weather at a place; immutable.
 *
 * <p>Hour {@code i} is the mean over the 3600 s that end at {@link #endEpochSecond(int)} (UTC), whatever convention the file had: readers
 * convert. Several sun positions can thus be taken inside each hour. A typical year (TMY) is put together from months of different years,
 * so instants may jump between months; {@link #month(int)} is the month the file books the hour under, in local standard time, and
 * never falls from one hour to the next.
 */
public final class WeatherYear {
    /** Length of the averaging interval [s]. */
    public static final int INTERVAL_S = 3600;

    private final Place place;
    private final Origin origin;
    private final long[] endEpochSecond;
    private final byte[] month;
    private final double[] ghi;
    private final double[] dni;
    private final double[] dhi;
    private final double[] temperature;
    private final double[] wind;

    /**
     * Where the figures come from.
     *
     * @param source file or database, to be printed
     * @param vintage years or database version, to be printed; may be empty
     * @param synthetic whether the hours were generated rather than measured, modelled from satellite, or chosen from such
     * @param notes what the reader had to do to the file (hours filled, time zone put right, DNI calculated), in sentences
     */
    public record Origin(String source, String vintage, boolean synthetic, List<Message> notes) {
        public Origin {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param endEpochSecond end of each hour [s since 1970-01-01T00:00Z]
     * @param month 1–12 per hour, not falling
     * @param ghi global horizontal irradiance, mean of the hour [W/m²]
     * @param dni direct normal irradiance, mean of the hour over its 3600 s [W/m²]
     * @param dhi diffuse horizontal irradiance, mean of the hour [W/m²]
     * @param temperature air temperature [°C]
     * @param wind wind speed at 10 m [m/s]
     * @throws IllegalArgumentException when lengths differ, are not 8760 or 8784, a value is not finite, or an irradiance or wind is negative
     */
    public WeatherYear(
            Place place,
            Origin origin,
            long[] endEpochSecond,
            byte[] month,
            double[] ghi,
            double[] dni,
            double[] dhi,
            double[] temperature,
            double[] wind) {
        this.place = place;
        this.origin = origin;
        this.endEpochSecond = endEpochSecond.clone();
        this.month = month.clone();
        this.ghi = positive("ghi", ghi);
        this.dni = positive("dni", dni);
        this.dhi = positive("dhi", dhi);
        this.temperature = finite("temperature", temperature);
        this.wind = positive("wind", wind);
        int hours = endEpochSecond.length;
        if (hours != 8760 && hours != 8784) {
            throw new IllegalArgumentException(hours + " hours");
        }
        if (month.length != hours
                || ghi.length != hours
                || dni.length != hours
                || dhi.length != hours
                || temperature.length != hours
                || wind.length != hours) {
            throw new IllegalArgumentException("series of different lengths");
        }
        for (int i = 0; i < hours; i++) {
            if (month[i] < (i == 0 ? 1 : month[i - 1]) || month[i] > 12) {
                throw new IllegalArgumentException("month " + month[i] + " in hour " + i);
            }
        }
    }

    private static double[] finite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " " + values[i] + " in hour " + i);
            }
        }
        return values.clone();
    }

    private static double[] positive(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                throw new IllegalArgumentException(name + " " + values[i] + " in hour " + i);
            }
        }
        return finite(name, values);
    }

    public Place place() {
        return place;
    }

    public Origin origin() {
        return origin;
    }

    /** 8760 or 8784. */
    public int hours() {
        return ghi.length;
    }

    /** End of hour {@code i} [s since 1970-01-01T00:00Z]; it began {@link #INTERVAL_S} before. */
    public long endEpochSecond(int i) {
        return endEpochSecond[i];
    }

    /** Instant in the middle of sub-interval {@code part} of {@code parts} equal ones of hour {@code i} [s since 1970-01-01T00:00Z]. */
    public double midEpochSecond(int i, int part, int parts) {
        return endEpochSecond[i] - INTERVAL_S + (part + 0.5) * INTERVAL_S / parts;
    }

    /** Month of hour {@code i}, 1–12. */
    public int month(int i) {
        return month[i];
    }

    /** Global horizontal irradiance [W/m²]. */
    public double ghi(int i) {
        return ghi[i];
    }

    /** Direct normal irradiance [W/m²]. */
    public double dni(int i) {
        return dni[i];
    }

    /** Diffuse horizontal irradiance [W/m²]. */
    public double dhi(int i) {
        return dhi[i];
    }

    /** Air temperature [°C]. */
    public double temperature(int i) {
        return temperature[i];
    }

    /** Wind speed at 10 m [m/s]. */
    public double wind(int i) {
        return wind[i];
    }

    /** Yearly global irradiation on the horizontal [kWh/m²]. */
    public double horizontalKWhM2() {
        double sum = 0;
        for (double g : ghi) {
            sum += g;
        }
        return sum / 1000;
    }

    /** Monthly global irradiation on the horizontal, January first [kWh/m²]. */
    public double[] monthlyHorizontalKWhM2() {
        double[] sums = new double[12];
        for (int i = 0; i < ghi.length; i++) {
            sums[month[i] - 1] += ghi[i] / 1000;
        }
        return sums;
    }
}
