package fr.heliotoit.cadastre;

import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The values of an evaluation shared out into a few steps, best first: the bars of the dashboard and the colours of the map are the same. The limits
 * are round numbers chosen for reading, not thresholds of any text.
 */
public enum ValueSteps {
    /** Payback [years]; what never pays back within the years that are reckoned comes last. */
    PAYBACK(Attribute.RETOUR, false, 8, 12, 16, 20),
    /** Net present value [€]. */
    VALUE(Attribute.VAN, true, 0, 5_000, 20_000, 100_000),
    /** Place in the ranking of municipal roofs. */
    RANK(Attribute.RANG, false, 6, 11, 21, 51);

    private final Attribute attribute;
    private final boolean muchIsGood;
    private final double[] limits;

    ValueSteps(Attribute attribute, boolean muchIsGood, double... limits) {
        this.attribute = attribute;
        this.muchIsGood = muchIsGood;
        this.limits = limits;
    }

    public Attribute attribute() {
        return attribute;
    }

    /** How many steps there are. */
    public int count() {
        return limits.length + (this == PAYBACK ? 2 : 1);
    }

    /** The step of a building, 0 for the best; empty when it was not evaluated. */
    public OptionalInt of(BuildingRecord record) {
        if (!(attribute.valueOf(record) instanceof Number value)) {
            boolean never = this == PAYBACK && Attribute.VAN.valueOf(record) != null;
            return never ? OptionalInt.of(count() - 1) : OptionalInt.empty();
        }
        int bin = 0;
        while (bin < limits.length && value.doubleValue() >= limits[bin]) {
            bin++;
        }
        return OptionalInt.of(muchIsGood ? limits.length - bin : bin);
    }

    /** The steps in words, best first. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i <= limits.length; i++) {
            labels.add(label(i));
        }
        if (this == PAYBACK) {
            labels.add(Texts.current().text("cadastre.steps.never"));
        }
        return muchIsGood ? labels.reversed() : labels;
    }

    private String label(int bin) {
        if (this != RANK) {
            return between(limits, bin, attribute.unit());
        }
        String first = Formats.number(bin == 0 ? 1 : limits[bin - 1], 0);
        return bin == limits.length
                ? Texts.current().text("cadastre.steps.rank.above", first)
                : Texts.current().text("cadastre.steps.rank", first, Formats.number(limits[bin] - 1, 0));
    }

    /** The bin between two limits, or below or above all, in words. @param bin 0 … number of limits */
    public static String between(double[] limits, int bin, String unit) {
        String words = Formats.unit(unit);
        if (bin == 0) {
            return Texts.current().text("cadastre.steps.below", Formats.number(limits[0], 0), words);
        }
        String low = Formats.number(limits[bin - 1], 0);
        return bin == limits.length
                ? Texts.current().text("cadastre.steps.above", low, words)
                : Texts.current().text("cadastre.steps.between", low, Formats.number(limits[bin], 0), words);
    }
}
