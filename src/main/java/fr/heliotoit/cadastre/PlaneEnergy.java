package fr.heliotoit.cadastre;

import java.util.List;

/**
 * What modules on one roof plane receive and yield. The sums over a roof's planes are the roof's figures.
 *
 * @param irradiationKWhM2 yearly, as the modules face, shade included [kWh/m²/yr]
 * @param powerKWp of the modules that count; 0 when the plane carries none [kWc]
 * @param monthlyYieldKWh production by the hourly chain, January first [kWh]; empty without modules
 */
public record PlaneEnergy(double irradiationKWhM2, double powerKWp, List<Double> monthlyYieldKWh) {
    public PlaneEnergy {
        monthlyYieldKWh = Months.copyOf(monthlyYieldKWh);
        if (!(irradiationKWhM2 >= 0 && powerKWp >= 0)) {
            throw new IllegalArgumentException("plane " + irradiationKWhM2 + " " + powerKWp);
        }
    }

    /** Estimated production [kWh/yr]. */
    public double yearlyYieldKWh() {
        return monthlyYieldKWh.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Yearly production per installed power [kWh/kWc/yr]; NaN without power. */
    public double specificYieldKWhPerKWp() {
        return powerKWp > 0 ? yearlyYieldKWh() / powerKWp : Double.NaN;
    }
}
