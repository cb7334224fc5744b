package fr.heliotoit.app;

import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.solar.SkyTables;
import java.util.ArrayList;
import java.util.List;

/**
 * The irradiation of a plane as modules on it would face: the mean over the ways they face, and over the cells that get enough.
 *
 * @param annual per cell of the plane [kWh/m²/yr]
 * @param months mean over the cells that get at least the share asked for of what the best cell gets, January first [kWh/m²]
 */
@SuppressWarnings("ArrayRecordComponent")
record PlaneLight(float[] annual, List<Double> months) {
    /**
     * @param facings the same cells, once per way that modules face
     * @param leastShare of the best cell's irradiation, 0–1
     */
    static PlaneLight of(List<PlaneCells.Irradiation> facings, double leastShare) {
        int cells = facings.getFirst().annual().length;
        float[] annual = new float[cells];
        float best = 0;
        for (int i = 0; i < cells; i++) {
            for (PlaneCells.Irradiation facing : facings) {
                annual[i] += facing.annual()[i] / facings.size();
            }
            best = Math.max(best, annual[i]);
        }
        double[] sums = new double[SkyTables.MONTHS];
        int lit = 0;
        for (int i = 0; i < cells; i++) {
            if (annual[i] >= leastShare * best) {
                lit++;
                for (PlaneCells.Irradiation facing : facings) {
                    for (int month = 0; month < sums.length; month++) {
                        sums[month] += facing.months()[i][month] / facings.size();
                    }
                }
            }
        }
        List<Double> months = new ArrayList<>();
        for (double sum : sums) {
            months.add(sum / lit);
        }
        return new PlaneLight(annual, months);
    }

    /** The year's mean [kWh/m²/yr]. */
    double year() {
        return months.stream().mapToDouble(Double::doubleValue).sum();
    }
}
