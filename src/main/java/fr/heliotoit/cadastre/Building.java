package fr.heliotoit.cadastre;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A building as imported.
 *
 * @param id stable identifier of the source (RNB, cleabs …), unique in a snapshot
 * @param footprint polygon or multipolygon, valid, not empty, in the project's CRS
 * @param name proper name such as "École Jean-Macé", when known
 * @param address one line, when known
 * @param parcel cadastral parcel (14 characters), when known
 * @param publicOwner whether it belongs to the commune or another public body
 * @param heightM height of the eaves above ground, when known [m]
 */
public record Building(
        String id,
        Geometry footprint,
        @Nullable String name,
        @Nullable String address,
        @Nullable String parcel,
        Usage usage,
        boolean publicOwner,
        @Nullable Double heightM) {
    public Building {
        if (id.isBlank()) {
            throw new IllegalArgumentException("building without identifier");
        }
        if (footprint.isEmpty() || !(footprint.getArea() > 0)) {
            throw new IllegalArgumentException("building " + id + " without footprint");
        }
    }

    /** Area of the footprint [m²]. */
    public double footprintM2() {
        return footprint.getArea();
    }
}
