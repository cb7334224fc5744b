package fr.heliotoit.solar;

import java.util.List;

/**
 * Twelve months of a place, from which {@link SyntheticYear} makes hours.
 *
 * @param name what is printed, for example « Artois »
 * @param source where the values come from, to be printed
 * @param verified whether somebody has checked them
 * @param months January first
 */
public record Climate(Place place, String name, String source, boolean verified, List<Month> months) {
    /**
     * A month.
     *
     * @param globalKWhM2 mean global irradiation on the horizontal, sum of the month [kWh/m²]
     * @param temperatureC mean air temperature [°C]
     * @param windMS mean wind at 10 m [m/s]; NaN when not known
     */
    public record Month(double globalKWhM2, double temperatureC, double windMS) {
        public Month {
            if (!(globalKWhM2 >= 0 && globalKWhM2 < 400 && Math.abs(temperatureC) < 60) || windMS < 0 || windMS > 50) {
                throw new IllegalArgumentException(globalKWhM2 + " kWh/m² " + temperatureC + " °C " + windMS + " m/s");
            }
        }
    }

    public Climate {
        months = List.copyOf(months);
        if (months.size() != 12) {
            throw new IllegalArgumentException(months.size() + " months");
        }
    }
}
