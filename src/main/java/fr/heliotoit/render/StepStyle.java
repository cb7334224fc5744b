package fr.heliotoit.render;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ValueSteps;
import fr.heliotoit.text.Citation;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Roofs by money or by rank, in few steps of which the lightest is the best, as with classes.
 *
 * @param citations the packs that the values come from, as the project cites them
 */
public record StepStyle(Ramp ramp, ValueSteps steps, List<String> citations) implements RoofStyle {
    public StepStyle {
        citations = List.copyOf(citations);
    }

    @Override
    public Optional<Color> fill(BuildingRecord record) {
        return steps.of(record).stream().mapToObj(this::colour).findFirst();
    }

    /** The rank itself, else the step counted from the best. */
    @Override
    public Optional<String> mark(BuildingRecord record) {
        if (steps == ValueSteps.RANK) {
            return Optional.ofNullable(Attribute.RANG.valueOf(record)).map(Object::toString);
        }
        return steps.of(record).stream()
                .mapToObj(step -> Integer.toString(step + 1))
                .findFirst();
    }

    @Override
    public String title() {
        Attribute attribute = steps.attribute();
        String words = Texts.current().text("cadastre.attribute." + attribute.attributeName());
        return attribute.unit().isEmpty() ? words : words + " (" + Formats.unit(attribute.unit()) + ")";
    }

    @Override
    public String unknown() {
        return Texts.current().text(steps == ValueSteps.RANK ? "render.legend.unranked" : "render.legend.unevaluated");
    }

    @Override
    public List<Entry> entries() {
        List<String> labels = steps.labels();
        List<Entry> entries = new ArrayList<>();
        for (int step = 0; step < labels.size(); step++) {
            String mark = steps == ValueSteps.RANK ? "" : Integer.toString(step + 1);
            entries.add(new Entry(colour(step), mark, labels.get(step)));
        }
        return entries;
    }

    /** Names and state only: the dates of many packs would cover the map. */
    @Override
    public List<String> sources() {
        return citations.stream().map(Citation::brief).toList();
    }

    private Color colour(int step) {
        return ramp.colour(1 - step / (steps.count() - 1.0));
    }
}
