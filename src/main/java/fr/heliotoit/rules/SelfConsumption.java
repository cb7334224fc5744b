package fr.heliotoit.rules;

/**
 * What of a production is used where it is made, hour by hour.
 *
 * @param productionKWh of the year
 * @param consumptionKWh of the year
 * @param usedKWh production used on site, at once or by way of the battery
 * @param surplusKWh production sent to the grid
 * @param boughtKWh consumption taken from the grid
 * @param batteryLossKWh lost in the battery
 */
public record SelfConsumption(
        double productionKWh,
        double consumptionKWh,
        double usedKWh,
        double surplusKWh,
        double boughtKWh,
        double batteryLossKWh) {
    /**
     * A battery that takes every surplus and gives at every need.
     *
     * @param capacityKWh that can be used; 0 for none
     * @param powerKW to charge and to discharge, seen from the meter
     * @param roundTrip efficiency of both ways together, 0–1
     */
    public record Battery(double capacityKWh, double powerKW, double roundTrip) {
        public static final Battery NONE = new Battery(0, 0, 1);

        public Battery {
            if (!(capacityKWh >= 0 && powerKW >= 0 && roundTrip > 0 && roundTrip <= 1)) {
                throw new IllegalArgumentException(capacityKWh + " kWh " + powerKW + " kW " + roundTrip);
            }
        }
    }

    /**
     * @param production per hour [kWh per {@code productionScale}]
     * @param productionScale for example the installed power [kWc]
     * @param load per hour [kWh per {@code loadScale}], as many hours
     * @param loadScale for example the yearly consumption when {@code load} holds shares [kWh]
     */
    public static SelfConsumption of(
            float[] production, double productionScale, float[] load, double loadScale, Battery battery) {
        if (production.length != load.length) {
            throw new IllegalArgumentException(production.length + " and " + load.length + " hours");
        }
        double charge = Math.sqrt(battery.roundTrip);
        double stored = 0;
        double made = 0;
        double needed = 0;
        double direct = 0;
        double into = 0;
        double outOf = 0;
        for (int i = 0; i < production.length; i++) {
            double p = production[i] * productionScale;
            double l = load[i] * loadScale;
            made += p;
            needed += l;
            direct += Math.min(p, l);
            if (battery.capacityKWh > 0) {
                if (p > l) {
                    double in = Math.min(Math.min(p - l, battery.powerKW), (battery.capacityKWh - stored) / charge);
                    stored += in * charge;
                    into += in;
                } else {
                    double out = Math.min(Math.min(l - p, battery.powerKW), stored * charge);
                    stored -= out / charge;
                    outOf += out;
                }
            }
        }
        return new SelfConsumption(
                made,
                needed,
                direct + outOf,
                Math.max(0, made - direct - into),
                Math.max(0, needed - direct - outOf),
                Math.max(0, into - outOf - stored));
    }

    /** Share of the production used on site (taux d'autoconsommation), 0–1; NaN without production. */
    public double selfConsumptionRate() {
        return productionKWh > 0 ? usedKWh / productionKWh : Double.NaN;
    }

    /** Share of the consumption made on site (taux d'autoproduction), 0–1; NaN without consumption. */
    public double selfProductionRate() {
        return consumptionKWh > 0 ? usedKWh / consumptionKWh : Double.NaN;
    }
}
