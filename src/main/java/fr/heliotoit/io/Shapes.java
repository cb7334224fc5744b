package fr.heliotoit.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Makes JTS geometries of coordinates from files, refusing what JTS would throw on. Counts the rings it had to close. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();
    /** More rings than any building or land cover has; the assembly of hostile nests stays short. */
    private static final int MAX_RINGS = 20_000;

    private int closedRings;

    /** Rings whose last position was not the first one. */
    int closedRings() {
        return closedRings;
    }

    static Coordinate coordinate(double x, double y, double z) throws BadGeometry {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw BadGeometry.nan();
        }
        return new Coordinate(x, y, z);
    }

    static LineString line(List<Coordinate> positions) throws BadGeometry {
        if (positions.size() == 1) {
            throw BadGeometry.because("line");
        }
        return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
    }

    /** A ring, closed when it was not. */
    LinearRing ring(List<Coordinate> positions) throws BadGeometry {
        List<Coordinate> closed = positions;
        if (!positions.isEmpty() && !positions.getFirst().equals2D(positions.getLast())) {
            closed = new ArrayList<>(positions);
            closed.add(positions.getFirst().copy());
            closedRings++;
        }
        if (!closed.isEmpty() && closed.size() < 4) {
            throw BadGeometry.because("ring", positions.size());
        }
        return FACTORY.createLinearRing(closed.toArray(Coordinate[]::new));
    }

    static Polygon polygon(List<LinearRing> rings) throws BadGeometry {
        if (rings.isEmpty() || rings.getFirst().isEmpty()) {
            return FACTORY.createPolygon();
        }
        return FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    static Geometry multi(List<? extends Geometry> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return switch (parts.isEmpty() ? null : parts.getFirst()) {
            case Polygon p -> FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
            case LineString l -> FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
            case Point p -> FACTORY.createMultiPoint(parts.toArray(Point[]::new));
            case null -> FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
            default -> FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
        };
    }

    /**
     * Polygons of the loose rings of a shapefile record. A ring inside an odd number of larger rings is a hole, when it also turns
     * the other way than its container, or when all rings of the record turn the same way (writers that ignore orientation). All
     * others are outer rings, islands in holes included.
     */
    static Geometry polygons(List<LinearRing> rings) throws BadGeometry {
        if (rings.size() > MAX_RINGS) {
            throw BadGeometry.because("rings", rings.size());
        }
        if (rings.size() <= 1) {
            return polygon(rings);
        }
        List<Ring> sorted = new ArrayList<>();
        for (LinearRing ring : rings) {
            sorted.add(new Ring(ring));
        }
        sorted.sort(Comparator.comparingDouble((Ring r) -> -Math.abs(r.signedArea)));
        boolean oneWay =
                sorted.stream().allMatch(r -> r.clockwise() == sorted.getFirst().clockwise());
        STRtree index = new STRtree();
        for (Ring ring : sorted) {
            index.insert(ring.line.getEnvelopeInternal(), ring);
        }
        for (int i = 0; i < sorted.size(); i++) {
            sorted.get(i).order = i;
        }
        for (Ring ring : sorted) {
            ring.place(index, oneWay);
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Ring ring : sorted) {
            if (!ring.hole) {
                polygons.add(FACTORY.createPolygon(ring.line, ring.holes.toArray(LinearRing[]::new)));
            }
        }
        return multi(polygons);
    }

    private static final class Ring {
        final LinearRing line;
        final double signedArea;
        final List<LinearRing> holes = new ArrayList<>();
        int order;
        int depth;
        boolean hole;

        Ring(LinearRing line) {
            this.line = line;
            this.signedArea = Area.ofRingSigned(line.getCoordinates());
        }

        boolean clockwise() {
            return signedArea > 0;
        }

        /** Larger rings have been placed before. */
        void place(STRtree index, boolean oneWay) {
            Ring container = null;
            for (Object candidate : index.query(line.getEnvelopeInternal())) {
                Ring other = (Ring) candidate;
                if (other.order < order
                        && (container == null || other.order > container.order)
                        && other.line.getEnvelopeInternal().contains(line.getEnvelopeInternal())
                        && other.contains(this)) {
                    container = other;
                }
            }
            if (container == null) {
                return;
            }
            depth = container.depth + 1;
            hole = !container.hole && (oneWay ? depth % 2 == 1 : container.clockwise() != clockwise());
            if (hole) {
                container.holes.add(line);
            }
        }

        private boolean contains(Ring inner) {
            Coordinate[] shell = line.getCoordinates();
            for (Coordinate c : inner.line.getCoordinates()) {
                int where = PointLocation.locateInRing(c, shell);
                if (where != Location.BOUNDARY) {
                    return where == Location.INTERIOR;
                }
            }
            return true;
        }
    }
}
