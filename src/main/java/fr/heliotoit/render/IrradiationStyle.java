package fr.heliotoit.render;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Roofs by yearly irradiation, without steps.
 *
 * @param low irradiation of the ramp's darkest colour [kWh/m²/yr]
 * @param high irradiation of the ramp's lightest colour, above {@code low} [kWh/m²/yr]
 */
public record IrradiationStyle(Ramp ramp, double low, double high) implements RoofStyle {
    private static final int STEPS = 5;

    public IrradiationStyle {
        if (!(high > low)) {
            throw new IllegalArgumentException(low + " – " + high);
        }
    }

    /** The style whose ends are the lowest and highest irradiation of some buildings, rounded outwards to 50 kWh/m². */
    public static IrradiationStyle of(Ramp ramp, List<BuildingRecord> records) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (BuildingRecord record : records) {
            if (record.outcome() instanceof SolarPotential p) {
                low = Math.min(low, p.irradiationKWhM2());
                high = Math.max(high, p.irradiationKWhM2());
            }
        }
        if (low > high) {
            return new IrradiationStyle(ramp, 0, 50);
        }
        double bottom = 50 * Math.floor(low / 50);
        return new IrradiationStyle(ramp, bottom, Math.max(bottom + 50, 50 * Math.ceil(high / 50)));
    }

    @Override
    public Optional<Color> fill(BuildingRecord record) {
        return record.outcome() instanceof SolarPotential p
                ? Optional.of(ramp.colour((p.irradiationKWhM2() - low) / (high - low)))
                : Optional.empty();
    }

    @Override
    public Optional<String> mark(BuildingRecord record) {
        return Optional.empty();
    }

    @Override
    public String title() {
        return Texts.current().text("render.legend.irradiation");
    }

    @Override
    public List<String> sources() {
        return List.of();
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = STEPS - 1; i >= 0; i--) {
            double t = i / (STEPS - 1.0);
            entries.add(new Entry(ramp.colour(t), "", Formats.number(low + t * (high - low), 0)));
        }
        return entries;
    }
}
