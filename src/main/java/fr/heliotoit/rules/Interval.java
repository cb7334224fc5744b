package fr.heliotoit.rules;

/**
 * A value with the range it stands in.
 *
 * @param low end that is passed in nine of ten cases (P90)
 * @param value best estimate
 * @param high end that is passed in one of ten cases (P10)
 */
public record Interval(double low, double value, double high) {
    public Interval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(low + " – " + value + " – " + high);
        }
    }

    /** Half the width, as a share of the value. */
    public double relativeHalfWidth() {
        return value > 0 ? (high - low) / 2 / value : 0;
    }

    public Interval times(double factor) {
        return new Interval(low * factor, value * factor, high * factor);
    }
}
