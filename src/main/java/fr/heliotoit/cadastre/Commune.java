package fr.heliotoit.cadastre;

import org.jspecify.annotations.Nullable;

/**
 * The place that a project is about.
 *
 * @param inseeCode five characters in France; null elsewhere
 * @param name official name, or the name given outside France
 * @param epci name of the group of communes, when known
 * @param population inhabitants, when known
 */
public record Commune(
        @Nullable String inseeCode,
        String name,
        @Nullable String epci,
        @Nullable Integer population) {
    public Commune {
        if (name.isBlank()) {
            throw new IllegalArgumentException("commune without a name");
        }
    }
}
