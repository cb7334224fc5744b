package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The buildings as a public map may show them: a private roof takes the mean irradiation of its neighbourhood of {@value Groups#LEAST} private
 * roofs with a figure or more, whether it has a figure itself or not; a public one keeps its own. Neighbourhoods come from halving the
 * commune again and again (k-d tree, Bentley 1975). Where private figures are fewer, {@link ReportInput#described} leaves them out before.
 */
final class Neighbourhoods {
    private record Place(BuildingRecord record, @Nullable SolarPotential potential, Coordinate at) {}

    private Neighbourhoods() {}

    static List<BuildingRecord> averaged(List<BuildingRecord> records, Conventions conventions) {
        List<Place> places = new ArrayList<>();
        for (BuildingRecord record : records) {
            if (!record.building().publicOwner()) {
                places.add(new Place(
                        record,
                        record.outcome() instanceof SolarPotential p ? p : null,
                        record.building().footprint().getEnvelopeInternal().centre()));
            }
        }
        if (figures(places) == 0) {
            return records;
        }
        Map<String, BuildingRecord> shown = new HashMap<>();
        halve(places, conventions, shown);
        return records.stream()
                .map(r -> shown.getOrDefault(r.building().id(), r))
                .toList();
    }

    private static long figures(List<Place> places) {
        return places.stream().filter(place -> place.potential != null).count();
    }

    private static void halve(List<Place> places, Conventions conventions, Map<String, BuildingRecord> shown) {
        double width = spread(places, true);
        double height = spread(places, false);
        Comparator<Place> order = Comparator.comparingDouble((Place p) -> width >= height ? p.at.x : p.at.y)
                .thenComparing(p -> p.record.building().id());
        List<Place> sorted = places.stream().sorted(order).toList();
        int middle = middle(sorted);
        if (middle == 0) {
            average(places, conventions, shown);
            return;
        }
        halve(sorted.subList(0, middle), conventions, shown);
        halve(sorted.subList(middle, sorted.size()), conventions, shown);
    }

    /** Where half of the figures lie on either side; 0 when a half would hold too few. */
    private static int middle(List<Place> sorted) {
        long half = figures(sorted) / 2;
        if (half < Groups.LEAST) {
            return 0;
        }
        int at = 0;
        for (long seen = 0; seen < half; at++) {
            seen += sorted.get(at).potential == null ? 0 : 1;
        }
        return at;
    }

    private static double spread(List<Place> places, boolean x) {
        var summary = places.stream().mapToDouble(p -> x ? p.at.x : p.at.y).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    private static void average(List<Place> places, Conventions conventions, Map<String, BuildingRecord> shown) {
        List<SolarPotential> known = places.stream()
                .flatMap(place -> java.util.stream.Stream.ofNullable(place.potential))
                .toList();
        double mean = known.stream()
                .mapToDouble(SolarPotential::irradiationKWhM2)
                .average()
                .orElse(0);
        for (Place place : places) {
            BuildingRecord r = place.record;
            SolarPotential averaged = new SolarPotential(
                    mean,
                    List.of(),
                    Math.max(1, r.building().footprintM2()),
                    0,
                    0,
                    0,
                    List.of(),
                    conventions.classOf(mean),
                    Double.NaN,
                    Double.NaN,
                    known.getFirst().method());
            shown.put(r.building().id(), new BuildingRecord(r.building(), List.of(), averaged, r.vintage()));
        }
    }
}
