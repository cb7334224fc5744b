package fr.heliotoit.cadastre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The parcel that a building stands on and the address that it has, as the layers of parcels and addresses say by position. The parcel is
 * the one with the largest part of the footprint. The address is the one inside the footprint; else the nearest one of the same parcel;
 * where parcels are not known, the nearest one that is hard by.
 */
public final class Situation {
    /** An address of the same parcel may be at the gate of a long garden [m]. */
    private static final double SAME_PARCEL_M = 50;

    /** Without parcels, one that is farther may be the neighbour's [m]. */
    private static final double HARD_BY_M = 15;

    /** National addresses are put at the kerb: the parcel is the nearest one [m]. */
    private static final double KERB_M = 10;

    /** Less of a footprint than that on a parcel is an inexact outline. */
    private static final double LEAST_SHARE = 0.1;

    /** What addresses without a number bear instead of one, by the format of local address files. */
    private static final String NO_NUMBER = "99999";

    /**
     * A building whose situation is asked for.
     *
     * @param parcel what its own file says, in which case the layer of parcels is not asked
     */
    public record Place(
            String id, Geometry footprint, @Nullable String parcel) {}

    /** What the layers say; at least one of the two. */
    public record Known(@Nullable String address, @Nullable String parcel) {}

    private record Parcel(String id, String key, PreparedGeometry shape) {}

    private record Address(int rank, String line, Point point, Set<String> parcels) {}

    private final STRtree parcels = new STRtree();
    private final STRtree addresses = new STRtree();

    private Situation(List<LayerFeature> addresses, List<LayerFeature> parcels) {
        for (LayerFeature feature : parcels) {
            Geometry shape = feature.geometry();
            if (shape != null && shape.getArea() > 0) {
                this.parcels.insert(
                        shape.getEnvelopeInternal(),
                        new Parcel(feature.id(), key(feature.id()), PreparedGeometryFactory.prepare(shape)));
            }
        }
        int rank = 0;
        for (LayerFeature feature : addresses) {
            String line = feature.label();
            Geometry shape = feature.geometry();
            boolean numbered = !NO_NUMBER.equals(feature.values().get("numero"));
            if (line != null && shape != null && !shape.isEmpty() && numbered) {
                Point point = shape instanceof Point p ? p : shape.getCentroid();
                this.addresses.insert(
                        point.getEnvelopeInternal(), new Address(rank++, line, point, parcels(feature, point)));
            }
        }
    }

    /**
     * All in one CRS of metres.
     *
     * @return by building id; a building of which the layers say nothing is not named
     */
    public static Map<String, Known> of(
            List<Place> buildings, List<LayerFeature> addresses, List<LayerFeature> parcels) {
        Situation situation = new Situation(addresses, parcels);
        Map<String, Known> known = new HashMap<>();
        for (Place building : buildings) {
            String parcel = building.parcel() == null ? situation.parcel(building.footprint()) : null;
            String said = parcel == null ? building.parcel() : parcel;
            String address = situation.address(building.footprint(), said == null ? Set.of() : keys(said));
            if (parcel != null || address != null) {
                known.put(building.id(), new Known(address, parcel));
            }
        }
        return known;
    }

    private @Nullable String parcel(Geometry footprint) {
        double most = LEAST_SHARE * footprint.getArea();
        String best = null;
        for (Object found : parcels.query(footprint.getEnvelopeInternal())) {
            Parcel parcel = (Parcel) found;
            if (parcel.shape.covers(footprint)) {
                return parcel.id;
            }
            double shared = shared(parcel.shape, footprint);
            if (shared > most) {
                most = shared;
                best = parcel.id;
            }
        }
        return best;
    }

    private static double shared(PreparedGeometry parcel, Geometry footprint) {
        if (!parcel.intersects(footprint)) {
            return 0;
        }
        try {
            return OverlayNGRobust.overlay(parcel.getGeometry(), footprint, OverlayNG.INTERSECTION)
                    .getArea();
        } catch (TopologyException e) {
            // Shapes were checked when they were imported; one that another program has edited counts as elsewhere.
            return 0;
        }
    }

    private @Nullable String address(Geometry footprint, Set<String> onParcels) {
        Envelope around = footprint.getEnvelopeInternal().copy();
        around.expandBy(SAME_PARCEL_M);
        Address best = null;
        double nearest = Double.MAX_VALUE;
        Point middle = null;
        for (Object found : addresses.query(around)) {
            Address address = (Address) found;
            double metres = footprint.distance(address.point);
            boolean told = !onParcels.isEmpty() && !address.parcels.isEmpty();
            boolean same = told && address.parcels.stream().anyMatch(onParcels::contains);
            if (metres > (same ? SAME_PARCEL_M : told ? 0 : HARD_BY_M)) {
                continue;
            }
            if (metres == 0) {
                // Of several entrances the one in the middle; before all that are outside.
                middle = middle == null ? footprint.getCentroid() : middle;
                metres = middle.distance(address.point) - 1e6;
            }
            if (best == null || metres < nearest || metres == nearest && address.rank < best.rank) {
                best = address;
                nearest = metres;
            }
        }
        return best == null ? null : best.line;
    }

    /** The parcels that the address file names, else the one where the point is. */
    private Set<String> parcels(LayerFeature address, Point point) {
        String named = address.values().getOrDefault("cad_parcelles", "");
        if (!named.isBlank()) {
            return keys(named);
        }
        Envelope around = point.getEnvelopeInternal().copy();
        around.expandBy(KERB_M);
        Parcel best = null;
        double nearest = KERB_M;
        for (Object found : parcels.query(around)) {
            Parcel parcel = (Parcel) found;
            double metres = parcel.shape.getGeometry().distance(point);
            if (metres <= nearest) {
                nearest = metres;
                best = parcel;
            }
        }
        return best == null ? Set.of() : Set.of(best.key);
    }

    private static Set<String> keys(String parcels) {
        List<String> keys = new ArrayList<>();
        for (String one : parcels.split("[,;| ]+")) {
            if (!one.isBlank()) {
                keys.add(key(one));
            }
        }
        return new HashSet<>(keys);
    }

    private static String key(String parcel) {
        return parcel.strip().toUpperCase(Locale.ROOT);
    }
}
