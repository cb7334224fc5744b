package fr.heliotoit.report;

import fr.heliotoit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size of an installation that pays best on a roof, and a solar water heater when somebody has typed how many use hot water.
 *
 * @param kWp the size advised
 * @param valueEur its net present value
 * @param selfUse share of its production that is used on site, 0–1
 * @param water null for none
 * @param citations the packs that it comes from
 */
public record Advice(
        double kWp,
        double valueEur,
        double selfUse,
        @Nullable Water water,
        List<String> citations) {
    /** @param areaM2 collectors @param tankL tank @param solarKWh of a year @param fraction of the need, 0–1 */
    public record Water(double areaM2, double tankL, double solarKWh, double fraction) {}

    public Advice {
        citations = List.copyOf(citations);
    }

    List<Facts.Fact> facts() {
        List<Facts.Fact> facts = new ArrayList<>();
        facts.add(new Facts.Fact(
                Words.text(valueEur > 0 ? "report.advice.size" : "report.advice.least"),
                Words.text(
                        "report.advice.size.words",
                        Formats.quantity(kWp, 1, "kWc"),
                        Formats.quantity(valueEur, 0, "€"),
                        Formats.percent(selfUse, 0))));
        if (water != null) {
            facts.add(new Facts.Fact(
                    Words.text("report.advice.water"),
                    Words.text(
                            "report.advice.water.words",
                            Formats.quantity(water.areaM2, 1, "m²"),
                            Formats.quantity(water.tankL, 0, "l"),
                            Formats.quantity(water.solarKWh, 0, "kWh/an"),
                            Formats.percent(water.fraction, 0))));
        }
        return facts;
    }
}
