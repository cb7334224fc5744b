package fr.heliotoit.solar;

/**
 * Temperature of the water that arrives in a building: a yearly wave behind that of the air (J. Burch and C. Christensen, ASES 2007; their
 * figures are in °F).
 */
final class MainsWater {
    private final double meanC;
    private final double amplitudeK;
    private final double lagDays;
    private final int hours;

    private MainsWater(double meanC, double amplitudeK, double lagDays, int hours) {
        this.meanC = meanC;
        this.amplitudeK = amplitudeK;
        this.lagDays = lagDays;
        this.hours = hours;
    }

    static MainsWater of(WeatherYear weather) {
        double[] sums = new double[12];
        int[] counts = new int[12];
        double all = 0;
        for (int hour = 0; hour < weather.hours(); hour++) {
            all += weather.temperature(hour);
            sums[weather.month(hour) - 1] += weather.temperature(hour);
            counts[weather.month(hour) - 1]++;
        }
        double warmest = Double.NEGATIVE_INFINITY;
        double coldest = Double.POSITIVE_INFINITY;
        for (int month = 0; month < 12; month++) {
            if (counts[month] > 0) {
                warmest = Math.max(warmest, sums[month] / counts[month]);
                coldest = Math.min(coldest, sums[month] / counts[month]);
            }
        }
        double mean = all / weather.hours();
        double aboveF = mean * 1.8 + 32 - 44;
        return new MainsWater(
                mean + 6 / 1.8,
                Math.max(0, 0.4 + 0.01 * aboveF) * (warmest - coldest) / 2,
                35 - aboveF,
                weather.hours());
    }

    /** At an hour of the year [°C], never ice. */
    double at(int hour) {
        double day = hour / 24.0 * 8760 / hours;
        return Math.max(1, meanC + amplitudeK * Math.sin(Math.toRadians(0.986 * (day - 15 - lagDays) - 90)));
    }
}
