package fr.heliotoit.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What a footprint must be: polygons, valid, seen from above. */
public final class Footprints {
    /** A repair that changes the area by more than this is a guess, not a repair. */
    private static final double REPAIR_LIMIT = 0.01;

    private static final int CORNERS = 4;

    private Footprints() {}

    /**
     * A geometry made valid.
     *
     * @param geometry valid and polygonal; null when no repair keeps the area to 1 %
     * @param fault what is wrong with the original, in the words of the topology rule; null when it is valid
     * @param place where it is wrong
     */
    public record Repair(
            @Nullable Geometry geometry,
            @Nullable String fault,
            @Nullable Coordinate place) {}

    /** The polygons of a geometry without heights; empty when it is something else or holds something else. */
    public static Optional<Geometry> polygonal(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        if (!collect(geometry, polygons) || polygons.isEmpty()) {
            return Optional.empty();
        }
        Geometry result = polygons.size() == 1
                ? polygons.getFirst()
                : geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
        HasHeights heights = new HasHeights();
        result.apply(heights);
        if (heights.found) {
            result = result.copy();
            result.apply(new DropHeights());
        }
        return Optional.of(result);
    }

    private static boolean collect(Geometry geometry, List<Polygon> into) {
        if (geometry instanceof Polygon polygon) {
            if (!polygon.isEmpty()) {
                into.add(polygon);
            }
            return true;
        }
        if (!(geometry instanceof GeometryCollection)) {
            return false;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!collect(geometry.getGeometryN(i), into)) {
                return false;
            }
        }
        return true;
    }

    /** Repairs a polygonal geometry when its area stays the same to 1 %. */
    public static Repair repair(Geometry polygons) {
        if (convexQuadrilateral(polygons)) {
            return new Repair(polygons, null, null);
        }
        TopologyValidationError error = new IsValidOp(polygons).getValidationError();
        if (error == null) {
            return new Repair(polygons, null, null);
        }
        double before = polygons.getArea();
        Optional<Geometry> fixed = polygonal(GeometryFixer.fix(polygons));
        boolean same =
                fixed.isPresent() && before > 0 && Math.abs(fixed.get().getArea() - before) < REPAIR_LIMIT * before;
        return new Repair(same ? fixed.get() : null, error.getMessage(), error.getCoordinate());
    }

    /** Most footprints are: four corners that all turn the same way cannot cross, which saves building the graph of their edges. */
    private static boolean convexQuadrilateral(Geometry geometry) {
        if (!(geometry instanceof Polygon polygon)
                || polygon.getNumInteriorRing() > 0
                || polygon.getNumPoints() != CORNERS + 1) {
            return false;
        }
        CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
        Coordinate[] corners = new Coordinate[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            corners[i] = ring.getCoordinate(i);
            if (!Double.isFinite(corners[i].x) || !Double.isFinite(corners[i].y)) {
                return false;
            }
        }
        int turn = 0;
        for (int i = 0; i < CORNERS; i++) {
            int here = Orientation.index(corners[i], corners[(i + 1) % CORNERS], corners[(i + 2) % CORNERS]);
            if (here == Orientation.COLLINEAR || turn != 0 && here != turn) {
                return false;
            }
            turn = here;
        }
        return true;
    }

    private static final class HasHeights implements CoordinateSequenceFilter {
        private boolean found;

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            found |= sequence.hasZ() && !Double.isNaN(sequence.getZ(i));
        }

        @Override
        public boolean isDone() {
            return found;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }

    private static final class DropHeights implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            if (sequence.hasZ()) {
                sequence.setOrdinate(i, CoordinateSequence.Z, Double.NaN);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
