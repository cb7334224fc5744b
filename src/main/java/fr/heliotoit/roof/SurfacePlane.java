package fr.heliotoit.roof;

import fr.heliotoit.geo.Footprints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A roof plane from polygons with heights, as city models hold them. Normal and true area by the sum of cross products (Newell's method;
 * Sutherland, Sproull and Schumacker 1974), so that small departures from a plane do not matter. Neighbours that lie in one plane, such as
 * the triangles of a meshed model, become one.
 *
 * @param outline seen from above, valid
 * @param tiltDeg 0–85 [°]
 * @param gridAzimuthDeg direction it faces, clockwise from grid north, 0–360; 180 when level [°]
 * @param areaM2 true area [m²]
 */
public record SurfacePlane(Geometry outline, double tiltDeg, double gridAzimuthDeg, double areaM2) {
    /** Steeper is a wall. */
    private static final double STEEPEST_DEG = 85;
    /** Below that a plane faces nowhere. */
    private static final double LEVEL_DEG = 0.5;

    private static final double SAME_COS = Math.cos(Math.toRadians(2));
    private static final double SAME_OFFSET_M = 0.05;
    private static final double TOUCHING_M = 0.01;
    /** More surfaces than a building's roof has are taken as they are. */
    private static final int MOST_JOINED = 2_000;

    /** A polygon with its normal upwards; its length is the true area. */
    private record Facet(Geometry flat, Coordinate[] corners, double nx, double ny, double nz) {
        double area() {
            return Math.sqrt(nx * nx + ny * ny + nz * nz);
        }

        /** Whether the other one lies in this one's plane and touches what was joined to it. */
        boolean continues(Facet other, Geometry joined) {
            double here = area();
            double cos = (nx * other.nx + ny * other.ny + nz * other.nz) / (here * other.area());
            if (cos < SAME_COS) {
                return false;
            }
            Coordinate p = corners[0];
            for (Coordinate c : other.corners) {
                double off = (nx * (c.x - p.x) + ny * (c.y - p.y) + nz * (c.getZ() - p.getZ())) / here;
                if (!(Math.abs(off) < SAME_OFFSET_M)) {
                    return false;
                }
            }
            return joined.isWithinDistance(other.flat, TOUCHING_M);
        }
    }

    /**
     * The planes of one roof, largest first.
     *
     * @param surfaces polygons with heights, in a system in metres; vertical and damaged ones are left out
     */
    public static List<SurfacePlane> of(List<Polygon> surfaces) {
        List<Facet> facets = new ArrayList<>();
        for (Polygon surface : surfaces) {
            Facet facet = facet(surface);
            if (facet != null) {
                facets.add(facet);
            }
        }
        facets.sort(Comparator.comparingDouble((Facet f) -> -f.area()));
        List<SurfacePlane> planes = new ArrayList<>();
        boolean[] taken = new boolean[facets.size()];
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                planes.add(plane(grow(facets, i, taken)));
            }
        }
        planes.sort(Comparator.comparingDouble((SurfacePlane p) -> -p.areaM2));
        return planes;
    }

    private static List<Facet> grow(List<Facet> facets, int seed, boolean[] taken) {
        taken[seed] = true;
        List<Facet> joined = new ArrayList<>(List.of(facets.get(seed)));
        ArrayDeque<Facet> edge = new ArrayDeque<>(joined);
        while (!edge.isEmpty() && taken.length <= MOST_JOINED) {
            Facet at = edge.remove();
            for (int j = seed + 1; j < taken.length; j++) {
                Facet other = facets.get(j);
                if (!taken[j] && near(at.flat, other.flat) && facets.get(seed).continues(other, at.flat)) {
                    taken[j] = true;
                    joined.add(other);
                    edge.add(other);
                }
            }
        }
        return joined;
    }

    private static boolean near(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().distance(b.getEnvelopeInternal()) < TOUCHING_M;
    }

    private static @Nullable Facet facet(Polygon surface) {
        double[] n = new double[3];
        sum(surface.getExteriorRing(), n);
        for (int i = 0; i < surface.getNumInteriorRing(); i++) {
            double[] hole = new double[3];
            sum(surface.getInteriorRingN(i), hole);
            double sign = hole[0] * n[0] + hole[1] * n[1] + hole[2] * n[2] > 0 ? -1 : 1;
            for (int k = 0; k < 3; k++) {
                n[k] += sign * hole[k];
            }
        }
        double area = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        if (!(area > 0) || !(Math.abs(n[2]) / area > Math.cos(Math.toRadians(STEEPEST_DEG)))) {
            return null;
        }
        Optional<Geometry> flat = Footprints.polygonal(surface);
        Geometry valid = flat.isEmpty() ? null : Footprints.repair(flat.get()).geometry();
        double up = Math.signum(n[2]);
        return valid == null ? null : new Facet(valid, surface.getCoordinates(), up * n[0], up * n[1], up * n[2]);
    }

    private static void sum(LinearRing ring, double[] n) {
        Coordinate[] c = ring.getCoordinates();
        for (int i = 0; i + 1 < c.length; i++) {
            // Relative to the first corner: cross products of coordinates of millions of metres lose centimetres.
            double ax = c[i].x - c[0].x;
            double ay = c[i].y - c[0].y;
            double az = c[i].getZ() - c[0].getZ();
            double bx = c[i + 1].x - c[0].x;
            double by = c[i + 1].y - c[0].y;
            double bz = c[i + 1].getZ() - c[0].getZ();
            n[0] += (ay * bz - az * by) / 2;
            n[1] += (az * bx - ax * bz) / 2;
            n[2] += (ax * by - ay * bx) / 2;
        }
    }

    private static SurfacePlane plane(List<Facet> facets) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        double area = 0;
        for (Facet facet : facets) {
            nx += facet.nx;
            ny += facet.ny;
            nz += facet.nz;
            area += facet.area();
        }
        double tilt = Math.toDegrees(Math.atan2(Math.hypot(nx, ny), nz));
        double azimuth = (Math.toDegrees(Math.atan2(nx, ny)) + 360) % 360;
        Geometry outline = facets.size() == 1
                ? facets.getFirst().flat
                : OverlayNGRobust.union(facets.stream().map(Facet::flat).toList());
        return new SurfacePlane(outline, tilt, tilt < LEVEL_DEG ? 180 : azimuth, area);
    }
}
