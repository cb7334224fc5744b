package fr.heliotoit.app;

import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What the features of the layer of protections say, and how far a place is from them: monuments (generators of AC1), and perimeters (their
 * surroundings, PDA, SPR, UNESCO, sites …). Reads the project's own columns ({@code suptype}, {@code role}, {@code nom}) and those of the
 * State's files of easements (CNIG: {@code typegen}, {@code typeass}, {@code nomgen}, {@code idgen} …).
 */
final class Heritage {
    /** What a protection may be of, as it stands in types, names and identifiers. */
    private static final Pattern KIND = Pattern.compile("\\b(ac1|ac2|ac4|unesco|pda|spr|zppaup|avap)(?=\\b|_)");

    /** Outlines without any word are monuments below this area [m²]. */
    private static final double MONUMENT_M2 = 20_000;

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern WRAPPING = Pattern.compile("^AC\\d_|_(gen|ass)$", Pattern.CASE_INSENSITIVE);

    private final List<LayerFeature> protections;
    private final Set<LayerFeature> delimited;
    private final double radiusM;

    /** @param radiusM of the surroundings of a monument without a perimeter of its own */
    Heritage(List<LayerFeature> protections, double radiusM) {
        this.protections =
                protections.stream().filter(p -> p.geometry() != null).toList();
        this.radiusM = radiusM;
        delimited = withPerimeter(this.protections);
    }

    /**
     * A protection seen from a place.
     *
     * @param feature the monument, or the perimeter
     * @param distanceM from it; 0 inside [m]
     */
    record Nearest(LayerFeature feature, double distanceM) {}

    /** Monuments whose surroundings somebody has drawn (PDA): they replace the circle. */
    private static Set<LayerFeature> withPerimeter(List<LayerFeature> protections) {
        List<LayerFeature> drawn =
                protections.stream().filter(p -> kind(p).equals("PDA")).toList();
        Set<String> named = drawn.stream()
                .map(p -> p.values().getOrDefault("idgen", ""))
                .filter(id -> !id.isBlank())
                .collect(Collectors.toSet());
        Set<LayerFeature> monuments = new LinkedHashSet<>();
        for (LayerFeature protection : protections) {
            Geometry place = Objects.requireNonNull(protection.geometry());
            if (monument(protection)
                    && (named.contains(protection.values().getOrDefault("idgen", protection.id()))
                            || drawn.stream()
                                    .anyMatch(p -> Objects.requireNonNull(p.geometry())
                                            .intersects(place.getInteriorPoint())))) {
                monuments.add(protection);
            }
        }
        return monuments;
    }

    /** Whether a feature is the monument itself and not a perimeter around something. */
    static boolean monument(LayerFeature protection) {
        Map<String, String> values = protection.values();
        String kind = kind(protection);
        if (!kind.equals("AC1") && !kind.equals("protection")) {
            return false;
        }
        String words = Spelling.fold(String.join(
                " ",
                values.getOrDefault("role", ""),
                values.getOrDefault("nature", ""),
                values.getOrDefault("type", ""),
                values.getOrDefault("typegen", ""),
                values.getOrDefault("typeass", "")));
        if (values.containsKey("typeass") || words.contains("assiette") || words.contains("perimetre")) {
            return false;
        }
        return values.containsKey("typegen")
                || words.contains("generateur")
                || words.contains("monument")
                || words.contains("immeuble")
                || !values.containsKey("role")
                        && kind.equals("AC1")
                        && protection.geometry() != null
                        && protection.geometry().getArea() < MONUMENT_M2;
    }

    /** AC1, AC2, AC4, UNESCO, PDA, SPR …; « protection » when nothing says. */
    static String kind(LayerFeature protection) {
        Map<String, String> values = protection.values();
        String words = Spelling.fold(String.join(
                " ",
                values.getOrDefault("typeass", ""),
                values.getOrDefault("suptype", ""),
                values.getOrDefault("type", ""),
                values.getOrDefault("nature", ""),
                values.getOrDefault("categorie", "")));
        if (words.contains("perimetre delimite des abords")) {
            return "PDA";
        }
        // A PDA is a kind of AC1, and says both.
        List<String> found = kinds(words);
        if (found.isEmpty()) {
            found = kinds(Spelling.fold(String.join(
                    " ",
                    values.getOrDefault("idsup", ""),
                    values.getOrDefault("idgen", ""),
                    values.getOrDefault("idass", ""),
                    values.getOrDefault("nomgen", ""),
                    values.getOrDefault("nomass", ""),
                    values.getOrDefault("nomsuplitt", ""))));
        }
        return found.contains("PDA") ? "PDA" : found.isEmpty() ? "protection" : found.getFirst();
    }

    private static List<String> kinds(String words) {
        List<String> found = new ArrayList<>();
        Matcher matcher = KIND.matcher(words);
        while (matcher.find()) {
            found.add(matcher.group(1).toUpperCase(Locale.ROOT));
        }
        return found;
    }

    /** Such as « AC1 – Église Saint-Léger »; the State's « AC1_EgliseSaintDominique_gen » becomes « AC1 – Eglise Saint Dominique ». */
    static String words(LayerFeature protection) {
        String name = protection.label() != null
                ? protection.label()
                : protection.values().getOrDefault("nom", protection.values().getOrDefault("nomsup", protection.id()));
        String bare = WRAPPING.matcher(name).replaceAll("");
        return kind(protection)
                + " – "
                + (bare.equals(name)
                        ? name
                        : CAMEL.matcher(bare.replace('_', ' ')).replaceAll(" "));
    }

    /**
     * Every protection that weighs on a place, the one that weighs most first: perimeters that it lies in, and monuments that it is part of
     * or, where nobody has drawn their surroundings, within the radius of. Empty when it is free.
     */
    List<Nearest> on(Geometry place) {
        Envelope reach = new Envelope(place.getEnvelopeInternal());
        reach.expandBy(radiusM);
        List<Nearest> found = new ArrayList<>();
        for (LayerFeature protection : protections) {
            Geometry geometry = Objects.requireNonNull(protection.geometry());
            if (!reach.intersects(geometry.getEnvelopeInternal())) {
                continue;
            }
            double distance = geometry.distance(place);
            boolean circle = monument(protection) && !delimited.contains(protection);
            if (distance == 0 || circle && distance <= radiusM) {
                found.add(new Nearest(protection, distance));
            }
        }
        found.sort(Comparator.comparing((Nearest n) -> n.distanceM() > 0)
                .thenComparing(n -> !monument(n.feature()))
                .thenComparingDouble(Nearest::distanceM)
                .thenComparing(n -> n.feature().id()));
        return found;
    }

    /** Whether a place lies in a perimeter or a monument. */
    static boolean protectedPlace(Geometry place, List<LayerFeature> protections) {
        return protections.stream()
                .anyMatch(p -> p.geometry() != null && p.geometry().intersects(place));
    }
}
