package fr.heliotoit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the law asks for, from a pack of obligations.
 *
 * @param duties by what they apply to and size
 * @param notes what is true of all, to be printed
 */
public record Duties(DataPack pack, List<Duty> duties, List<Words> notes) {
    /** A sentence in both languages. */
    public record Words(String fr, String en) {
        public String in(String language) {
            return language.equals("en") ? en : fr;
        }
    }

    /**
     * An obligation for things of a size.
     *
     * @param id in files
     * @param title for lists, where there is no room for the words; the identifier when the pack has none
     * @param carPark whether it is about car parks; else about buildings
     * @param aboveM2 it applies above
     * @param inclusive or from there on
     * @param belowM2 and below; infinite without an upper end
     * @param deadline day it falls due
     * @param words what is asked for
     * @param reference text of law
     * @param verified otherwise « à vérifier » is printed
     * @param publicOnly whether only public owners are meant
     * @param included codes of uses that are meant; empty when every use is
     * @param unsure codes of uses of which the text does not say enough: a public building of that use is to be checked
     * @param exemptions arguments that the text allows
     */
    public record Duty(
            String id,
            Words title,
            boolean carPark,
            double aboveM2,
            boolean inclusive,
            double belowM2,
            LocalDate deadline,
            Words words,
            String reference,
            boolean verified,
            boolean publicOnly,
            List<String> included,
            List<String> unsure,
            List<Words> exemptions) {
        public Duty {
            included = List.copyOf(included);
            unsure = List.copyOf(unsure);
            exemptions = List.copyOf(exemptions);
        }

        boolean covers(double areaM2) {
            return (inclusive ? areaM2 >= aboveM2 : areaM2 > aboveM2) && areaM2 < belowM2;
        }

        /** The same, to be checked when the text does not say enough of the use. */
        Optional<Duty> of(boolean publicOwner, String usage) {
            if (included.isEmpty() || included.contains(usage)) {
                return Optional.of(this);
            }
            return publicOwner && unsure.contains(usage) ? Optional.of(unverified()) : Optional.empty();
        }

        private Duty unverified() {
            return new Duty(
                    id,
                    title,
                    carPark,
                    aboveM2,
                    inclusive,
                    belowM2,
                    deadline,
                    words,
                    reference,
                    false,
                    publicOnly,
                    included,
                    unsure,
                    exemptions);
        }
    }

    public Duties {
        duties = List.copyOf(duties);
        notes = List.copyOf(notes);
    }

    public static Duties of(DataPack pack) throws Failure {
        List<Duty> duties = new ArrayList<>();
        for (JsonNode node : pack.tables().path("duties")) {
            duties.add(duty(pack, node));
        }
        if (duties.isEmpty()) {
            throw Failure.of("rules.pack.duty", pack.file(), "duties");
        }
        return new Duties(pack, duties, words(pack.tables().path("notes")));
    }

    private static Duty duty(DataPack pack, JsonNode node) throws Failure {
        String id = node.path("id").asText("");
        boolean inclusive = node.has("fromM2");
        double above = node.path(inclusive ? "fromM2" : "aboveM2").asDouble(Double.NaN);
        double below = node.has("belowM2") ? node.path("belowM2").asDouble(Double.NaN) : Double.POSITIVE_INFINITY;
        String appliesTo = node.path("appliesTo").asText("");
        String reference = node.path("reference").asText("");
        if (id.isBlank()
                || !(above >= 0 && below > above)
                || reference.isBlank()
                || !(appliesTo.equals("carpark") || appliesTo.equals("building"))) {
            throw Failure.of("rules.pack.duty", pack.file(), id);
        }
        try {
            return new Duty(
                    id,
                    new Words(
                            node.path("title").path("fr").asText(id),
                            node.path("title").path("en").asText(id)),
                    appliesTo.equals("carpark"),
                    above,
                    inclusive,
                    below,
                    LocalDate.parse(node.path("deadline").asText("")),
                    new Words(node.path("fr").asText(id), node.path("en").asText(id)),
                    reference,
                    node.path("verified").asBoolean(false),
                    node.path("publicOnly").asBoolean(false),
                    usages(pack, id, node.path("includes")),
                    usages(pack, id, node.path("unsure")),
                    words(node.path("exemptions")));
        } catch (DateTimeParseException e) {
            throw Failure.of("rules.pack.duty", pack.file(), id);
        }
    }

    private static List<String> usages(DataPack pack, String duty, JsonNode list) throws Failure {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : list) {
            if (!Usage.ofCode(code.asText()).code().equals(code.asText())) {
                throw Failure.of("rules.pack.duty", pack.file(), duty);
            }
            codes.add(code.asText());
        }
        return codes;
    }

    private static List<Words> words(JsonNode list) {
        List<Words> words = new ArrayList<>();
        list.forEach(
                n -> words.add(new Words(n.path("fr").asText(""), n.path("en").asText(""))));
        return words;
    }

    /**
     * What a building or car park must do, the certain and early first; empty when nothing.
     *
     * @param areaM2 footprint of a building, or ground of a car park
     * @param usage code of the use; empty for a car park
     */
    public List<Duty> of(boolean carPark, double areaM2, boolean publicOwner, String usage) {
        return duties.stream()
                .filter(d -> d.carPark == carPark && d.covers(areaM2) && (publicOwner || !d.publicOnly))
                .flatMap(d -> d.of(publicOwner, usage).stream())
                .sorted(Comparator.comparing((Duty d) -> !d.verified).thenComparing(Duty::deadline))
                .toList();
    }

    /** The smallest area above which anything is asked for [m²]; infinite when nothing ever is. */
    public double leastThreshold(boolean carPark) {
        return duties.stream()
                .filter(d -> d.carPark == carPark)
                .mapToDouble(Duty::aboveM2)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
