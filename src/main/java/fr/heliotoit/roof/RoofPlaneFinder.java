package fr.heliotoit.roof;

import fr.heliotoit.geo.Raster;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the planes of one roof in a surface model: the plane that most cells lie on, then the one that most of the rest lie on, and so on
 * (consensus as in Fischler and Bolles 1981, with the score of Torr and Zisserman 2000, MSAC). Hypotheses are not drawn at random but are
 * the least-squares planes of small windows all over the roof, so the same cells give the same planes; a plane's cells hang together.
 * Afterwards every cell goes to the neighbouring plane it lies nearest to, planes that continue one another are joined, small pieces are
 * dropped.
 */
public final class RoofPlaneFinder {
    /** A cell belongs to a plane when nearer than this: about three times the noise of aerial surveys [m]. */
    private static final double DISTANCE = 0.25;

    /** Two touching planes are one when their normals differ less than this and one plane fits both. */
    private static final double COS_MERGE = Math.cos(Math.toRadians(10));

    /** Cells that a plane needs; also at least {@link #LEAST_AREA}. */
    private static final int LEAST_CELLS = 5;

    /** Smaller pieces are chimneys and dormer cheeks, not planes [m²]. */
    private static final double LEAST_AREA = 4;

    /** Steeper planes are walls, seen because an eave lies inside the footprint; mansards reach 75° [°]. */
    private static final double STEEPEST = 75;

    /** Hypotheses tried per plane; a large roof is sampled evenly. */
    private static final int HYPOTHESES = 400;

    /** More planes than that is not a roof but a heap: what is left stays unexplained. */
    private static final int MOST_PLANES = 60;

    private static final int[][] NEIGHBOURS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}};

    private final RoofCells cells;
    private final int columns;
    private final int least;
    /** Cells with a height, in reading order. */
    private final int[] known;
    /** Per cell of the window its plane, or −1. */
    private final int[] region;

    private List<Plane> planes = new ArrayList<>();

    private RoofPlaneFinder(RoofCells cells) {
        this.cells = cells;
        this.columns = cells.grid.columns();
        this.least = (int) Math.max(LEAST_CELLS, Math.ceil(LEAST_AREA / cells.grid.cellArea()));
        this.region = new int[cells.z.length];
        Arrays.fill(region, -1);
        int[] found = new int[region.length];
        int n = 0;
        for (int i = 0; i < region.length; i++) {
            if (!Float.isNaN(cells.z[i])) {
                found[n++] = i;
            }
        }
        this.known = Arrays.copyOf(found, n);
    }

    /**
     * @param surfaceModel window of the surface model around the footprint [m]
     * @param footprint in the model's CRS
     * @return what was found; no planes only when no cell of the model with a height lies inside
     */
    public static RoofFit find(Raster surfaceModel, Geometry footprint) {
        return new RoofPlaneFinder(new RoofCells(surfaceModel, footprint)).run(footprint);
    }

    private RoofFit run(Geometry footprint) {
        List<Plane> hypotheses = hypotheses();
        while (planes.size() < MOST_PLANES && addBest(hypotheses)) {}
        settle();
        merge();
        settle();
        dropSmall();
        if (planes.isEmpty() && known.length > 0) {
            for (int cell : known) {
                region[cell] = 0;
            }
            planes.add(refit(0));
        }
        return RoofFit.of(cells, footprint, region, planes.size(), known.length, DISTANCE);
    }

    /** Planes of windows of about 1.5 and 3 m over the roof. */
    private List<Plane> hypotheses() {
        List<Plane> hypotheses = new ArrayList<>();
        double cell = Math.sqrt(cells.grid.cellArea());
        int fine = Math.max(1, (int) Math.round(0.75 / cell));
        int coarse = Math.max(fine + 1, (int) Math.round(1.5 / cell));
        int stride = Math.max(1, 2 * known.length / HYPOTHESES);
        for (int reach : new int[] {fine, coarse}) {
            for (int k = 0; k < known.length; k += stride) {
                PlaneSums window = around(known[k], reach);
                Plane plane = window.plane();
                if (window.count() >= LEAST_CELLS && plane.tiltDeg() < STEEPEST) {
                    hypotheses.add(plane);
                }
            }
        }
        return hypotheses;
    }

    private PlaneSums around(int cell, int reach) {
        PlaneSums window = new PlaneSums();
        int column = cell % columns;
        int row = cell / columns;
        for (int r = row - reach; r <= row + reach; r++) {
            for (int c = column - reach; c <= column + reach; c++) {
                if (cells.known(c, r)) {
                    add(window, r * columns + c);
                }
            }
        }
        return window;
    }

    private void add(PlaneSums target, int cell) {
        target.add(cells.x(cell), cells.y(cell), cells.z[cell]);
    }

    private double distance(Plane plane, int cell) {
        return Math.abs(plane.distance(cells.x(cell), cells.y(cell), cells.z[cell]));
    }

    /** Adds the plane that explains most of the free cells; false when none explains enough of them. */
    private boolean addBest(List<Plane> hypotheses) {
        Plane best = null;
        double most = 0;
        for (Plane plane : hypotheses) {
            double score = score(plane);
            if (score > most) {
                most = score;
                best = plane;
            }
        }
        if (best == null) {
            return false;
        }
        int[] members = new int[0];
        for (int round = 0; round < 4; round++) {
            int[] better = largestPiece(best);
            if (better.length < least) {
                break;
            }
            members = better;
            PlaneSums sums = new PlaneSums();
            for (int cell : members) {
                add(sums, cell);
            }
            best = sums.plane();
        }
        if (members.length < least) {
            return false;
        }
        for (int cell : members) {
            region[cell] = planes.size();
        }
        planes.add(best);
        return true;
    }

    /** Free cells near the plane, each the more the nearer. */
    private double score(Plane plane) {
        double score = 0;
        for (int cell : known) {
            if (region[cell] < 0) {
                double d = distance(plane, cell) / DISTANCE;
                score += d < 1 ? 1 - d * d : 0;
            }
        }
        return score;
    }

    /** The largest group of free cells near a plane that hang together. */
    private int[] largestPiece(Plane plane) {
        boolean[] candidate = new boolean[region.length];
        for (int cell : known) {
            candidate[cell] = region[cell] < 0 && distance(plane, cell) < DISTANCE;
        }
        int[] largest = new int[0];
        int[] piece = new int[known.length];
        ArrayDeque<Integer> front = new ArrayDeque<>();
        for (int seed : known) {
            if (!candidate[seed]) {
                continue;
            }
            int n = 0;
            candidate[seed] = false;
            front.add(seed);
            while (!front.isEmpty()) {
                int cell = front.poll();
                piece[n++] = cell;
                for (int next : neighbours(cell)) {
                    if (candidate[next]) {
                        candidate[next] = false;
                        front.add(next);
                    }
                }
            }
            if (n > largest.length) {
                largest = Arrays.copyOf(piece, n);
            }
        }
        return largest;
    }

    private int[] neighbours(int cell) {
        int[] found = new int[NEIGHBOURS.length];
        int n = 0;
        for (int[] step : NEIGHBOURS) {
            int column = cell % columns + step[0];
            int row = cell / columns + step[1];
            if (cells.known(column, row)) {
                found[n++] = row * columns + column;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Gives every cell to the nearest of the planes around it, a few times over, since that moves the planes a little. */
    private void settle() {
        for (int round = 0; round < 4; round++) {
            int[] before = region.clone();
            for (int cell : known) {
                double nearest = before[cell] < 0 ? 1.5 * DISTANCE : distance(planes.get(before[cell]), cell);
                for (int next : neighbours(cell)) {
                    int id = before[next];
                    if (id >= 0 && id != region[cell] && distance(planes.get(id), cell) < nearest) {
                        nearest = distance(planes.get(id), cell);
                        region[cell] = id;
                    }
                }
            }
            for (int id = 0; id < planes.size(); id++) {
                planes.set(id, refit(id));
            }
        }
    }

    private PlaneSums sums(int id) {
        PlaneSums sums = new PlaneSums();
        for (int cell : known) {
            if (region[cell] == id) {
                add(sums, cell);
            }
        }
        return sums;
    }

    private Plane refit(int id) {
        PlaneSums sums = sums(id);
        return sums.count() == 0 ? new Plane(0, 0, 0) : sums.plane();
    }

    private void merge() {
        for (int a = 0; a < planes.size(); a++) {
            for (int b = a + 1; b < planes.size(); b++) {
                if (touching(a, b) && onePlane(sums(a), sums(b))) {
                    for (int cell : known) {
                        region[cell] = region[cell] == b ? a : region[cell];
                    }
                    planes.set(a, refit(a));
                    b = a; // what was joined may now continue a plane looked at before
                }
            }
        }
    }

    private static boolean onePlane(PlaneSums first, PlaneSums second) {
        if (first.count() == 0 || second.count() == 0 || first.plane().normalDot(second.plane()) < COS_MERGE) {
            return false;
        }
        PlaneSums both = new PlaneSums();
        both.add(first);
        both.add(second);
        Plane plane = both.plane();
        return first.rms(plane) < 0.8 * DISTANCE && second.rms(plane) < 0.8 * DISTANCE;
    }

    private boolean touching(int a, int b) {
        for (int cell : known) {
            if (region[cell] == b) {
                for (int next : neighbours(cell)) {
                    if (region[next] == a) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void dropSmall() {
        List<Plane> kept = new ArrayList<>();
        for (int id = 0; id < planes.size(); id++) {
            boolean large = sums(id).count() >= least;
            for (int cell : known) {
                if (region[cell] == id) {
                    region[cell] = large ? kept.size() : -1;
                }
            }
            if (large) {
                kept.add(planes.get(id));
            }
        }
        planes = kept;
    }
}
