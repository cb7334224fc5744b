package fr.heliotoit.cadastre;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Twelve values, January first, in one array: a commune has a hundred thousand planes with twelve months each. */
final class Months extends AbstractList<Double> implements RandomAccess {
    private static final int COUNT = 12;

    private final double[] values;

    private Months(List<Double> values) {
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @param values twelve, or none when the months are not known */
    static List<Double> copyOf(List<Double> values) {
        if (values.isEmpty() || values instanceof Months) {
            return values.isEmpty() ? List.of() : values;
        }
        if (values.size() != COUNT) {
            throw new IllegalArgumentException(values.size() + " months");
        }
        return new Months(values);
    }

    @Override
    public Double get(int month) {
        return values[month];
    }

    @Override
    public int size() {
        return COUNT;
    }
}
