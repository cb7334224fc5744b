package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How far a roof reaches beyond the outline of its building. The cadastre draws the wall, aerial surveys draw the gutter; the surface model
 * tells: from points along the outline its heights are followed outwards for as long as they continue the plane inside.
 */
public final class Eaves {
    /** Where the roof goes on farther than that there is another one beside it [m]. */
    private static final double FARTHEST_M = 1.6;

    private static final double STEP_M = 0.1;

    /** Points along the outline [m]. */
    private static final double SPACING_M = 0.5;

    /** A height that differs less continues the plane [m]. */
    private static final double SAME_M = 0.45;

    /** The roof ends where the model falls by more than that [m]. */
    private static final double FALL_M = 1;

    /** Measured points that a verdict needs. */
    private static final int LEAST_POINTS = 8;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** An edge of the outline; free when the roof ends along most of it. */
    private record Edge(Coordinate start, Coordinate end, double outX, double outY, boolean free) {}

    private final Raster model;
    private final GridGeometry grid;
    private final RoofFit fit;
    private final int[] pieceAt;
    private final List<Edge> edges = new ArrayList<>();
    private final double overhangM;

    /**
     * @param model window that the fit was made in, reaching some metres around the footprint
     * @param footprint that the fit was made for
     */
    public Eaves(Raster model, Geometry footprint, RoofFit fit) {
        this.model = model;
        this.grid = model.grid();
        this.fit = fit;
        this.pieceAt = new int[grid.columns() * grid.rows()];
        Arrays.fill(pieceAt, -1);
        for (int p = 0; p < fit.pieces().size(); p++) {
            for (int cell : fit.pieces().get(p).cells()) {
                pieceAt[cell] = p;
            }
        }
        List<Double> reached = new ArrayList<>();
        for (int g = 0; g < footprint.getNumGeometries(); g++) {
            if (footprint.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                measure(polygon.getExteriorRing(), reached);
            }
        }
        double median = reached.size() < LEAST_POINTS
                ? Double.NaN
                : reached.stream().sorted().toList().get(reached.size() / 2);
        // Less than a cell cannot be told from the way cells fall on the edge.
        double told = Math.max(0.3, 0.6 * Math.max(grid.cellWidth(), grid.cellHeight()));
        this.overhangM = Double.isNaN(median) ? Double.NaN : median < told ? 0 : median;
    }

    /** By how much the roof reaches beyond the outline where it ends [m]; 0 when no overhang can be told; NaN when nothing can be measured. */
    public double overhangM() {
        return overhangM;
    }

    /** The outline of the roof: that of the building, widened by the overhang where no other roof adjoins. */
    public Geometry contour(Geometry footprint) {
        if (!(overhangM > 0)) {
            return footprint;
        }
        BufferParameters mitre = new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);
        Geometry wide = BufferOp.bufferOp(footprint, overhangM, mitre);
        List<Polygon> closed = new ArrayList<>();
        for (Edge edge : edges) {
            if (!edge.free) {
                closed.add(strip(edge));
            }
        }
        if (!closed.isEmpty()) {
            Geometry strips = OverlayNGRobust.union(FACTORY.createMultiPolygon(closed.toArray(Polygon[]::new)));
            wide = OverlayNGRobust.overlay(wide, strips, OverlayNG.DIFFERENCE);
        }
        return OverlayNGRobust.overlay(wide, footprint, OverlayNG.UNION);
    }

    /** What lies beyond an edge that adjoins another roof, somewhat longer than the edge. */
    private Polygon strip(Edge edge) {
        double reach = 1.5 * overhangM;
        double length = edge.start.distance(edge.end);
        double alongX = (edge.end.x - edge.start.x) / length * reach;
        double alongY = (edge.end.y - edge.start.y) / length * reach;
        Coordinate first = new Coordinate(edge.start.x - alongX, edge.start.y - alongY);
        Coordinate last = new Coordinate(edge.end.x + alongX, edge.end.y + alongY);
        return FACTORY.createPolygon(new Coordinate[] {
            first,
            last,
            new Coordinate(last.x + edge.outX * 3 * reach, last.y + edge.outY * 3 * reach),
            new Coordinate(first.x + edge.outX * 3 * reach, first.y + edge.outY * 3 * reach),
            first
        });
    }

    private void measure(LinearRing ring, List<Double> reached) {
        CoordinateSequence points = ring.getCoordinateSequence();
        double left = Orientation.isCCW(points) ? -1 : 1;
        for (int i = 1; i < points.size(); i++) {
            Coordinate start = points.getCoordinateCopy(i - 1);
            Coordinate end = points.getCoordinateCopy(i);
            double length = start.distance(end);
            if (length < SPACING_M) {
                continue;
            }
            double outX = -left * (end.y - start.y) / length;
            double outY = left * (end.x - start.x) / length;
            int seen = 0;
            int free = 0;
            for (double at = SPACING_M / 2; at < length; at += SPACING_M) {
                double x = start.x + (end.x - start.x) * at / length;
                double y = start.y + (end.y - start.y) * at / length;
                double reach = follow(x, y, outX, outY);
                seen++;
                if (reach >= 0) {
                    free++;
                    reached.add(reach);
                }
            }
            edges.add(new Edge(start, end, outX, outY, free > 0.6 * seen));
        }
    }

    /** How far the plane under a point of the outline goes on outwards; −1 when it does not end in a fall. */
    private double follow(double x, double y, double outX, double outY) {
        double inwards = Math.max(grid.cellWidth(), grid.cellHeight());
        int inside = cell(x - outX * inwards, y - outY * inwards);
        if (inside < 0 || pieceAt[inside] < 0) {
            return -1;
        }
        RoofFit.Piece piece = fit.pieces().get(pieceAt[inside]);
        double slope = Math.tan(Math.toRadians(piece.tiltDeg()));
        double azimuth = Math.toRadians(piece.azimuthDeg());
        double east = -slope * Math.sin(azimuth);
        double north = -slope * Math.cos(azimuth);
        double x0 = grid.x(inside % grid.columns());
        double y0 = grid.y(inside / grid.columns());
        double z0 = model.values()[inside];
        for (double away = 0; away <= FARTHEST_M; away += STEP_M) {
            int cell = cell(x + outX * away, y + outY * away);
            if (cell < 0 || Float.isNaN(model.values()[cell])) {
                return -1;
            }
            double expected =
                    z0 + (grid.x(cell % grid.columns()) - x0) * east + (grid.y(cell / grid.columns()) - y0) * north;
            double above = model.values()[cell] - expected;
            if (above < -FALL_M) {
                return away;
            }
            if (Math.abs(above) > SAME_M) {
                return -1;
            }
        }
        return -1;
    }

    private int cell(double x, double y) {
        int column = (int) Math.floor((x - grid.west()) / grid.cellWidth());
        int row = (int) Math.floor((grid.north() - y) / grid.cellHeight());
        boolean in = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        return in ? row * grid.columns() + column : -1;
    }
}
