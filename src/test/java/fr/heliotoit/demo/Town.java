package fr.heliotoit.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Everything that stands on the plan, in local metres. */
final class Town {
    final Land land = new Land();
    final List<Street> streets = new ArrayList<>();
    final List<Structure> buildings = new ArrayList<>();
    final List<Parcel> parcels = new ArrayList<>();
    final List<CarPark> carParks = new ArrayList<>();
    final List<Polygon> paved = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    /** Opens a street: its ground is nobody's plot. */
    Street open(Street street) {
        streets.add(street);
        land.take(street.surface());
        return street;
    }

    void add(Structure building) {
        String digits = "000" + (buildings.size() + 1);
        addresses.add(building.address());
        buildings.add(building.withId("SSA" + digits.substring(digits.length() - 4)));
    }

    boolean hasAddress(String address) {
        return addresses.contains(address);
    }

    Parcel addParcel(String section, Polygon shape, boolean publicOwner, Parcel.Kind kind) {
        int number = lastNumber.merge(section, 1, Integer::sum);
        Parcel parcel = new Parcel(section, number, shape, publicOwner, kind);
        parcels.add(parcel);
        land.take(shape);
        return parcel;
    }

    void addCarPark(CarPark carPark) {
        carParks.add(carPark);
        paved.add(carPark.shape());
    }

    void plant(Tree tree) {
        trees.add(tree);
    }

    /** The trees that have room: not in a wall, not on a carriageway. */
    List<Tree> trees() {
        STRtree index = new STRtree();
        buildings.forEach(b -> index.insert(b.footprint().getEnvelopeInternal(), b.footprint()));
        streets.forEach(
                s -> index.insert(s.surface().getEnvelopeInternal(), s.surface().buffer(-1.6)));
        index.build();
        List<Tree> growing = new ArrayList<>();
        for (Tree tree : trees) {
            Point foot = Site.GEOMETRY.createPoint(new Coordinate(tree.x(), tree.y()));
            Geometry crown = foot.buffer(0.6 * tree.radius() + 0.3, 2);
            boolean room = true;
            for (Object other : index.query(crown.getEnvelopeInternal())) {
                room &= !((Geometry) other).intersects(crown);
            }
            if (room) {
                growing.add(tree);
            }
        }
        return growing;
    }

    /** The parcel that holds most of a footprint; empty when none does. */
    String parcelOf(Geometry footprint) {
        String best = "";
        double most = 0;
        for (Parcel parcel : parcels) {
            if (parcel.shape().getEnvelopeInternal().intersects(footprint.getEnvelopeInternal())
                    && parcel.shape().intersects(footprint)) {
                double area = Site.common(parcel.shape(), footprint).getArea();
                if (area > most) {
                    most = area;
                    best = parcel.id();
                }
            }
        }
        return best;
    }
}
