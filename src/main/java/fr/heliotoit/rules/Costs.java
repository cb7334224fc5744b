package fr.heliotoit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Investment by range of power, from a pack of costs.
 *
 * @param ranges rising
 */
public record Costs(DataPack pack, List<Range> ranges) {
    /** Price of an installation in a range of power [€/Wc], with or without value added tax. */
    public record Range(
            double aboveKWp,
            double upToKWp,
            double lowEurPerWp,
            double highEurPerWp,
            boolean taxIncluded,
            String source) {}

    /**
     * What an installation costs.
     *
     * @param netEur without value added tax, middle of the range [€]
     * @param grossEur with it: what is paid, since neither a commune in its direct management nor a dwelling gets it back here [€]
     * @param lowEur gross, low end [€]
     * @param highEur gross, high end [€]
     * @param vat rate of the tax
     */
    public record Investment(double netEur, double grossEur, double lowEur, double highEur, double vat) {}

    public Costs {
        ranges = List.copyOf(ranges);
    }

    public static Costs of(DataPack pack) throws Failure {
        List<Range> ranges = new ArrayList<>();
        double end = 0;
        for (JsonNode row : pack.tables().path("investment")) {
            Range range = new Range(
                    row.path("aboveKWp").asDouble(Double.NaN),
                    row.path("upToKWp").asDouble(Double.NaN),
                    row.path("lowEurPerWp").asDouble(Double.NaN),
                    row.path("highEurPerWp").asDouble(Double.NaN),
                    row.path("taxIncluded").asBoolean(),
                    row.path("source").asText(""));
            if (range.aboveKWp != end
                    || !(range.upToKWp > end && range.lowEurPerWp > 0 && range.highEurPerWp >= range.lowEurPerWp)
                    || range.source.isBlank()) {
                throw Failure.of("rules.pack.segments", pack.file());
            }
            end = range.upToKWp;
            ranges.add(range);
        }
        if (ranges.isEmpty()) {
            throw Failure.of("rules.pack.segments", pack.file());
        }
        return new Costs(pack, ranges);
    }

    /** Powers at which the usual price changes, rising [kWc]. */
    public List<Double> limitsKWp() {
        return ranges.stream().map(Range::upToKWp).toList();
    }

    /** Rate of value added tax on an installation. */
    public double vat(double kWp, boolean dwelling) throws Failure {
        return dwelling && kWp <= pack.value("vatSmallUpTo") ? pack.value("vatDwellingSmall") : pack.value("vatFull");
    }

    /** The usual range with tax is of dwellings when it was collected: at the full rate. */
    public Investment investment(double kWp, boolean dwelling) throws Failure {
        Range range = ranges.stream()
                .filter(r -> kWp > r.aboveKWp && kWp <= r.upToKWp)
                .findFirst()
                .orElseThrow(() -> Failure.of("rules.pack.segments", pack.file()));
        double vat = vat(kWp, dwelling);
        double low = gross(range.lowEurPerWp, range.taxIncluded, vat, dwelling) * kWp * 1000;
        double high = gross(range.highEurPerWp, range.taxIncluded, vat, dwelling) * kWp * 1000;
        double middle = (low + high) / 2;
        return new Investment(middle / (1 + vat), middle, low, high, vat);
    }

    /** A price with tax is a dwelling's price as it is; a commune pays its net part and the full tax. */
    private double gross(double price, boolean taxIncluded, double vat, boolean dwelling) throws Failure {
        if (!taxIncluded) {
            return price * (1 + vat);
        }
        return dwelling ? price : price / (1 + pack.value("vatDwellingSmall")) * (1 + vat);
    }
}
