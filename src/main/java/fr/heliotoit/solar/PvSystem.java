package fr.heliotoit.solar;

/**
 * The modules and inverter that a yield is computed for.
 *
 * @param ar angular loss coefficient of Martin and Ruiz, 0.16 for clean glass
 * @param u0 heat loss without wind, {@link CellTemperature#faiman} [W/m²/K]
 * @param u1 heat loss by wind [W·s/m³/K]
 * @param electrics temperature coefficient, losses, inverter
 * @param degradationPerYear share of the first year's power that each later year loses, linear; 0.005 is the median of D. Jordan and
 *     S. Kurtz, Progress in Photovoltaics 21 (2013) 12–29 [1/yr]
 */
public record PvSystem(double ar, double u0, double u1, PvWatts electrics, double degradationPerYear) {
    public PvSystem {
        if (!(ar > 0 && ar < 1) || !(u0 > 0) || !(u1 >= 0) || !(degradationPerYear >= 0 && degradationPerYear < 0.03)) {
            throw new IllegalArgumentException(ar + " " + u0 + " " + u1 + " " + degradationPerYear);
        }
    }

    /** Power left in a year of service, as a share of the first year's. @param year 1 is the first */
    public double leftInYear(int year) {
        if (year < 1) {
            throw new IllegalArgumentException("year " + year);
        }
        return Math.max(0, 1 - degradationPerYear * (year - 1));
    }
}
