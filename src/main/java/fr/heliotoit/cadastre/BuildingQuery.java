package fr.heliotoit.cadastre;

import java.util.List;

/**
 * A question about buildings that does not depend on how it was written or on who answers it; the project file answers it with its
 * indexes. As in ECQL, a comparison with a value that a building has not is false, and so its negation true.
 */
public sealed interface BuildingQuery {
    /** True for every building. */
    record All() implements BuildingQuery {}

    /** True when all parts are. */
    record And(List<BuildingQuery> parts) implements BuildingQuery {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** True when one part is. */
    record Or(List<BuildingQuery> parts) implements BuildingQuery {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** True when the part is not. */
    record Not(BuildingQuery part) implements BuildingQuery {}

    /**
     * Compares an attribute with a constant.
     *
     * @param value {@code String}, {@code Double} or {@code Boolean}, as the attribute's type wants it; texts know only
     *     {@link Operator#EQUAL}, which heeds case and accents
     */
    record Compare(Attribute attribute, Operator operator, Object value) implements BuildingQuery {}

    /** True when the building has no value there. */
    record Missing(Attribute attribute) implements BuildingQuery {}

    /** True when the envelope of the footprint meets the box, edges included [project CRS]. */
    record Box(double minX, double minY, double maxX, double maxY) implements BuildingQuery {}

    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    BuildingQuery ALL = new All();
}
