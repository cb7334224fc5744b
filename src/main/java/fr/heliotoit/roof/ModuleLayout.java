package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Lays whole modules on the planes of one roof: portrait or landscape, whichever takes more, or rows on a flat roof. {@link ModuleRows} does
 * the packing; here is told how far modules stay from each edge.
 */
public final class ModuleLayout {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ModuleRules rules;
    private final RoofFit fit;
    private final GridGeometry grid;
    /** How many planes of the roof have a segment as an edge. */
    private final Map<LineSegment, Integer> planesAt = new HashMap<>();

    /** The segments of the rest, which is obstacles. */
    private final Set<LineSegment> restAt = new HashSet<>();

    private interface Segments {
        void accept(LineSegment segment, boolean hole);
    }

    /** @param grid of the window where the fit's cells lie */
    public ModuleLayout(RoofFit fit, GridGeometry grid, ModuleRules rules) {
        this.rules = rules;
        this.fit = fit;
        this.grid = grid;
        for (RoofFit.Piece piece : fit.pieces()) {
            eachSegment(piece.outline(), (segment, hole) -> planesAt.merge(normalized(segment), 1, Integer::sum));
        }
        eachSegment(fit.rest(), (segment, hole) -> restAt.add(normalized(segment)));
    }

    /**
     * The modules of one plane.
     *
     * @param annual irradiation of the piece's cells in their order, for {@link ModuleRules#leastShare}; null when not known
     * @return empty when no module fits
     */
    public Optional<ModuleField> on(RoofFit.Piece piece, float @Nullable [] annual) {
        boolean flat = rules.flat(piece.tiltDeg());
        List<ModuleRules.Facing> facings = rules.facings(piece, fit.southDeg());
        SlopeAxes axes = new SlopeAxes(
                piece.outline().getEnvelopeInternal().centre(),
                flat ? fit.southDeg() + (facings.size() - 1) * 90 : piece.azimuthDeg(),
                flat ? 0 : piece.tiltDeg());
        ModuleRows rows = new ModuleRows(axes);
        eachSegment(piece.outline(), (segment, hole) -> rows.edge(segment, setback(segment, hole, flat)));
        if (annual != null) {
            dark(piece, annual, rows);
        }
        List<Polygon> best = List.of();
        ModuleField.Arrangement arrangement = ModuleField.Arrangement.PORTRAIT;
        double gap = rules.gapM();
        if (flat && rules.rows() == ModuleRules.Rows.SOUTH) {
            best = rows.pack(rules.lengthM(), gap, rules.southDepthM(), 1, 0, rules.southPitchM());
            arrangement = ModuleField.Arrangement.SOUTH_ROWS;
        } else if (flat) {
            double depth = rules.eastWestDepthM();
            best = rows.pack(rules.lengthM(), gap, depth, 2, gap, 2 * depth + gap + rules.aisleM());
            arrangement = ModuleField.Arrangement.EAST_WEST_ROWS;
        } else {
            best = rows.pack(rules.widthM(), gap, rules.lengthM(), 1, 0, rules.lengthM() + gap);
            List<Polygon> across = rows.pack(rules.lengthM(), gap, rules.widthM(), 1, 0, rules.widthM() + gap);
            if (across.size() > best.size()) {
                best = across;
                arrangement = ModuleField.Arrangement.LANDSCAPE;
            }
        }
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModuleField(
                        best.size(), FACTORY.createMultiPolygon(best.toArray(Polygon[]::new)), facings, arrangement));
    }

    /** Cells with too little light carry no module. */
    private void dark(RoofFit.Piece piece, float[] annual, ModuleRows rows) {
        float most = 0;
        for (float value : annual) {
            most = Math.max(most, value);
        }
        for (int i = 0; i < annual.length; i++) {
            if (annual[i] < rules.leastShare() * most) {
                int cell = piece.cells()[i];
                rows.dark(grid.x(cell % grid.columns()), grid.y(cell / grid.columns()));
            }
        }
    }

    private double setback(LineSegment segment, boolean hole, boolean flat) {
        LineSegment key = normalized(segment);
        if (hole || restAt.contains(key)) {
            return rules.obstacleM();
        }
        if (planesAt.getOrDefault(key, 0) > 1) {
            return rules.ridgeM();
        }
        return flat ? rules.flatEdgeM() : rules.edgeM();
    }

    private static LineSegment normalized(LineSegment segment) {
        LineSegment copy = new LineSegment(segment);
        copy.normalize();
        return copy;
    }

    private static void eachSegment(Geometry polygons, Segments segments) {
        for (int g = 0; g < polygons.getNumGeometries(); g++) {
            if (polygons.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                eachSegment(polygon.getExteriorRing(), false, segments);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    eachSegment(polygon.getInteriorRingN(h), true, segments);
                }
            }
        }
    }

    private static void eachSegment(LinearRing ring, boolean hole, Segments segments) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
            segments.accept(new LineSegment(points.getCoordinateCopy(i - 1), points.getCoordinateCopy(i)), hole);
        }
    }
}
