package fr.heliotoit.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** A street: a smooth line through its points, with a width from wall to wall of the gardens. */
final class Street {
    final String name;
    final double width;
    private final LineString line;
    private final LengthIndexedLine index;

    /** @param xy x, y, x, y … [local m] */
    Street(String name, double width, double... xy) {
        this(name, width, smooth(xy));
    }

    private Street(String name, double width, Coordinate[] points) {
        this.name = name;
        this.width = width;
        this.line = Site.GEOMETRY.createLineString(points);
        this.index = new LengthIndexedLine(line);
    }

    /** A part of a circle, from one angle to another [degrees from east, counter-clockwise]. */
    static Street arc(String name, double width, double x, double y, double radius, double fromDeg, double toDeg) {
        int steps = 24;
        Coordinate[] points = new Coordinate[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double a = StrictMath.toRadians(fromDeg + (toDeg - fromDeg) * i / steps);
            points[i] = new Coordinate(x + radius * StrictMath.cos(a), y + radius * StrictMath.sin(a));
        }
        return new Street(name, width, points);
    }

    double length() {
        return line.getLength();
    }

    double distance(double x, double y) {
        double best = Double.MAX_VALUE;
        Coordinate[] p = line.getCoordinates();
        for (int i = 1; i < p.length; i++) {
            double dx = p[i].x - p[i - 1].x;
            double dy = p[i].y - p[i - 1].y;
            double t = ((x - p[i - 1].x) * dx + (y - p[i - 1].y) * dy) / (dx * dx + dy * dy);
            t = Math.max(0, Math.min(1, t));
            double ex = x - p[i - 1].x - t * dx;
            double ey = y - p[i - 1].y - t * dy;
            best = Math.min(best, ex * ex + ey * ey);
        }
        return Math.sqrt(best);
    }

    Geometry surface() {
        return line.buffer(width / 2, 4, BufferParameters.CAP_FLAT);
    }

    /**
     * The street's edge between two places, taken straight.
     *
     * @param side +1 left, −1 right
     * @return in the middle of the stretch on the edge, u along the street, v away from it
     */
    Frame edge(double from, double to, int side) {
        Coordinate a = index.extractPoint(from, side * width / 2);
        Coordinate b = index.extractPoint(to, side * width / 2);
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double l = Math.sqrt(dx * dx + dy * dy);
        return new Frame((a.x + b.x) / 2, (a.y + b.y) / 2, dx / l, dy / l, -side * dy / l, side * dx / l);
    }

    /** Catmull-Rom through the points, four pieces per stretch. */
    private static Coordinate[] smooth(double[] xy) {
        int n = xy.length / 2;
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < n - 1; i++) {
            for (int k = 0; k < 4; k++) {
                points.add(new Coordinate(spline(xy, i, k / 4.0, 0), spline(xy, i, k / 4.0, 1)));
            }
        }
        points.add(new Coordinate(xy[2 * n - 2], xy[2 * n - 1]));
        return points.toArray(Coordinate[]::new);
    }

    private static double spline(double[] xy, int i, double t, int axis) {
        int last = xy.length / 2 - 1;
        double p0 = xy[2 * Math.max(0, i - 1) + axis];
        double p1 = xy[2 * i + axis];
        double p2 = xy[2 * (i + 1) + axis];
        double p3 = xy[2 * Math.min(last, i + 2) + axis];
        return 0.5
                * (2 * p1
                        + (p2 - p0) * t
                        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
                        + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    }
}
