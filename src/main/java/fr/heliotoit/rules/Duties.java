package fr.heliotoit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.text.Failure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
     * @param carPark whether it is about car parks; else about buildings
     * @param aboveM2 it applies above
     * @param upToM2 and up to
     * @param deadline day it falls due
     * @param words what is asked for
     * @param reference text of law
     * @param verified otherwise « à vérifier » is printed
     * @param publicOnly whether only public owners are meant
     * @param excluded codes of uses that are not meant
     * @param exemptions arguments that the text allows
     */
    public record Duty(
            String id,
            boolean carPark,
            double aboveM2,
            double upToM2,
            LocalDate deadline,
            Words words,
            String reference,
            boolean verified,
            boolean publicOnly,
            List<String> excluded,
            List<Words> exemptions) {
        public Duty {
            excluded = List.copyOf(excluded);
            exemptions = List.copyOf(exemptions);
        }

        boolean covers(double areaM2) {
            return areaM2 > aboveM2 && areaM2 <= upToM2;
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
        double above = node.path("aboveM2").asDouble(Double.NaN);
        double upTo = node.path("upToM2").asDouble(Double.NaN);
        String reference = node.path("reference").asText("");
        if (id.isBlank() || !(above >= 0 && upTo > above) || reference.isBlank()) {
            throw Failure.of("rules.pack.duty", pack.file(), id);
        }
        List<String> excluded = new ArrayList<>();
        node.path("excludes").forEach(e -> excluded.add(e.asText()));
        try {
            return new Duty(
                    id,
                    node.path("appliesTo").asText("").equals("carpark"),
                    above,
                    upTo,
                    LocalDate.parse(node.path("deadline").asText("")),
                    new Words(node.path("fr").asText(id), node.path("en").asText(id)),
                    reference,
                    node.path("verified").asBoolean(false),
                    node.path("publicOnly").asBoolean(false),
                    excluded,
                    words(node.path("exemptions")));
        } catch (DateTimeParseException e) {
            throw Failure.of("rules.pack.duty", pack.file(), id);
        }
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
                .filter(d -> d.carPark == carPark
                        && d.covers(areaM2)
                        && (publicOwner || !d.publicOnly)
                        && !d.excluded.contains(usage))
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
