package fr.heliotoit.cadastre;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Totals over buildings: the figures that window, report and kit all quote from here.
 *
 * @param buildings how many
 * @param withFigure how many of them have a figure
 * @param usableAreaM2 sum [m²]
 * @param peakPowerKWp sum [kWc]
 * @param yearlyYieldKWh sum [kWh/yr]
 * @param monthlyYieldKWh sum by month [kWh]; empty when no building has months
 * @param byClass totals by class, every class from 1 to n present
 * @param byReason how many have no figure, by reason
 */
public record CommuneSummary(
        int buildings,
        int withFigure,
        double usableAreaM2,
        double peakPowerKWp,
        double yearlyYieldKWh,
        List<Double> monthlyYieldKWh,
        SortedMap<Integer, ClassTotal> byClass,
        Map<NoFigure.Reason, Integer> byReason) {

    /** Totals of one class. */
    public record ClassTotal(int buildings, double usableAreaM2, double peakPowerKWp, double yearlyYieldKWh) {
        ClassTotal plus(SolarPotential p) {
            return new ClassTotal(
                    buildings + 1,
                    usableAreaM2 + p.usableAreaM2(),
                    peakPowerKWp + p.peakPowerKWp(),
                    yearlyYieldKWh + p.yearlyYieldKWh());
        }
    }

    /**
     * @param classes number of classes of the conventions
     */
    public static CommuneSummary of(List<BuildingRecord> records, int classes) {
        SortedMap<Integer, ClassTotal> byClass = new TreeMap<>();
        for (int c = 1; c <= classes; c++) {
            byClass.put(c, new ClassTotal(0, 0, 0, 0));
        }
        Map<NoFigure.Reason, Integer> byReason = new EnumMap<>(NoFigure.Reason.class);
        double[] months = new double[12];
        boolean anyMonths = false;
        ClassTotal all = new ClassTotal(0, 0, 0, 0);
        for (BuildingRecord record : records) {
            switch (record.outcome()) {
                case NoFigure none -> byReason.merge(none.reason(), 1, Integer::sum);
                case SolarPotential p -> {
                    all = all.plus(p);
                    byClass.computeIfPresent(p.suitabilityClass(), (c, total) -> total.plus(p));
                    List<Double> monthly = p.monthlyYieldKWh();
                    for (int m = 0; m < monthly.size(); m++) {
                        anyMonths = true;
                        months[m] += monthly.get(m);
                    }
                }
            }
        }
        List<Double> monthly =
                anyMonths ? java.util.Arrays.stream(months).boxed().toList() : List.of();
        return new CommuneSummary(
                records.size(),
                all.buildings(),
                all.usableAreaM2(),
                all.peakPowerKWp(),
                all.yearlyYieldKWh(),
                monthly,
                byClass,
                byReason);
    }
}
