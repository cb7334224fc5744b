package fr.heliotoit.solar;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a {@link WeatherYear} of the hours of a file, where some may be missing; whatever is put in is noted in the year's origin.
 *
 * <ul>
 *   <li>Global missing, direct and diffuse there: summed. Direct or diffuse missing: from the other two, else by {@link Decomposition#erbsDiffuseFraction}.
 *   <li>Nothing there: 0 when the sun is down, else the same hour of the nearest day that has it, up to 5 % of the sunny hours.
 *   <li>Temperature missing: interpolated, up to 20 % of the hours. Wind missing: interpolated, or 1 m/s when the file has none at all.
 * </ul>
 */
public final class WeatherBuilder {
    /** More missing sunny hours than this and the file is refused. */
    private static final double LARGEST_MISSING_SHARE = 0.05;

    private static final double LARGEST_MISSING_TEMPERATURE = 0.20;
    private static final double WIND_WITHOUT_DATA_M_S = 1;

    /** No hourly mean on Earth is above this [W/m²]; what is, is a missing code or a slip. */
    private static final double IMPOSSIBLE_W_M2 = 1600;

    /** Sun positions per hour for the hour's mean: as many as the sky tables take. */
    private static final int PARTS = 12;

    /** The beam cannot be stronger than this share of the extraterrestrial: what a low sun would need more is diffuse. */
    private static final double LARGEST_BEAM_SHARE = 0.85;

    private final String file;
    private final Place place;
    private final List<Message> notes = new ArrayList<>();
    private final long[] end;
    private final byte[] month;
    private final double[] ghi;
    private final double[] dni;
    private final double[] dhi;
    private final double[] temperature;
    private final double[] wind;

    /**
     * @param file name to say in messages
     * @param place where sun positions are to be taken
     * @param hours rows in the file
     * @throws Failure when they are not 8760 or 8784
     */
    public WeatherBuilder(String file, Place place, int hours) throws Failure {
        if (hours == 0) {
            throw Failure.of("solar.weather.empty", file);
        }
        if (hours != 8760 && hours != 8784) {
            throw Failure.of("solar.weather.hours", file, Formats.number(hours));
        }
        this.file = file;
        this.place = place;
        end = new long[hours];
        month = new byte[hours];
        ghi = new double[hours];
        dni = new double[hours];
        dhi = new double[hours];
        temperature = new double[hours];
        wind = new double[hours];
    }

    public void note(String key, Object... arguments) {
        notes.add(Message.of(key, arguments));
    }

    /** One hour; units and meaning as in {@link WeatherYear}, NaN where missing. */
    public void hour(
            int i,
            long endEpochSecond,
            int month,
            double ghi,
            double dni,
            double dhi,
            double temperature,
            double wind) {
        end[i] = endEpochSecond;
        this.month[i] = (byte) month;
        this.ghi[i] = irradiance(ghi);
        this.dni[i] = irradiance(dni);
        this.dhi[i] = irradiance(dhi);
        this.temperature[i] = Math.abs(temperature) < 70 ? temperature : Double.NaN;
        this.wind[i] = wind >= 0 && wind < 100 ? wind : Double.NaN;
    }

    private static double irradiance(double value) {
        // Pyranometers read a few watts below zero at night; that is no sun, not an error.
        return value >= -30 && value <= IMPOSSIBLE_W_M2 ? Math.max(0, value) : Double.NaN;
    }

    /** @throws Failure when too much is missing */
    public WeatherYear build(String source, String vintage, boolean synthetic) throws Failure {
        for (int i = 1; i < month.length; i++) {
            if (month[i] < month[i - 1]) {
                throw Failure.of("solar.weather.order", file, i + 1);
            }
        }
        Sun[] suns = new Sun[end.length];
        for (int i = 0; i < end.length; i++) {
            suns[i] = sun(end[i] - WeatherYear.INTERVAL_S / 2.0);
        }
        fillIrradiance(suns);
        separate(suns);
        fillTemperature();
        fillWind();
        double total = Arrays.stream(ghi).sum();
        if (!(total > 0)) {
            throw Failure.of("solar.weather.nosun", file);
        }
        return new WeatherYear(
                place,
                new WeatherYear.Origin(source, vintage, synthetic, notes),
                end,
                month,
                ghi,
                dni,
                dhi,
                temperature,
                wind);
    }

    /**
     * The sun in an hour.
     *
     * @param extraterrestrialNormal [W/m²]
     * @param upShare share of the hour in which it is up, 0–1
     * @param sinElevation mean of the sine of its elevation while it is up; 0 when it never is
     */
    private record Sun(double extraterrestrialNormal, double upShare, double sinElevation) {
        boolean down() {
            return upShare == 0;
        }
    }

    private Sun sun(double middleSecond) {
        double deltaT = GeocentricSun.deltaTSeconds(1970 + middleSecond / (365.2425 * 86400));
        GeocentricSun middle = GeocentricSun.at(middleSecond, deltaT);
        int up = 0;
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double offset = ((part + 0.5) / PARTS - 0.5) * WeatherYear.INTERVAL_S;
            double sin = SolarPosition.over(place, middle.rotated(offset)).sinElevation();
            if (sin > 0) {
                up++;
                sum += sin;
            }
        }
        return new Sun(
                Irradiance.extraterrestrialNormal(middle.distanceAu()), up / (double) PARTS, up == 0 ? 0 : sum / up);
    }

    private void fillIrradiance(Sun[] suns) throws Failure {
        int sunny = 0;
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < ghi.length; i++) {
            if (!suns[i].down()) {
                sunny++;
            }
            if (Double.isNaN(ghi[i]) && !Double.isNaN(dni[i]) && !Double.isNaN(dhi[i])) {
                ghi[i] = dhi[i] + dni[i] * suns[i].sinElevation();
            }
            if (Double.isNaN(ghi[i])) {
                if (suns[i].down()) {
                    ghi[i] = dni[i] = dhi[i] = 0;
                } else {
                    missing.add(i);
                }
            }
        }
        if (missing.size() > LARGEST_MISSING_SHARE * sunny) {
            throw Failure.of("solar.weather.missing", file, Formats.number(missing.size()), Formats.number(sunny));
        }
        double[] known = ghi.clone();
        for (int i : missing) {
            int from = nearestDay(known, i);
            if (from < 0) {
                throw Failure.of("solar.weather.missing", file, Formats.number(missing.size()), Formats.number(sunny));
            }
            ghi[i] = known[from];
            dni[i] = Double.NaN;
            dhi[i] = Double.NaN;
        }
        if (!missing.isEmpty()) {
            note("solar.weather.note.filled", Formats.number(missing.size()));
        }
    }

    /** The same hour of the nearest day that has a value; −1 when there is none within 60 days. */
    private static int nearestDay(double[] values, int i) {
        for (int days = 1; days <= 60; days++) {
            for (int j : new int[] {i - 24 * days, i + 24 * days}) {
                if (j >= 0 && j < values.length && !Double.isNaN(values[j])) {
                    return j;
                }
            }
        }
        return -1;
    }

    private void separate(Sun[] suns) {
        int decomposed = 0;
        for (int i = 0; i < ghi.length; i++) {
            if (!Double.isNaN(dni[i]) && !Double.isNaN(dhi[i])) {
                continue;
            }
            if (suns[i].down()) {
                dni[i] = 0;
                dhi[i] = ghi[i];
                continue;
            }
            if (Double.isNaN(dhi[i])) {
                if (Double.isNaN(dni[i])) {
                    double clearness =
                            ghi[i] / (suns[i].extraterrestrialNormal() * suns[i].upShare() * suns[i].sinElevation());
                    dhi[i] = ghi[i] * Decomposition.erbsDiffuseFraction(clearness);
                    decomposed++;
                } else {
                    dhi[i] = Math.max(0, ghi[i] - dni[i] * suns[i].sinElevation());
                }
            }
            if (Double.isNaN(dni[i])) {
                double strongest = LARGEST_BEAM_SHARE * suns[i].extraterrestrialNormal() * suns[i].upShare();
                dni[i] = Math.max(0, ghi[i] - dhi[i]) / suns[i].sinElevation();
                if (dni[i] > strongest) {
                    dni[i] = strongest;
                    dhi[i] = ghi[i] - dni[i] * suns[i].sinElevation();
                }
            }
        }
        if (decomposed > 0) {
            note("solar.weather.note.decomposed", Formats.number(decomposed));
        }
    }

    private void fillTemperature() throws Failure {
        int missing = interpolate(temperature);
        if (missing > LARGEST_MISSING_TEMPERATURE * temperature.length) {
            throw Failure.of("solar.weather.temperature", file, Formats.number(missing));
        }
        if (missing > 0) {
            note("solar.weather.note.temperature", Formats.number(missing));
        }
    }

    private void fillWind() {
        int missing = interpolate(wind);
        if (missing == wind.length) {
            Arrays.fill(wind, WIND_WITHOUT_DATA_M_S);
            note("solar.weather.note.nowind", Formats.number(WIND_WITHOUT_DATA_M_S, 0));
        } else if (missing > 0) {
            note("solar.weather.note.wind", Formats.number(missing));
        }
    }

    /** Fills gaps on a straight line, the ends with the nearest value; returns how many were missing. */
    private static int interpolate(double[] values) {
        int missing = 0;
        int before = -1;
        for (int i = 0; i <= values.length; i++) {
            if (i < values.length && Double.isNaN(values[i])) {
                missing++;
                continue;
            }
            for (int j = before + 1; j < i; j++) {
                if (before < 0 && i == values.length) {
                    return missing;
                } else if (before < 0) {
                    values[j] = values[i];
                } else if (i == values.length) {
                    values[j] = values[before];
                } else {
                    values[j] = values[before] + (values[i] - values[before]) * (j - before) / (i - before);
                }
            }
            before = i;
        }
        return missing;
    }
}
