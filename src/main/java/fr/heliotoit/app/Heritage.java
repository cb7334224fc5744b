package fr.heliotoit.app;

import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.text.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** What the features of the layer of protections say, and how far a place is from them. */
final class Heritage {
    private Heritage() {}

    /**
     * A protection seen from a place.
     *
     * @param feature the monument, or the perimeter
     * @param distanceM from it; 0 inside [m]
     */
    record Nearest(LayerFeature feature, double distanceM) {}

    /** Whether a feature is the monument itself and not a perimeter around something. */
    static boolean monument(LayerFeature protection) {
        String words = Spelling.fold(String.join(
                " ",
                protection.values().getOrDefault("role", ""),
                protection.values().getOrDefault("nature", ""),
                protection.values().getOrDefault("type", "")));
        if (words.contains("assiette") || words.contains("perimetre") || words.contains("pda")) {
            return false;
        }
        return words.contains("generateur")
                || words.contains("monument")
                || words.contains("immeuble")
                || !protection.values().containsKey("role")
                        && kind(protection).equals("AC1")
                        && protection.geometry() != null
                        && protection.geometry().getArea() < 20_000;
    }

    /** AC1, AC4, UNESCO, PDA, SPR …; « protection » when nothing says. */
    static String kind(LayerFeature protection) {
        for (String name : List.of("type", "suptype", "nature", "categorie")) {
            String value = protection.values().getOrDefault(name, "").strip();
            if (!value.isEmpty() && value.length() <= 12) {
                return value.toUpperCase(Locale.ROOT);
            }
        }
        return "protection";
    }

    /** Such as « AC1 – Église Saint-Léger ». */
    static String words(LayerFeature protection) {
        String name = protection.label() != null
                ? protection.label()
                : protection.values().getOrDefault("nom", protection.values().getOrDefault("nomsup", protection.id()));
        return kind(protection) + " – " + name;
    }

    /** The protection that weighs most on a place: one that it lies in, else the nearest monument, else the nearest perimeter. */
    static Optional<Nearest> nearest(Geometry place, List<LayerFeature> protections) {
        Comparator<Nearest> order = Comparator.comparing((Nearest n) -> n.distanceM() > 0)
                .thenComparing(n -> !monument(n.feature()))
                .thenComparingDouble(Nearest::distanceM)
                .thenComparing(n -> n.feature().id());
        return protections.stream()
                .filter(p -> p.geometry() != null)
                .map(p -> new Nearest(p, Objects.requireNonNull(p.geometry()).distance(place)))
                .min(order);
    }

    /** Whether a place lies in a perimeter. */
    static boolean protectedPlace(Geometry place, List<LayerFeature> protections) {
        return protections.stream()
                .anyMatch(p -> p.geometry() != null && p.geometry().intersects(place));
    }
}
