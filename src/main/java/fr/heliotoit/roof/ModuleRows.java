package fr.heliotoit.roof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/**
 * Rectangles in rows on a plane. A row is a band across the slope; every edge of the plane that comes nearer to the band than its setback
 * cuts a piece out of it, and what is left between is filled with whole rectangles.
 */
final class ModuleRows {
    /** Positions of the rows that are tried besides those along the eaves and the ridge. */
    private static final int POSITIONS = 8;

    /** An edge at exactly its setback does not disturb, whatever the rounding [m]. */
    private static final double TOUCH = 1e-6;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** An edge with its setback, or with equal ends a dark place; in the plane's axes. */
    private record Edge(double u1, double v1, double u2, double v2, double setback, boolean dark) {}

    /**
     * Rectangles side by side.
     *
     * @param v lower edge
     * @param first where the first rectangle may start at the earliest
     * @param last where it may start at the latest
     */
    private record Run(double v, double first, double last, int count) {
        private double after(double common, double step) {
            return common + Math.ceil((first - common) / step - TOUCH) * step;
        }

        boolean aligns(double common, double step) {
            return after(common, step) <= last;
        }

        double start(double common, double step) {
            return aligns(common, step) ? Math.max(first, after(common, step)) : first;
        }
    }

    private record Interval(double start, double end) {}

    private final SlopeAxes axes;
    private final List<Edge> edges = new ArrayList<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private final Set<Double> setbacks = new TreeSet<>();

    ModuleRows(SlopeAxes axes) {
        this.axes = axes;
    }

    void edge(LineSegment segment, double away) {
        Edge edge = new Edge(
                axes.u(segment.p0.x, segment.p0.y),
                axes.v(segment.p0.x, segment.p0.y),
                axes.u(segment.p1.x, segment.p1.y),
                axes.v(segment.p1.x, segment.p1.y),
                away,
                false);
        edges.add(edge);
        lowest = Math.min(lowest, Math.min(edge.v1, edge.v2));
        highest = Math.max(highest, Math.max(edge.v1, edge.v2));
        setbacks.add(away);
    }

    /** A place that no rectangle may cover. */
    void dark(double x, double y) {
        edges.add(new Edge(axes.u(x, y), axes.v(x, y), axes.u(x, y), axes.v(x, y), 0, true));
    }

    /**
     * The most rectangles that fit, of the positions tried.
     *
     * @param width of a rectangle across the slope [m]
     * @param gap between rectangles of a row [m]
     * @param depth of a rectangle up the slope [m]
     * @param pair rectangles that a row has one above the other, 1 or 2
     * @param pairGap between these [m]
     * @param pitch from a row to the next [m]
     */
    List<Polygon> pack(double width, double gap, double depth, int pair, double pairGap, double pitch) {
        double row = pair * depth + (pair - 1) * pairGap;
        List<Run> best = List.of();
        for (double start : starts(row, pitch)) {
            List<Run> runs = new ArrayList<>();
            for (double v = start; v + row <= highest; v += pitch) {
                fill(v, row, width, gap, runs);
            }
            best = count(runs) > count(best) ? runs : best;
        }
        double step = width + gap;
        double common = common(best, step);
        List<Polygon> rectangles = new ArrayList<>();
        for (Run run : best) {
            double start = run.start(common, step);
            for (int k = 0; k < run.count; k++) {
                for (int i = 0; i < pair; i++) {
                    rectangles.add(rectangle(start + k * step, run.v + i * (depth + pairGap), width, depth));
                }
            }
        }
        return rectangles;
    }

    private static int count(List<Run> runs) {
        int count = 0;
        for (Run run : runs) {
            count += run.count;
        }
        return count;
    }

    /** The position, modulo a step, at which most rectangles line up with those of other rows. */
    private static double common(List<Run> runs, double step) {
        double best = 0;
        int most = 0;
        for (Run candidate : runs) {
            double position = candidate.first - Math.floor(candidate.first / step) * step;
            int aligned = 0;
            for (Run run : runs) {
                aligned += run.aligns(position, step) ? run.count : 0;
            }
            if (aligned > most) {
                most = aligned;
                best = position;
            }
        }
        return best;
    }

    /** Where the lowest row may start: just above the eaves, so that the highest ends just below the ridge, and places between. */
    private List<Double> starts(double row, double pitch) {
        List<Double> starts = new ArrayList<>();
        for (double away : setbacks) {
            starts.add(lowest + away);
        }
        for (double away : setbacks) {
            double top = highest - away - row;
            starts.add(top - Math.floor((top - lowest) / pitch) * pitch);
        }
        for (int position = 0; position < POSITIONS; position++) {
            starts.add(lowest + position * pitch / POSITIONS);
        }
        return starts;
    }

    /** Adds what fits in one row. */
    private void fill(double v, double row, double width, double gap, List<Run> runs) {
        List<Interval> cuts = new ArrayList<>();
        for (Edge edge : edges) {
            cut(edge, v, v + row, cuts);
        }
        cuts.sort(Comparator.comparingDouble(Interval::start));
        double free = Double.NaN; // the far left is outside
        for (Interval cut : cuts) {
            if (cut.start - free >= width - TOUCH && inside((free + cut.start) / 2, v + row / 2)) {
                int count = (int) Math.floor((cut.start - free + gap) / (width + gap) + TOUCH);
                runs.add(new Run(v, free, cut.start - count * (width + gap) + gap, count));
            }
            free = Double.isNaN(free) ? cut.end : Math.max(free, cut.end);
        }
    }

    /** What an edge takes from the band between v and top. */
    private static void cut(Edge edge, double v, double top, List<Interval> cuts) {
        double from = v - edge.setback;
        double to = top + edge.setback;
        double low = Math.min(edge.v1, edge.v2);
        double high = Math.max(edge.v1, edge.v2);
        if (high <= from + TOUCH || low >= to - TOUCH) {
            return;
        }
        double rise = edge.v2 - edge.v1;
        double first = rise == 0 ? 0 : clamp((from - edge.v1) / rise);
        double second = rise == 0 ? 1 : clamp((to - edge.v1) / rise);
        double a = edge.u1 + first * (edge.u2 - edge.u1);
        double b = edge.u1 + second * (edge.u2 - edge.u1);
        cuts.add(new Interval(Math.min(a, b) - edge.setback, Math.max(a, b) + edge.setback));
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** Whether a point lies in the plane, by counting edges to its left. */
    private boolean inside(double u, double v) {
        boolean inside = false;
        for (Edge e : edges) {
            if (!e.dark && e.v1 > v != e.v2 > v && u > e.u1 + (v - e.v1) / (e.v2 - e.v1) * (e.u2 - e.u1)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private Polygon rectangle(double u, double v, double width, double depth) {
        Coordinate first = axes.point(u, v);
        return FACTORY.createPolygon(new Coordinate[] {
            first, axes.point(u + width, v), axes.point(u + width, v + depth), axes.point(u, v + depth), first
        });
    }
}
