package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds places by name, address, identifier, parcel or coordinates: buildings, and what else the project holds with a name. Accents,
 * hyphens, apostrophes and case do not count; every word typed must begin a word of the place. Made when it is first asked; safe for several threads.
 */
public final class SearchIndex {
    /** Where the other layers of a project come from. */
    public interface Layers {
        List<LayerFeature> of(Layer layer) throws Failure;
    }

    private static final Map<Layer, Place.Kind> KINDS = Map.of(
            Layer.ADDRESSES, Place.Kind.ADDRESS,
            Layer.PARCELS, Place.Kind.PARCEL,
            Layer.CAR_PARKS, Place.Kind.CAR_PARK,
            Layer.PROTECTIONS, Place.Kind.PROTECTION);

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::rank)
            .thenComparing(hit -> hit.entry().kind())
            .thenComparing(hit -> hit.entry().text());

    private final List<BuildingRecord> records;
    private final Envelope extent;
    private final Crs crs;
    private final Layers layers;
    private @Nullable List<Entry> entries;

    /**
     * @param text folded words, each with a blank before it
     * @param id folded
     * @param subject a building's record or a layer's feature
     */
    private record Entry(Place.Kind kind, String text, String id, Object subject) {}

    /** @param rank 0 for the exact identifier, 1 for what begins with the words typed, 2 for the others */
    private record Hit(int rank, Entry entry) {}

    /** @param extent of the buildings */
    public SearchIndex(List<BuildingRecord> records, Envelope extent, Crs crs, Layers layers) {
        this.records = records;
        this.extent = extent;
        this.crs = crs;
        this.layers = layers;
    }

    /**
     * The best matches: exact identifier first, then those that begin with what was typed. Empty for a blank text.
     *
     * @throws Failure when the project cannot be read
     */
    public List<Place> find(String typed, int limit) throws Failure {
        List<Place> found = new ArrayList<>();
        TypedCoordinates coordinates = TypedCoordinates.of(typed).orElse(null);
        if (coordinates != null) {
            coordinates.in(extent, crs).ifPresent(found::add);
        }
        String folded = Spelling.fold(typed);
        if (!folded.isEmpty()) {
            best(folded, limit - found.size()).stream().map(SearchIndex::place).forEach(found::add);
        }
        return found;
    }

    /** Makes the index before it is asked, so that the first letter need not wait. Takes a second for a territory: not on the FX thread. */
    public void prepare() throws Failure {
        entries();
    }

    /** Why nothing was found. */
    public static String whyNothing(String typed) {
        boolean elsewhere = TypedCoordinates.of(typed)
                .filter(TypedCoordinates::unmistakable)
                .isPresent();
        return elsewhere ? t("search.outside") : t("search.nothing", typed.strip());
    }

    private List<Entry> best(String folded, int limit) throws Failure {
        String[] words = folded.split(" ");
        // The worst of the best is on top: of 300 000 that begin with one letter few are worth keeping.
        PriorityQueue<Hit> best = new PriorityQueue<>(BEST_FIRST.reversed());
        for (Entry entry : entries()) {
            if (matches(entry, words)) {
                int rank = entry.id().equals(folded) ? 0 : entry.text().startsWith(folded, 1) ? 1 : 2;
                best.add(new Hit(rank, entry));
                if (best.size() > limit) {
                    best.poll();
                }
            }
        }
        return best.stream().sorted(BEST_FIRST).map(Hit::entry).toList();
    }

    private static boolean matches(Entry entry, String[] words) {
        for (String word : words) {
            if (!begins(entry.text(), word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(String text, String word) {
        int at = text.indexOf(word);
        while (at > 0 && text.charAt(at - 1) != ' ') {
            at = text.indexOf(word, at + 1);
        }
        return at > 0;
    }

    private synchronized List<Entry> entries() throws Failure {
        List<Entry> known = entries;
        if (known == null) {
            known = new ArrayList<>(records.stream()
                    .map(record -> new Entry(
                            Place.Kind.BUILDING,
                            text(record.building()),
                            Spelling.fold(record.building().id()),
                            record))
                    .toList());
            Set<String> taken = new HashSet<>();
            for (BuildingRecord record : records) {
                String address = record.building().address();
                if (address != null) {
                    taken.add(Spelling.fold(address));
                }
            }
            for (Map.Entry<Layer, Place.Kind> layer : KINDS.entrySet()) {
                add(known, layers.of(layer.getKey()), layer.getValue(), taken);
            }
            entries = known;
        }
        return known;
    }

    /** @param taken addresses that lead to a building already */
    private static void add(List<Entry> known, List<LayerFeature> features, Place.Kind kind, Set<String> taken) {
        for (LayerFeature feature : features) {
            String text = text(feature, kind);
            boolean twice = kind == Place.Kind.ADDRESS && taken.contains(text.strip());
            if (feature.geometry() != null && !text.isBlank() && !twice) {
                known.add(new Entry(kind, text, Spelling.fold(feature.id()), feature));
            }
        }
    }

    private static String text(Building b) {
        return folded(Stream.of(b.name(), b.address(), b.id(), b.parcel()));
    }

    /** A parcel is asked for as « AM 12 » or « AM12 », which its long identifier does not begin with; an address by its words alone. */
    private static String text(LayerFeature feature, Place.Kind kind) {
        return switch (kind) {
            case ADDRESS -> folded(Stream.of(feature.label()));
            case PARCEL -> {
                String section = feature.values().getOrDefault("section", "");
                String number = feature.values().getOrDefault("numero", "");
                yield folded(Stream.of(section + number, section, number, feature.id(), feature.label()));
            }
            default -> folded(Stream.of(feature.label(), feature.id()));
        };
    }

    private static String folded(Stream<@Nullable String> texts) {
        return " "
                + texts.filter(Objects::nonNull)
                        .map(text -> Spelling.fold(Objects.requireNonNull(text)))
                        .collect(Collectors.joining(" "));
    }

    private static Place place(Entry entry) {
        if (entry.subject() instanceof BuildingRecord record) {
            return Place.of(record);
        }
        LayerFeature feature = (LayerFeature) entry.subject();
        String label = feature.label();
        return new Place(
                entry.kind(),
                label == null || label.isBlank() ? parcel(feature) : label,
                Stream.of(t("search.kind." + entry.kind().name().toLowerCase(java.util.Locale.ROOT)), feature.id())
                        .collect(Collectors.joining(" · ")),
                Objects.requireNonNull(feature.geometry()).getEnvelopeInternal(),
                null);
    }

    private static String parcel(LayerFeature feature) {
        String section = feature.values().get("section");
        String number = feature.values().get("numero");
        return section == null || number == null ? feature.id() : section + " " + number;
    }
}
