package fr.heliotoit.cadastre;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A question about buildings that does not depend on how it was written or on who answers it; the project file answers it with its
 * indexes. As in ECQL, a comparison with a value that a building has not is false, and so its negation true.
 */
public sealed interface BuildingQuery {
    /** The answer for a building that has been read. Safe for several threads. */
    boolean matches(BuildingRecord building);

    /** True for every building. */
    record All() implements BuildingQuery {
        @Override
        public boolean matches(BuildingRecord building) {
            return true;
        }
    }

    /** True when all parts are. */
    record And(List<BuildingQuery> parts) implements BuildingQuery {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(BuildingRecord building) {
            for (BuildingQuery part : parts) {
                if (!part.matches(building)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True when one part is. */
    record Or(List<BuildingQuery> parts) implements BuildingQuery {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(BuildingRecord building) {
            for (BuildingQuery part : parts) {
                if (part.matches(building)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** True when the part is not. */
    record Not(BuildingQuery part) implements BuildingQuery {
        @Override
        public boolean matches(BuildingRecord building) {
            return !part.matches(building);
        }
    }

    /**
     * Compares an attribute with a constant.
     *
     * @param value {@code String}, {@code Double} or {@code Boolean}, as the attribute's type wants it; texts know only
     *     {@link Operator#EQUAL}, which heeds case and accents
     */
    record Compare(Attribute attribute, Operator operator, Object value) implements BuildingQuery {
        @Override
        public boolean matches(BuildingRecord building) {
            return switch (attribute.valueOf(building)) {
                case null -> false;
                case Number there -> value instanceof Double constant && holds(there.doubleValue(), constant);
                case Object there -> there.equals(value);
            };
        }

        private boolean holds(double there, double constant) {
            return switch (operator) {
                case EQUAL -> there == constant;
                case LESS -> there < constant;
                case LESS_OR_EQUAL -> there <= constant;
                case GREATER -> there > constant;
                case GREATER_OR_EQUAL -> there >= constant;
            };
        }
    }

    /** True when the building has no value there. */
    record Missing(Attribute attribute) implements BuildingQuery {
        @Override
        public boolean matches(BuildingRecord building) {
            return attribute.valueOf(building) == null;
        }
    }

    /** True when the envelope of the footprint meets the box, edges included [project CRS]. */
    record Box(double minX, double minY, double maxX, double maxY) implements BuildingQuery {
        @Override
        public boolean matches(BuildingRecord building) {
            return building.building()
                    .footprint()
                    .getEnvelopeInternal()
                    .intersects(new Envelope(minX, maxX, minY, maxY));
        }
    }

    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    BuildingQuery ALL = new All();
}
