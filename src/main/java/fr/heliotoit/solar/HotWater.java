package fr.heliotoit.solar;

/**
 * A solar water heater through the hours of a year: collectors, one stirred tank, draws of the users. The rest is heated by something else
 * after the tank.
 *
 * <p>Cold water follows the air of the place: J. Burch and C. Christensen, "Towards development of an algorithm for mains water
 * temperature", Proc. ASES (2007).
 *
 * @param areaM2 of the collectors [m²]
 * @param tankL water in the tank [l]
 * @param lossWPerK of the tank to its room [W/K]
 * @param users people
 * @param litresPerUserDay at {@code setC} [l]
 * @param setC temperature asked for [°C]
 * @param mostC above it the tank takes no more heat [°C]
 */
public record HotWater(
        double areaM2,
        double tankL,
        double lossWPerK,
        double users,
        double litresPerUserDay,
        double setC,
        double mostC) {
    /** Heat of water [Wh/l/K]. */
    private static final double WH_PER_L_K = 1.163;

    private static final double ROOM_C = 18;

    /** Fluid above the tank's water in the collector: half of a usual rise [K]. */
    private static final double MEAN_RISE_K = 5;

    /** Steps per hour: the tank of a house then changes by a few kelvin per step. */
    private static final int STEPS = 4;

    /** Share of the day's draw by hour of local solar time: mornings and evenings; sums up to 1. */
    private static final double[] DRAW = {
        0.01, 0.01, 0.01, 0.01, 0.01, 0.03, 0.09, 0.12, 0.08, 0.05, 0.04, 0.04,
        0.05, 0.04, 0.03, 0.03, 0.03, 0.04, 0.06, 0.08, 0.06, 0.04, 0.03, 0.01
    };

    public HotWater {
        if (!(areaM2 > 0 && tankL > 0 && lossWPerK >= 0 && users > 0 && litresPerUserDay > 0)
                || !(setC > 20 && setC <= mostC && mostC < 100)) {
            throw new IllegalArgumentException(areaM2 + " m² " + tankL + " l " + users + " " + setC + " °C");
        }
    }

    /**
     * Energies of a year, January first [kWh].
     *
     * @param demand heat that the users' water needs
     * @param solar part of it that the tank gave
     * @param collected heat that the collectors gave to the tank, losses not yet taken off
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Year(double[] demand, double[] solar, double[] collected) {
        /** Share of the demand that the sun covers, 0–1. */
        public double solarFraction() {
            return sum(solar) / sum(demand);
        }

        public double solarKWh() {
            return sum(solar);
        }

        public double demandKWh() {
            return sum(demand);
        }

        public double collectedKWh() {
            return sum(collected);
        }

        private static double sum(double[] months) {
            double sum = 0;
            for (double month : months) {
                sum += month;
            }
            return sum;
        }
    }

    /**
     * @param light of the weather year, one sun position per hour
     * @param surfaceTiltDeg of the collectors [°]
     * @param surfaceAzimuthDeg of the collectors, north 0, clockwise [°]
     * @param shade light that arrives as a share of the open plane's, by month
     */
    public Year run(
            LightHours light, double surfaceTiltDeg, double surfaceAzimuthDeg, double[] shade, Collector collector) {
        WeatherYear weather = light.weather();
        double[] absorbed = absorbed(light, surfaceTiltDeg, surfaceAzimuthDeg, collector);
        MainsWater mains = MainsWater.of(weather);
        Year year = new Year(new double[12], new double[12], new double[12]);
        double tank = setC;
        // The first pass only brings the tank to where a year leaves it.
        for (int pass = 0; pass < 2; pass++) {
            for (int hour = 0; hour < weather.hours(); hour++) {
                int month = weather.month(hour) - 1;
                double cold = mains.at(hour);
                double wanted = users * litresPerUserDay * DRAW[localHour(weather, hour)] / STEPS;
                for (int step = 0; step < STEPS; step++) {
                    double heat = tank >= mostC
                            ? 0
                            : collector.heat(
                                            absorbed[hour] * shade[month],
                                            tank + MEAN_RISE_K,
                                            weather.temperature(hour))
                                    * areaM2
                                    / STEPS;
                    double drawn = wanted * WH_PER_L_K * Math.max(0, Math.min(tank, setC) - cold);
                    double lost = lossWPerK * (tank - ROOM_C) / STEPS;
                    tank += (heat - drawn - lost) / (tankL * WH_PER_L_K);
                    if (pass == 1) {
                        year.demand[month] += wanted * WH_PER_L_K * Math.max(0, setC - cold) / 1000;
                        year.solar[month] += drawn / 1000;
                        year.collected[month] += heat / 1000;
                    }
                }
            }
        }
        return year;
    }

    /** Mean solar time, good enough for draws. */
    private static int localHour(WeatherYear weather, int hour) {
        double hours =
                weather.midEpochSecond(hour, 0, 1) / 3600 + weather.place().longitudeDeg() / 15;
        return (int) Math.floorMod((long) Math.floor(hours), 24L);
    }

    private static double[] absorbed(LightHours light, double tiltDeg, double azimuthDeg, Collector collector) {
        double tilt = Math.toRadians(tiltDeg);
        double azimuth = Math.toRadians(azimuthDeg);
        double east = Math.sin(tilt) * Math.sin(azimuth);
        double north = Math.sin(tilt) * Math.cos(azimuth);
        double up = Math.cos(tilt);
        double[] hours = new double[light.weather().hours()];
        for (int i = 0; i < light.count; i++) {
            double cos = Math.max(0, east * light.east[i] + north * light.north[i] + up * light.up[i]);
            // Light from around the sun comes from its direction.
            double beam = (light.directNormal[i] + light.circumsolarNormal[i]) * cos;
            double rest = Math.max(0, light.even[i] * (1 + up) / 2 + light.ring[i] * Math.sin(tilt))
                    + light.global[i] * light.albedo() * (1 - up) / 2;
            hours[light.hour[i]] += collector.absorbed(beam, rest, cos) * light.weightH[i];
        }
        return hours;
    }
}
