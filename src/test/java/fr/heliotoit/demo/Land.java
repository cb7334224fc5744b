package fr.heliotoit.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The ground that is already given away: first come, first served. */
final class Land {
    private final List<Geometry> taken = new ArrayList<>();

    void take(Geometry ground) {
        if (!ground.isEmpty()) {
            taken.add(ground);
        }
    }

    /** Whether a building could stand there without touching other people's ground. */
    boolean free(Geometry footprint) {
        for (Geometry other : taken) {
            if (other.getEnvelopeInternal().intersects(footprint.getEnvelopeInternal())
                    && other.intersects(footprint)
                    && Site.common(other, footprint).getArea() > 0.05) {
                return false;
            }
        }
        return true;
    }

    /** The largest piece of a plot that is still free. */
    Polygon claim(Polygon wanted) {
        Geometry left = wanted;
        for (Geometry other : taken) {
            if (other.getEnvelopeInternal().intersects(left.getEnvelopeInternal())) {
                left = Site.minus(left, other);
            }
        }
        return Site.largest(left);
    }

    /** What is left of a region, piece by piece. */
    Geometry remains(Geometry region) {
        return Site.minus(region, Site.union(taken));
    }
}
