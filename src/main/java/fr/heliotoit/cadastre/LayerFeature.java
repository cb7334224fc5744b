package fr.heliotoit.cadastre;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a {@link Layer}.
 *
 * @param id identifier of the source, not blank
 * @param label what people call it, such as the line of an address
 * @param geometry in the project's CRS; null when the source gives no place
 * @param values the other facts, by names that the layer's readers agree on
 */
public record LayerFeature(
        String id, @Nullable String label, @Nullable Geometry geometry, SortedMap<String, String> values) {
    public LayerFeature {
        if (id.isBlank()) {
            throw new IllegalArgumentException("feature without identifier");
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
