package fr.heliotoit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Purchase tariffs and premiums of a quarter.
 *
 * @param segments by power, rising
 * @param contractYears how long the tariff is paid
 * @param priceAfterEurPerKWh price of what is sold after the contract [€/kWh]
 * @param atOnceUpToKWp up to here the premium is paid at once, above in five parts
 */
public record Tariffs(
        DataPack pack,
        List<Segment> segments,
        int contractYears,
        double priceAfterEurPerKWh,
        double atOnceUpToKWp,
        double firstShare,
        double laterShare) {
    /**
     * Terms for a range of power.
     *
     * @param aboveKWp the range begins above
     * @param upToKWp and reaches to here
     * @param premiumEurPerKWp investment premium [€/kWc]
     * @param surplusEurPerKWh price of the surplus [€/kWh]; null when there is none
     * @param fullSaleEurPerKWh price when all is sold [€/kWh]; null when that is not offered, or not known
     * @param note to be printed, when something is special
     */
    public record Segment(
            double aboveKWp,
            double upToKWp,
            double premiumEurPerKWp,
            @Nullable Double surplusEurPerKWh,
            @Nullable Double fullSaleEurPerKWh,
            @Nullable String note) {}

    public Tariffs {
        segments = List.copyOf(segments);
    }

    public static Tariffs of(DataPack pack) throws Failure {
        List<Segment> segments = new ArrayList<>();
        double end = 0;
        for (JsonNode row : pack.tables().path("segments")) {
            Segment segment = new Segment(
                    row.path("aboveKWp").asDouble(Double.NaN),
                    row.path("upToKWp").asDouble(Double.NaN),
                    row.path("premiumEurPerKWp").asDouble(Double.NaN),
                    euros(row.path("surplusCtPerKWh")),
                    euros(row.path("fullSaleCtPerKWh")),
                    note(row));
            if (segment.aboveKWp != end || !(segment.upToKWp > end) || !(segment.premiumEurPerKWp >= 0)) {
                throw Failure.of("rules.pack.segments", pack.file());
            }
            end = segment.upToKWp;
            segments.add(segment);
        }
        if (segments.isEmpty()) {
            throw Failure.of("rules.pack.segments", pack.file());
        }
        return new Tariffs(
                pack,
                segments,
                (int) pack.value("contractYears"),
                pack.value("priceAfterContract") / 100,
                pack.value("premiumAtOnceUpTo"),
                pack.value("premiumFirstShare"),
                pack.value("premiumLaterShare"));
    }

    /** In the current language where the pack has it, else in French. */
    private static @Nullable String note(JsonNode row) {
        boolean english = Texts.current().locale().getLanguage().equals("en") && row.hasNonNull("noteEn");
        return english
                ? row.path("noteEn").asText()
                : row.hasNonNull("note") ? row.path("note").asText() : null;
    }

    private static @Nullable Double euros(JsonNode cents) {
        return cents.isNumber() ? cents.asDouble() / 100 : null;
    }

    /** Terms for a power; empty above the last range. */
    public Optional<Segment> at(double kWp) {
        return segments.stream()
                .filter(s -> kWp > s.aboveKWp && kWp <= s.upToKWp)
                .findFirst();
    }

    /** Powers at which the terms change, rising [kWc]. */
    public List<Double> limitsKWp() {
        return segments.stream().map(Segment::upToKWp).toList();
    }

    /** Premium paid in a year of service [€]: at once up to the limit, above it in five parts. @param year 1 is the first */
    public double premium(double kWp, int year) {
        double whole = at(kWp).map(s -> s.premiumEurPerKWp * kWp).orElse(0.0);
        if (kWp <= atOnceUpToKWp) {
            return year == 1 ? whole : 0;
        }
        return year == 1 ? whole * firstShare : year <= 5 ? whole * laterShare : 0;
    }
}
