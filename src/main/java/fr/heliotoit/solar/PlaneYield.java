package fr.heliotoit.solar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What modules on a plane yield, hour by hour: light on the plane, reflection (Martin and Ruiz), cell temperature (Faiman), power and
 * inverter with its clipping (PVWatts). The chain of pvlib's {@code ModelChain} with {@code perez}, {@code martin_ruiz}, {@code faiman}
 * and {@code pvwatts}; diffuse light from around the sun loses its reflection share as the rest of the sky's does.
 *
 * <p>A plane in the shade is given its monthly irradiation, as the cells of the surface model yield it: each month's hours are scaled to
 * it before modules and inverter see them. The energy of the month is then that of the shaded plane; within the month the shade is
 * spread over all hours, which is an approximation.
 *
 * @param hourlyKWhPerKWp energy at the meter, per hour of the weather year
 * @param monthlyKWhPerKWp the same by month, January first
 * @param monthlyKWhM2 light on the plane by month [kWh/m²]
 * @param clippedKWhPerKWp what the inverter's limit cost in the year
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlaneYield(
        float[] hourlyKWhPerKWp, double[] monthlyKWhPerKWp, double[] monthlyKWhM2, double clippedKWhPerKWp) {

    /**
     * @param surfaceTiltDeg 0–90 [°]
     * @param surfaceAzimuthDeg direction it faces, north 0, clockwise [°]
     * @param shadedKWhM2 the plane's monthly irradiation, January first [kWh/m²]; null for an open plane
     */
    public static PlaneYield of(
            LightHours light,
            double surfaceTiltDeg,
            double surfaceAzimuthDeg,
            double @Nullable [] shadedKWhM2,
            PvSystem system) {
        return ofRoof(light, List.of(new Facing(surfaceTiltDeg, surfaceAzimuthDeg, 1)), shadedKWhM2, system);
    }

    /**
     * One of the directions that a roof's modules face.
     *
     * @param surfaceTiltDeg 0–90 [°]
     * @param surfaceAzimuthDeg north 0, clockwise [°]
     * @param share of the roof's power, 0–1
     */
    public record Facing(double surfaceTiltDeg, double surfaceAzimuthDeg, double share) {
        public Facing {
            if (!(surfaceTiltDeg >= 0 && surfaceTiltDeg <= 90)
                    || !Double.isFinite(surfaceAzimuthDeg)
                    || !(share >= 0)) {
                throw new IllegalArgumentException(surfaceTiltDeg + "° " + surfaceAzimuthDeg + "° " + share);
            }
        }
    }

    /**
     * Modules that face several directions, each with an inverter of its own.
     *
     * @param facings shares add up to 1
     * @param shadedKWhM2 mean monthly irradiation of the facings, weighted by their shares [kWh/m²]; null in the open
     */
    public static PlaneYield ofRoof(
            LightHours light, List<Facing> facings, double @Nullable [] shadedKWhM2, PvSystem system) {
        float[][] poa = new float[facings.size()][light.count];
        float[][] effective = new float[facings.size()][light.count];
        double[] open = new double[12];
        for (int f = 0; f < facings.size(); f++) {
            Facing facing = facings.get(f);
            double[] own =
                    light(light, facing.surfaceTiltDeg, facing.surfaceAzimuthDeg, system.ar(), poa[f], effective[f]);
            for (int m = 0; m < 12; m++) {
                open[m] += own[m] * facing.share;
            }
        }
        double[] months = shadedKWhM2 == null ? open : shadedKWhM2.clone();
        double[] factor = new double[12];
        for (int m = 0; m < 12; m++) {
            factor[m] = open[m] > 0 ? months[m] / open[m] : 0;
        }
        PlaneYield sum = new PlaneYield(new float[light.weather().hours()], new double[12], months, 0);
        for (int f = 0; f < facings.size(); f++) {
            sum = sum.plus(light, poa[f], effective[f], factor, facings.get(f).share, system);
        }
        return sum;
    }

    private PlaneYield plus(
            LightHours light, float[] poa, float[] effective, double[] factor, double share, PvSystem system) {
        WeatherYear weather = light.weather();
        CellTemperature temperature = CellTemperature.faiman(system.u0(), system.u1());
        PvWatts electrics = system.electrics();
        double limit = electrics.greatestAc();
        double clipped = 0;
        for (int i = 0; i < light.count; i++) {
            int hour = light.hour[i];
            int month = weather.month(hour) - 1;
            double cell = temperature.at(poa[i] * factor[month], weather.temperature(hour), weather.wind(hour));
            double dc = electrics.dc(effective[i] * factor[month], cell);
            double ac = electrics.ac(dc);
            if (ac >= limit) {
                clipped += Math.max(0, electrics.unlimitedAc(dc) - ac) * light.weightH[i] * share;
            }
            double energy = ac * light.weightH[i] * share;
            hourlyKWhPerKWp[hour] += (float) energy;
            monthlyKWhPerKWp[month] += energy;
        }
        return new PlaneYield(hourlyKWhPerKWp, monthlyKWhPerKWp, monthlyKWhM2, clippedKWhPerKWp + clipped);
    }

    /** Light on the plane and behind the glass per entry [W/m²]; returns the months' sums [kWh/m²]. */
    private static double[] light(
            LightHours light, double tiltDeg, double azimuthDeg, double ar, float[] poa, float[] effective) {
        double tilt = Math.toRadians(tiltDeg);
        double azimuth = Math.toRadians(azimuthDeg);
        double east = Math.sin(tilt) * Math.sin(azimuth);
        double north = Math.sin(tilt) * Math.cos(azimuth);
        double up = Math.cos(tilt);
        double skyShare = (1 + up) / 2;
        double ringShare = Math.sin(tilt);
        double groundShare = light.albedo() * (1 - up) / 2;
        IncidenceModifier glass = IncidenceModifier.martinRuiz(ar);
        IncidenceModifier.Diffuse diffuse = IncidenceModifier.Diffuse.martinRuiz(ar, tiltDeg);
        double[] months = new double[12];
        for (int i = 0; i < light.count; i++) {
            double cos = Math.max(0, east * light.east[i] + north * light.north[i] + up * light.up[i]);
            double direct = light.directNormal[i] * cos;
            double sky = Math.max(
                    0, light.even[i] * skyShare + light.circumsolarNormal[i] * cos + light.ring[i] * ringShare);
            double ground = light.global[i] * groundShare;
            double all = direct + sky + ground;
            poa[i] = (float) all;
            effective[i] = (float) (direct * glass.at(cos) + sky * diffuse.sky() + ground * diffuse.ground());
            months[light.weather().month(light.hour[i]) - 1] += all * light.weightH[i] / 1000;
        }
        return months;
    }

    /** Yearly production per installed power [kWh/kWc]. */
    public double yearKWhPerKWp() {
        double sum = 0;
        for (double month : monthlyKWhPerKWp) {
            sum += month;
        }
        return sum;
    }

    /** Yearly light on the plane [kWh/m²]. */
    public double yearKWhM2() {
        double sum = 0;
        for (double month : monthlyKWhM2) {
            sum += month;
        }
        return sum;
    }

    /** Yield over light: the performance ratio of IEC 61724-1; NaN in the dark. */
    public double performanceRatio() {
        return yearKWhM2() > 0 ? yearKWhPerKWp() / yearKWhM2() : Double.NaN;
    }
}
