package fr.heliotoit.ui.model;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.text.Spelling;
import java.util.List;
import java.util.stream.Stream;

/** Finds communes by name or INSEE code, without regard to accents, hyphens and case. */
public final class CommuneSearch {
    private record Entry(String text, Commune commune) {}

    private final List<Entry> entries;

    public CommuneSearch(List<Commune> communes) {
        entries = communes.stream()
                .map(commune -> new Entry(
                        Spelling.fold(commune.name() + " " + (commune.inseeCode() == null ? "" : commune.inseeCode())),
                        commune))
                .toList();
    }

    /** Those that begin with the text first, then those that have its words. */
    public List<Commune> find(String typed, int limit) {
        String folded = Spelling.fold(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        Stream<Entry> first = entries.stream().filter(entry -> entry.text().startsWith(folded));
        Stream<Entry> second = entries.stream()
                .filter(entry -> !entry.text().startsWith(folded) && (" " + entry.text()).contains(" " + folded));
        return Stream.concat(first, second).limit(limit).map(Entry::commune).toList();
    }
}
