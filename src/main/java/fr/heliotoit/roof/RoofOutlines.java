package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * From labelled cells to polygons that share their edges: the lines between cells of different labels are cut at the points where three
 * labels meet, each line is simplified once for both its sides (Douglas and Peucker 1973), and together with the footprint's own outline
 * they divide the footprint. So the parts of a footprint never overlap nor leave a gap.
 */
final class RoofOutlines {
    /** Label of cells that belong to no plane. */
    static final int NONE = -1;

    private static final int OUTSIDE = -2;

    /** Cells around the window, so that lines can reach beyond the footprint. */
    private static final int MARGIN = 2;

    /** How far a line between two labels may move [cells]: a little more than the steps of a slanting line. */
    private static final double TOLERANCE = 0.75;

    /** For lines that close on themselves: a chimney of one cell must remain a square [cells]. */
    private static final double TOLERANCE_CLOSED = 0.6;

    /** How far a vertex goes to reach the line where planes meet [cells]. */
    private static final double REACH = 1.2;

    /** Planes that differ less in slope meet in no line that could be told [m/m]. */
    private static final double LEAST_BEND = 0.15;

    /** How far a vertex goes to reach the point where three planes meet [cells]. */
    private static final double REACH_CORNER = 2.5;

    private static final int[] EAST = {1, 0, -1, 0, 1, -1, -1, 1};
    private static final int[] SOUTH = {0, 1, 0, -1, 1, 1, -1, -1};

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final GridGeometry grid;
    private final int[] label;
    private final List<Plane> planes;
    private final int width;
    private final int height;
    /** Per grid vertex the directions (east 1, south 2, west 4, north 8) in which a dividing line leaves it. */
    private final byte[] lines;
    /** Per pair of planes, see {@link #bends()}. */
    private int[] bends = new int[0];

    private RoofOutlines(GridGeometry grid, int[] label, List<Plane> planes) {
        this.grid = grid;
        this.label = label;
        this.planes = planes;
        this.width = grid.columns() + 1;
        this.height = grid.rows() + 1;
        this.lines = new byte[width * height];
    }

    /**
     * @param region of the cells' list, {@link #NONE} or the index of a plane
     * @return per plane its part of the footprint, and last the part that belongs to none; empty polygons where there is nothing
     */
    static List<Geometry> of(RoofCells cells, Geometry footprint, int[] region, List<Plane> planes) {
        GridGeometry window = cells.grid;
        GridGeometry grid = window.window(-MARGIN, -MARGIN, window.columns() + 2 * MARGIN, window.rows() + 2 * MARGIN);
        int[] label = new int[grid.columns() * grid.rows()];
        Arrays.fill(label, OUTSIDE);
        for (int i = 0; i < cells.at.length; i++) {
            if (cells.at[i] >= 0) {
                label[inMargin(window, i)] = region[cells.at[i]];
            }
        }
        spread(grid, label);
        for (int i = 0; i < cells.at.length; i++) {
            int at = inMargin(window, i);
            label[at] = label[at] == OUTSIDE && cells.mask[i] ? NONE : label[at];
        }
        spread(grid, label);
        RoofOutlines outlines = new RoofOutlines(grid, label, planes);
        outlines.straighten();
        return outlines.divide(footprint);
    }

    private static int inMargin(GridGeometry window, int i) {
        return (i / window.columns() + MARGIN) * (window.columns() + 2 * MARGIN) + i % window.columns() + MARGIN;
    }

    /** Cells without a label take that of a neighbour: small gaps in the model close, and the lines reach beyond the footprint. */
    private static void spread(GridGeometry grid, int[] label) {
        int[] before = label.clone();
        int columns = grid.columns();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                if (before[i] != OUTSIDE) {
                    continue;
                }
                for (int s = 0; s < 8 && label[i] == OUTSIDE; s++) {
                    int c = column + EAST[s];
                    int r = row + SOUTH[s];
                    if (c >= 0 && r >= 0 && c < columns && r < grid.rows()) {
                        label[i] = before[r * columns + c];
                    }
                }
            }
        }
    }

    /**
     * Along the line where two planes meet, noise has decided which one a cell goes to; here the planes do: at a ridge the lower one, in a
     * valley the higher one.
     */
    private void straighten() {
        bends = bends();
        int n = planes.size();
        for (int round = 0; round < 3; round++) {
            int[] before = label.clone();
            for (int i = 0; i < label.length; i++) {
                for (int s = 0; s < 8 && before[i] >= 0; s++) {
                    int other = neighbour(before, i, s);
                    int bend = other < 0 || other == label[i] ? 0 : bends[label[i] * n + other];
                    if (bend != 0 && bend * above(label[i], other, i) < 0) {
                        label[i] = other;
                    }
                }
            }
        }
    }

    /** How far one plane is above another at the centre of a cell [m]. */
    private double above(int id, int other, int i) {
        double x = (i % grid.columns() - MARGIN + 0.5) * grid.cellWidth();
        double y = (MARGIN - i / grid.columns() - 0.5) * grid.cellHeight();
        return planes.get(id).at(x, y) - planes.get(other).at(x, y);
    }

    private int neighbour(int[] labels, int i, int s) {
        int column = i % grid.columns() + EAST[s];
        int row = i / grid.columns() + SOUTH[s];
        boolean in = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        return in ? labels[row * grid.columns() + column] : OUTSIDE;
    }

    /** Per pair of planes: −1 when they meet in a ridge, 1 in a valley, 0 when they do not meet where their cells do. */
    private int[] bends() {
        int n = planes.size();
        double[] sum = new double[n * n];
        double[] size = new double[n * n];
        int[] count = new int[n * n];
        for (int i = 0; i < label.length; i++) {
            for (int s = 0; s < 4 && label[i] >= 0; s++) {
                int other = neighbour(label, i, s);
                if (other >= 0 && other != label[i]) {
                    int pair = label[i] * n + other;
                    double above = above(label[i], other, i);
                    sum[pair] += above;
                    size[pair] += Math.abs(above);
                    count[pair]++;
                }
            }
        }
        int[] bends = new int[n * n];
        double cell = Math.min(grid.cellWidth(), grid.cellHeight());
        for (int pair = 0; pair < bends.length; pair++) {
            int reverse = pair % n * n + pair / n;
            if (count[pair] > 0) {
                Plane across = planes.get(pair / n).minus(planes.get(pair % n));
                double bend = Math.sqrt(across.normalLengthSquared() - 1);
                boolean meet = bend > LEAST_BEND && size[pair] / count[pair] < REACH * cell * bend;
                bends[pair] = meet ? (int) Math.signum(sum[pair] + sum[reverse]) : 0;
            }
        }
        return bends;
    }

    private boolean meet(int id, int other) {
        return bends[id * planes.size() + other] != 0;
    }

    /** How many pairs of three planes meet. */
    private int meeting(int[] ids) {
        return (meet(ids[0], ids[1]) ? 1 : 0) + (meet(ids[1], ids[2]) ? 1 : 0) + (meet(ids[0], ids[2]) ? 1 : 0);
    }

    private List<Geometry> divide(Geometry footprint) {
        List<LineString> arcs = arcs();
        List<List<Polygon>> parts = new ArrayList<>();
        for (int i = 0; i <= planes.size(); i++) {
            parts.add(new ArrayList<>());
        }
        if (arcs.isEmpty()) {
            Coordinate inside = footprint.getInteriorPoint().getCoordinate();
            int id = labelAt(inside);
            List<Geometry> all = new ArrayList<>();
            for (int i = 0; i <= planes.size(); i++) {
                all.add(i == (id < 0 ? planes.size() : id) ? footprint : FACTORY.createPolygon());
            }
            return all;
        }
        Geometry noded = OverlayNGRobust.overlay(
                FACTORY.createMultiLineString(arcs.toArray(LineString[]::new)),
                footprint.getBoundary(),
                OverlayNG.UNION);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(footprint);
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            Coordinate point = polygon.getInteriorPoint().getCoordinate();
            if (inside.locate(point) != Location.EXTERIOR) {
                int id = labelAt(point);
                parts.get(id < 0 ? planes.size() : id).add(polygon);
            }
        }
        return parts.stream().map(RoofOutlines::together).toList();
    }

    private static Geometry together(List<Polygon> faces) {
        return switch (faces.size()) {
            case 0 -> FACTORY.createPolygon();
            case 1 -> faces.getFirst().norm(); // where JTS starts a ring depends on hash codes
            default -> CoverageUnion.union(faces.toArray(Geometry[]::new)).norm();
        };
    }

    private int labelAt(Coordinate point) {
        int column = (int) Math.floor((point.x - grid.west()) / grid.cellWidth());
        int row = (int) Math.floor((grid.north() - point.y) / grid.cellHeight());
        boolean in = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        return in ? label[row * grid.columns() + column] : NONE;
    }

    private int labelOf(int column, int row) {
        boolean in = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        return in ? label[row * grid.columns() + column] : OUTSIDE;
    }

    /** The lines between two labels, simplified. */
    private List<LineString> arcs() {
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                if (divides(labelOf(c, r - 1), labelOf(c, r))) {
                    lines[r * width + c] |= 1;
                    lines[r * width + c + 1] |= 4;
                }
                if (divides(labelOf(c - 1, r), labelOf(c, r))) {
                    lines[r * width + c] |= 2;
                    lines[(r + 1) * width + c] |= 8;
                }
            }
        }
        boolean[] node = new boolean[lines.length];
        for (int v = 0; v < lines.length; v++) {
            node[v] = lines[v] != 0 && Integer.bitCount(lines[v]) != 2;
        }
        List<LineString> arcs = new ArrayList<>();
        for (int round = 0; round < 2; round++) { // from nodes first, then the loops that are left
            for (int v = 0; v < lines.length; v++) {
                while (lines[v] != 0 && (node[v] || round == 1)) {
                    arcs.add(follow(v, node));
                }
            }
        }
        return arcs;
    }

    private static boolean divides(int a, int b) {
        return a != b && a != OUTSIDE && b != OUTSIDE;
    }

    /** Follows a line from a vertex to the next node, or back to the start, and takes it away. */
    private LineString follow(int start, boolean[] node) {
        List<Coordinate> points = new ArrayList<>();
        int v = start;
        points.add(vertex(v));
        do {
            int direction = Integer.numberOfTrailingZeros(lines[v]);
            lines[v] &= (byte) ~(1 << direction);
            v += new int[] {1, width, -1, -width}[direction];
            lines[v] &= (byte) ~(1 << (direction + 2) % 4);
            points.add(vertex(v));
        } while (v != start && !node[v]);
        LineString arc = FACTORY.createLineString(points.toArray(Coordinate[]::new));
        double cell = Math.min(grid.cellWidth(), grid.cellHeight());
        return (LineString) DouglasPeuckerSimplifier.simplify(arc, cell * (v == start ? TOLERANCE_CLOSED : TOLERANCE));
    }

    /**
     * Where a vertex of the grid goes: to the line in which its two planes meet, or to the point in which its three planes do, when that is
     * near; so ridges, hips and valleys do not follow the cells. Where planes do not meet, at a step, it stays.
     */
    private Coordinate vertex(int v) {
        int column = v % width;
        int row = v / width;
        double x = (column - MARGIN) * grid.cellWidth();
        double y = (MARGIN - row) * grid.cellHeight();
        int[] ids = new int[4];
        int n = 0;
        for (int i = 0; i < 4; i++) {
            int id = labelOf(column - 1 + i % 2, row - 1 + i / 2);
            boolean known = id < 0;
            for (int j = 0; j < n; j++) {
                known |= ids[j] == id;
            }
            if (!known) {
                ids[n++] = id;
            }
        }
        double dx = 0;
        double dy = 0;
        if (n == 2 && meet(ids[0], ids[1])) {
            Plane across = planes.get(ids[0]).minus(planes.get(ids[1]));
            double steep = across.normalLengthSquared() - 1;
            dx = -across.at(x, y) * across.east() / steep;
            dy = -across.at(x, y) * across.north() / steep;
        } else if (n > 2 && meeting(ids) > 1) {
            Plane first = planes.get(ids[0]).minus(planes.get(ids[1]));
            Plane second = planes.get(ids[1]).minus(planes.get(ids[2]));
            double determinant = first.east() * second.north() - first.north() * second.east();
            dx = (first.north() * second.at(x, y) - second.north() * first.at(x, y)) / determinant;
            dy = (second.east() * first.at(x, y) - first.east() * second.at(x, y)) / determinant;
        }
        boolean near =
                Math.hypot(dx, dy) < (n > 2 ? REACH_CORNER : REACH) * Math.min(grid.cellWidth(), grid.cellHeight());
        return new Coordinate(
                grid.west() + column * grid.cellWidth() + (near ? dx : 0),
                grid.north() - row * grid.cellHeight() + (near ? dy : 0));
    }
}
