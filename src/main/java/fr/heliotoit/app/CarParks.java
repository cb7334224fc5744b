package fr.heliotoit.app;

import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Spelling;
import java.util.Set;

/** What the features of the layer of car parks say. */
final class CarParks {
    private static final Set<String> YES = Set.of("true", "oui", "1", "vrai", "yes", "t", "public", "communal");

    private CarParks() {}

    /** Area of the outline; without one, what the register says; 0 when neither is known [m²]. */
    static double areaM2(LayerFeature park) {
        if (park.geometry() != null && park.geometry().getArea() > 0) {
            return park.geometry().getArea();
        }
        String given = park.values().getOrDefault("surface", "");
        return Formats.parse(given).orElse(0);
    }

    static boolean publicOwner(LayerFeature park) {
        return YES.contains(Spelling.fold(park.values().getOrDefault("public", "")));
    }
}
