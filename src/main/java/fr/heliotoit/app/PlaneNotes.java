package fr.heliotoit.app;

import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What there is to say about the planes that a computation used: which contour, whose planes, which are only makeshift. */
final class PlaneNotes {
    private PlaneNotes() {}

    /** @param unusable supplied planes that could not be used */
    static List<Message> of(List<RoofPlane> planes, int unusable) {
        Map<String, RoofPlane> buildings = new LinkedHashMap<>();
        planes.forEach(p -> buildings.putIfAbsent(p.buildingId(), p));
        List<Message> notes = new ArrayList<>();
        double[] overhangs = buildings.values().stream()
                .mapToDouble(RoofPlane::overhangM)
                .filter(o -> o > 0)
                .sorted()
                .toArray();
        if (overhangs.length > 0) {
            notes.add(Message.of(
                    "app.planes.widened", overhangs.length, Formats.number(overhangs[overhangs.length / 2], 1)));
        }
        count(buildings, p -> p.origin() == RoofPlane.Origin.SUPPLIED, "app.planes.supplied", notes);
        count(buildings, p -> p.origin().makeshift(), "app.planes.makeshift", notes);
        if (unusable > 0) {
            notes.add(Message.of("app.planes.unusable", unusable));
        }
        return notes;
    }

    private static void count(
            Map<String, RoofPlane> buildings, Predicate<RoofPlane> which, String key, List<Message> notes) {
        long count = buildings.values().stream().filter(which).count();
        if (count > 0) {
            notes.add(Message.of(key, count));
        }
    }
}
