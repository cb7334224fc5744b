package fr.heliotoit.solar;

import java.util.Arrays;

/**
 * How much light tree crowns let through, beam and sky alike.
 *
 * <p>Measured on deciduous trees of a street: 1.3–5.3 % of the direct light in leaf, 40–52 % without leaves (J. Konarska, F. Lindberg, A.
 * Larsson, S. Thorsson and B. Holmer, "Transmissivity of solar radiation through crowns of single urban trees", Theoretical and Applied
 * Climatology 117, 2014, 363–376); 3 % all year is what SOLWEIG and UMEP take.
 *
 * @param inLeaf share let through from April to October, 0–1
 * @param bare share let through from November to March, 0–1
 */
public record Foliage(double inLeaf, double bare) {
    /** The default: dense crowns all year. */
    public static final double IN_LEAF = 0.03;

    /** No crowns. */
    public static final Foliage NONE = new Foliage(1, 1);

    public Foliage {
        if (!(inLeaf >= 0 && inLeaf <= 1 && bare >= 0 && bare <= 1)) {
            throw new IllegalArgumentException("transmissivity " + inLeaf + ", " + bare);
        }
    }

    /** Share that passes, by month, January first. */
    public double[] through() {
        double[] shares = new double[SkyTables.MONTHS];
        Arrays.fill(shares, bare);
        Arrays.fill(shares, 3, 10, inLeaf);
        return shares;
    }

    /** Share that is held back, by month, January first. */
    public double[] held() {
        return Arrays.stream(through()).map(share -> 1 - share).toArray();
    }
}
