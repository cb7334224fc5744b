package fr.heliotoit.cadastre;

import java.util.List;

/**
 * The solar potential of a roof.
 *
 * @param irradiationKWhM2 yearly global irradiation in the plane of the modules, mean over the planes kept [kWh/m²/yr]
 * @param monthlyIrradiationKWhM2 the same by month, January first [kWh/m²]; empty when the raster given is yearly
 * @param roofAreaM2 true area of the roof [m²]
 * @param usableAreaM2 area of the modules that fit [m²]
 * @param peakPowerKWp power of the modules [kWc]
 * @param yearlyYieldKWh estimated production [kWh/yr]
 * @param monthlyYieldKWh the same by month, January first [kWh], as the hourly chain gives it; empty when nobody knows: a yearly raster, or a
 *     file of a version that did not keep it
 * @param suitabilityClass 1 (worst) … n, by the conventions' thresholds
 * @param tiltDeg tilt of the plane that yields most [°]; NaN when planes are not known
 * @param azimuthDeg true azimuth of that plane [°, north 0, clockwise]; NaN when not known or flat
 * @param method how irradiation and production were found
 */
public record SolarPotential(
        double irradiationKWhM2,
        List<Double> monthlyIrradiationKWhM2,
        double roofAreaM2,
        double usableAreaM2,
        double peakPowerKWp,
        double yearlyYieldKWh,
        List<Double> monthlyYieldKWh,
        int suitabilityClass,
        double tiltDeg,
        double azimuthDeg,
        Method method)
        implements Outcome {
    /** How irradiation and production were found; the code is what files say. */
    public enum Method {
        /** Zonal mean of a raster that somebody supplied. */
        RASTER("raster_fourni"),
        /** Computed here from a surface model and a weather year, with a mean usable share: files of versions before modules were laid. */
        SURFACE_MODEL("mns_meteo"),
        /** The same with modules laid on the planes, production by one performance ratio: files of versions before the hourly chain. */
        MODULE_LAYOUT("mns_modules"),
        /** Computed here from a surface model and a weather year, with modules laid and their production hour by hour. */
        HOURLY("mns_horaire");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Method ofCode(String code) {
            for (Method method : values()) {
                if (method.code.equals(code)) {
                    return method;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    public SolarPotential {
        monthlyIrradiationKWhM2 = Months.copyOf(monthlyIrradiationKWhM2);
        monthlyYieldKWh = Months.copyOf(monthlyYieldKWh);
        if (!(irradiationKWhM2 >= 0
                && roofAreaM2 > 0
                && usableAreaM2 >= 0
                && peakPowerKWp >= 0
                && yearlyYieldKWh >= 0)) {
            throw new IllegalArgumentException(
                    "potential " + irradiationKWhM2 + " " + roofAreaM2 + " " + usableAreaM2 + " " + peakPowerKWp);
        }
    }

    /** Whether months of light are known and those of the production are not: a file of an older version, to be computed anew. */
    public boolean monthsUnknown() {
        return monthlyYieldKWh.isEmpty() && !monthlyIrradiationKWhM2.isEmpty();
    }

    /** Yearly production per installed power [kWh/kWc/yr]; NaN without power. */
    public double specificYieldKWhPerKWp() {
        return peakPowerKWp > 0 ? yearlyYieldKWh / peakPowerKWp : Double.NaN;
    }
}
