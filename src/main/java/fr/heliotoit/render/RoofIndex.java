package fr.heliotoit.render;

import fr.heliotoit.cadastre.BuildingRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The roofs of a commune by place: made once, then shared by layers and by clicks; safe for several threads. */
public final class RoofIndex {
    private static final GeometryFactory POINTS = new GeometryFactory();

    private static final int PARTS = 256;

    /** A building with its rings as x0, y0, x1, y1 …, which draw much faster than geometries. */
    record Roof(BuildingRecord record, Envelope envelope, double[][] rings, int order) {}

    private final HPRtree tree = new HPRtree();
    private final Envelope extent = new Envelope();
    private final int size;
    /** Which parts of the extent hold something, in {@value #PARTS} columns and rows. */
    private final BitSet taken = new BitSet(PARTS * PARTS);

    public RoofIndex(List<BuildingRecord> records) {
        size = records.size();
        for (int i = 0; i < size; i++) {
            BuildingRecord record = records.get(i);
            Geometry footprint = record.building().footprint();
            Envelope envelope = footprint.getEnvelopeInternal();
            extent.expandToInclude(envelope);
            tree.insert(envelope, new Roof(record, envelope, rings(footprint), i));
        }
        tree.build();
        for (BuildingRecord record : records) {
            mark(record.building().footprint().getEnvelopeInternal());
        }
    }

    private void mark(Envelope box) {
        int lastRow = part(box.getMaxY(), extent.getMinY(), extent.getHeight());
        int first = part(box.getMinX(), extent.getMinX(), extent.getWidth());
        int last = part(box.getMaxX(), extent.getMinX(), extent.getWidth());
        for (int row = part(box.getMinY(), extent.getMinY(), extent.getHeight()); row <= lastRow; row++) {
            taken.set(row * PARTS + first, row * PARTS + last + 1);
        }
    }

    private static int part(double at, double from, double length) {
        return length > 0 ? Math.clamp((long) Math.floor((at - from) / length * PARTS), 0, PARTS - 1) : 0;
    }

    /** Whether something may lie in a box; quick, and never wrongly no. */
    boolean mayTouch(Envelope box) {
        Envelope inside = box.intersection(extent);
        if (inside.isNull()) {
            return false;
        }
        int lastRow = part(inside.getMaxY(), extent.getMinY(), extent.getHeight());
        int first = part(inside.getMinX(), extent.getMinX(), extent.getWidth());
        int last = part(inside.getMaxX(), extent.getMinX(), extent.getWidth());
        for (int row = part(inside.getMinY(), extent.getMinY(), extent.getHeight()); row <= lastRow; row++) {
            int hit = taken.nextSetBit(row * PARTS + first);
            if (hit >= 0 && hit <= row * PARTS + last) {
                return true;
            }
        }
        return false;
    }

    /** The box around all buildings; null envelope (see {@link Envelope#isNull()}) when there is none. */
    public Envelope extent() {
        return extent.copy();
    }

    public int size() {
        return size;
    }

    /** The building at a place; the smallest when several overlap. */
    public Optional<BuildingRecord> at(double x, double y) {
        Point point = POINTS.createPoint(new Coordinate(x, y));
        return roofs(point.getEnvelopeInternal()).stream()
                .map(Roof::record)
                .filter(r -> r.building().footprint().intersects(point))
                .min(Comparator.comparingDouble(r -> r.building().footprintM2()));
    }

    /** The buildings that touch a box, in the order of the list given. */
    public List<BuildingRecord> within(Envelope box) {
        Geometry rectangle = POINTS.toGeometry(box);
        return roofs(box).stream()
                .map(Roof::record)
                .filter(r -> rectangle.intersects(r.building().footprint()))
                .toList();
    }

    /** In the order of the list given, so that overlapping roofs always lie the same way. */
    @SuppressWarnings("unchecked")
    List<Roof> roofs(Envelope box) {
        List<Roof> found = tree.query(box);
        found.sort(Comparator.comparingInt(Roof::order));
        return found;
    }

    static double[][] rings(Geometry footprint) {
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < footprint.getNumGeometries(); i++) {
            if (footprint.getGeometryN(i) instanceof Polygon polygon) {
                rings.add(ring(polygon.getExteriorRing().getCoordinates()));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    rings.add(ring(polygon.getInteriorRingN(h).getCoordinates()));
                }
            }
        }
        return rings.toArray(double[][]::new);
    }

    private static double[] ring(Coordinate[] coordinates) {
        double[] xy = new double[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = coordinates[i].x;
            xy[2 * i + 1] = coordinates[i].y;
        }
        return xy;
    }
}
