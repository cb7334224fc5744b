package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a vector file, as it stands there.
 *
 * @param number position in the file, from 1
 * @param attributes values by column, in the file's order, which the maker does not change any more: {@code String}, {@code Long}, {@code Double}, {@code Boolean} or null
 * @param geometry in the file's own system, perhaps empty or invalid; null when there is none or it cannot be made
 * @param problem why the geometry cannot be made, with code {@code GEOM_NONE}, {@code GEOM_NAN} or {@code GEOM_UNREADABLE}; null
 *     exactly when there is a geometry
 */
public record VectorFeature(
        long number,
        Map<String, @Nullable Object> attributes,
        @Nullable Geometry geometry,
        @Nullable Finding problem) {
    public VectorFeature {
        attributes = Collections.unmodifiableMap(attributes);
        if ((geometry == null) == (problem == null)) {
            throw new IllegalArgumentException("either a geometry or a problem, feature " + number);
        }
    }

    static VectorFeature of(long number, Map<String, @Nullable Object> attributes, Geometry geometry) {
        return new VectorFeature(number, attributes, geometry, null);
    }

    static VectorFeature without(long number, Map<String, @Nullable Object> attributes, BadGeometry why) {
        return new VectorFeature(
                number, attributes, null, Finding.refused(why.code(), Long.toString(number), why.sentence()));
    }
}
