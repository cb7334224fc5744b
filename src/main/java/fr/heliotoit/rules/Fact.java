package fr.heliotoit.rules;

/**
 * A value of a data pack.
 *
 * @param value in {@code unit}
 * @param unit empty for a ratio
 * @param source where it comes from, to be printed
 * @param verified whether somebody has read it at its source; otherwise « à vérifier » is printed beside it
 */
public record Fact(double value, String unit, String source, boolean verified) {
    public Fact {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value);
        }
    }
}
