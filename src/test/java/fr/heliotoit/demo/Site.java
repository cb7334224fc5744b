package fr.heliotoit.demo;

import fr.heliotoit.geo.GridGeometry;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Where the commune lies, and the few geometry helpers of the plan: local metres with 1 cm precision. */
final class Site {
    static final String COMMUNE = "Saint-Soleil-en-Artois (commune fictive)";
    static final String SHORT_NAME = "Saint-Soleil-en-Artois";
    static final String INSEE = "62999";
    /** Lambert-93 coordinates of the local origin [m]. */
    static final double ORIGIN_X = 686_650;

    static final double ORIGIN_Y = 7_036_650;
    /** Side of the square that the rasters cover [m]. */
    static final int SIZE = 700;

    static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

    private Site() {}

    /** The grid of the whole site. */
    static GridGeometry grid(double cell) {
        int n = (int) Math.round(SIZE / cell);
        return new GridGeometry(n, n, ORIGIN_X, ORIGIN_Y + SIZE, cell, cell);
    }

    static Geometry toLambert(Geometry local) {
        Geometry moved =
                AffineTransformation.translationInstance(ORIGIN_X, ORIGIN_Y).transform(local);
        moved.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
            c.x = Math.rint(c.x * 100) / 100;
            c.y = Math.rint(c.y * 100) / 100;
        });
        moved.geometryChanged();
        return moved;
    }

    /** A polygon from x, y, x, y … without the closing point. */
    static Polygon polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length - 1; i++) {
            ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0].copy();
        return GEOMETRY.createPolygon(ring);
    }

    static Geometry union(List<? extends Geometry> parts) {
        Geometry all = GEOMETRY.createPolygon();
        for (Geometry part : parts) {
            all = areas(all, part, OverlayNG.UNION);
        }
        return all;
    }

    static Geometry minus(Geometry whole, Geometry part) {
        return areas(whole, part, OverlayNG.DIFFERENCE);
    }

    static Geometry common(Geometry one, Geometry other) {
        return areas(one, other, OverlayNG.INTERSECTION);
    }

    private static Geometry areas(Geometry one, Geometry other, int operation) {
        Geometry result = OverlayNG.overlay(one, other, operation, CENTIMETRES);
        return GEOMETRY.buildGeometry(PolygonExtracter.getPolygons(result));
    }

    /** The largest polygon of a geometry; empty when there is none. */
    static Polygon largest(Geometry geometry) {
        Polygon best = GEOMETRY.createPolygon();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon p && p.getArea() > best.getArea()) {
                best = p;
            }
        }
        return best;
    }
}
