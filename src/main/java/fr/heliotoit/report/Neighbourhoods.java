package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * The buildings as a public map may show them: a private roof takes the mean irradiation of its neighbourhood of {@value Groups#LEAST} private
 * roofs or more, a public one keeps its own. Neighbourhoods come from halving the commune again and again (k-d tree, Bentley 1975).
 */
final class Neighbourhoods {
    private record Place(BuildingRecord record, SolarPotential potential, Coordinate at) {}

    private Neighbourhoods() {}

    static List<BuildingRecord> averaged(List<BuildingRecord> records, Conventions conventions) {
        List<Place> places = new ArrayList<>();
        for (BuildingRecord record : records) {
            if (!record.building().publicOwner() && record.outcome() instanceof SolarPotential p) {
                places.add(new Place(
                        record,
                        p,
                        record.building().footprint().getEnvelopeInternal().centre()));
            }
        }
        Map<String, BuildingRecord> shown = new HashMap<>();
        halve(places, conventions, shown);
        return records.stream()
                .map(r -> shown.getOrDefault(r.building().id(), r))
                .toList();
    }

    private static void halve(List<Place> places, Conventions conventions, Map<String, BuildingRecord> shown) {
        if (places.size() < 2 * Groups.LEAST) {
            average(places, conventions, shown);
            return;
        }
        double width = spread(places, true);
        double height = spread(places, false);
        Comparator<Place> order = Comparator.comparingDouble((Place p) -> width >= height ? p.at.x : p.at.y)
                .thenComparing(p -> p.record.building().id());
        List<Place> sorted = places.stream().sorted(order).toList();
        halve(sorted.subList(0, sorted.size() / 2), conventions, shown);
        halve(sorted.subList(sorted.size() / 2, sorted.size()), conventions, shown);
    }

    private static double spread(List<Place> places, boolean x) {
        var summary = places.stream().mapToDouble(p -> x ? p.at.x : p.at.y).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    private static void average(List<Place> places, Conventions conventions, Map<String, BuildingRecord> shown) {
        double mean = places.stream()
                .mapToDouble(p -> p.potential.irradiationKWhM2())
                .average()
                .orElse(0);
        for (Place place : places) {
            SolarPotential p = place.potential;
            SolarPotential averaged = new SolarPotential(
                    mean,
                    List.of(),
                    p.roofAreaM2(),
                    0,
                    0,
                    0,
                    conventions.classOf(mean),
                    Double.NaN,
                    Double.NaN,
                    p.method());
            BuildingRecord r = place.record;
            shown.put(r.building().id(), new BuildingRecord(r.building(), List.of(), averaged, r.vintage()));
        }
    }
}
