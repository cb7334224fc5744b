package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds buildings by name, address, identifier or parcel. Accents, hyphens, apostrophes and case do not count; every word typed must
 * begin a word of the building. Immutable; safe for several threads.
 */
public final class SearchIndex {

    private final List<Entry> entries;

    /** @param text folded words, each with a blank before it */
    private record Entry(String text, String id, BuildingRecord record) {}

    private record Hit(int rank, Entry entry) {}

    public SearchIndex(List<BuildingRecord> records) {
        entries = records.stream().map(SearchIndex::entry).toList();
    }

    /** The best matches: exact identifier first, then those that begin with what was typed. Empty for a blank text. */
    public List<BuildingRecord> find(String typed, int limit) {
        String folded = Spelling.fold(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        String[] words = folded.split(" ");
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            if (matches(entry, words)) {
                int rank = entry.id().equals(folded) ? 0 : entry.text().startsWith(" " + folded) ? 1 : 2;
                hits.add(new Hit(rank, entry));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank)
                .thenComparing(hit -> hit.entry().text()));
        return hits.stream().limit(limit).map(hit -> hit.entry().record()).toList();
    }

    private static boolean matches(Entry entry, String[] words) {
        for (String word : words) {
            if (!entry.text().contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    private static Entry entry(BuildingRecord record) {
        Building b = record.building();
        String text = Stream.of(b.name(), b.address(), b.id(), b.parcel())
                .filter(Objects::nonNull)
                .map(Spelling::fold)
                .collect(Collectors.joining(" "));
        return new Entry(" " + text, Spelling.fold(b.id()), record);
    }
}
