package fr.heliotoit.render;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Roofs by suitability class: one colour, digit and name per class of the conventions. */
public record ClassStyle(Ramp ramp, Conventions conventions) implements RoofStyle {
    public ClassStyle(Conventions conventions) {
        this(Ramp.CIVIDIS, conventions);
    }

    /** @param suitabilityClass 1 (worst) … n */
    public Color colour(int suitabilityClass) {
        int classes = conventions.classes();
        return ramp.colour(classes > 1 ? (suitabilityClass - 1.0) / (classes - 1) : 1);
    }

    /** Name of a class, such as {@code Très bonne}. */
    public String name(int suitabilityClass) {
        Conventions.ClassName name = conventions.classNames().get(suitabilityClass - 1);
        return Texts.current().locale().equals(Locale.ENGLISH) ? name.en() : name.fr();
    }

    /** The irradiations of a class in words, such as {@code 1 000 à 1 050}, without the unit. */
    public String range(int suitabilityClass) {
        List<Conventions.Value> thresholds = conventions.classThresholds();
        if (thresholds.isEmpty()) {
            return "";
        }
        if (suitabilityClass == 1) {
            return Texts.current().text("render.class.below", number(thresholds.getFirst()));
        }
        if (suitabilityClass == conventions.classes()) {
            return Texts.current().text("render.class.from", number(thresholds.getLast()));
        }
        return Texts.current()
                .text(
                        "render.class.between",
                        number(thresholds.get(suitabilityClass - 2)),
                        number(thresholds.get(suitabilityClass - 1)));
    }

    @Override
    public Optional<Color> fill(BuildingRecord record) {
        return record.outcome() instanceof SolarPotential p
                ? Optional.of(colour(p.suitabilityClass()))
                : Optional.empty();
    }

    @Override
    public Optional<String> mark(BuildingRecord record) {
        return record.outcome() instanceof SolarPotential p
                ? Optional.of(Integer.toString(p.suitabilityClass()))
                : Optional.empty();
    }

    @Override
    public String title() {
        return Texts.current().text("render.legend.class");
    }

    @Override
    public List<String> sources() {
        return List.of(conventions.citation());
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int c = conventions.classes(); c >= 1; c--) {
            entries.add(new Entry(colour(c), Integer.toString(c), name(c) + " (" + range(c) + ")"));
        }
        return entries;
    }

    private static String number(Conventions.Value threshold) {
        return Formats.number(threshold.value(), 0);
    }
}
