package fr.heliotoit.roof;

import fr.heliotoit.geo.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the planes of one roof in a surface model: the plane that most cells lie on, then the one that most of the rest lie on, and so on
 * (consensus as in Fischler and Bolles 1981, see {@link Consensus}). Hypotheses are not drawn at random, so the same cells give the same
 * planes; a plane's cells hang together. Afterwards every cell goes to the neighbouring plane it lies nearest to, planes that continue one
 * another are joined, small and thin pieces are dropped, and what is left over in the midst of planes is an obstacle.
 */
public final class RoofPlaneFinder {
    /** A cell belongs to a plane when nearer than this: about three times the noise of aerial surveys [m]. */
    static final double DISTANCE = 0.25;

    /** A cell beside a plane still goes to it when nearer than this [m]. */
    private static final double SETTLED = 1.5 * DISTANCE;

    /** Usual noise of a surface model's heights [m]. */
    private static final double NOISE = 0.1;

    /** What a neighbour in the same plane weighs, against half the square of the distance in units of {@link #NOISE}. */
    private static final double COMPANY = 0.5;

    /** Times that cells are given to planes anew. */
    private static final int ROUNDS = 6;

    /** Two touching planes are one when their normals differ less than this and one plane fits both. */
    private static final double COS_MERGE = Math.cos(Math.toRadians(10));

    /** Cells that a plane needs; also at least {@link #LEAST_AREA}. */
    private static final int LEAST_CELLS = 5;

    /** Smaller pieces are chimneys and dormer cheeks, not planes [m²]. */
    private static final double LEAST_AREA = 4;

    /** Thinner pieces are parapets and gutters, not planes: area over half of the perimeter [m]. */
    private static final double LEAST_THICKNESS = 0.6;

    /** Smaller leftovers are noise and go to the plane around them, unless they stand out by {@link #OBSTACLE_HEIGHT} [m²]. */
    private static final double OBSTACLE_AREA = 0.6;

    /** A single cell that is so far from the plane around it is a chimney [m]. */
    private static final double OBSTACLE_HEIGHT = 0.6;

    /** Steeper planes are walls, seen because an eave lies inside the footprint; mansards reach 75° [°]. */
    private static final double STEEPEST = 75;

    /** More planes than that is not a roof but a heap: what is left stays unexplained. */
    private static final int MOST_PLANES = 60;

    /** A hypothesis whose cells do not hang together is given up; after so many in a row nothing is left to find. */
    private static final int MOST_FAILURES = 3;

    /** When planes explain less of the cells than that the roof is not made of planes that the model resolves. */
    private static final double LEAST_EXPLAINED = 0.4;

    private final RoofCells cells;
    private final int least;
    /** Per cell of the list its plane, or −1. */
    private final int[] region;

    private List<Plane> planes = new ArrayList<>();

    private RoofPlaneFinder(RoofCells cells) {
        this.cells = cells;
        this.least = (int) Math.max(LEAST_CELLS, Math.ceil(LEAST_AREA / cells.grid.cellArea()));
        this.region = new int[cells.count()];
        Arrays.fill(region, -1);
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
        Consensus consensus = new Consensus(cells, DISTANCE, LEAST_CELLS, STEEPEST);
        int failures = 0;
        while (planes.size() < MOST_PLANES && failures < MOST_FAILURES) {
            Plane best = consensus.best(region);
            if (best == null) {
                break;
            }
            if (add(best)) {
                consensus.keepLast();
                failures = 0;
            } else {
                failures++;
            }
        }
        settle();
        merge();
        settle();
        dropSmall();
        RoofFit.Support support = support();
        if (support != RoofFit.Support.PLANES && cells.count() > 0) {
            Arrays.fill(region, 0);
            planes = new ArrayList<>(List.of(refit(0)));
        } else {
            absorbNoise();
        }
        return RoofFit.of(cells, footprint, region, planes, support, DISTANCE);
    }

    private RoofFit.Support support() {
        if (cells.count() < least) {
            return RoofFit.Support.TOO_FEW_CELLS;
        }
        long explained = Arrays.stream(region).filter(id -> id >= 0).count();
        return explained < LEAST_EXPLAINED * cells.count() ? RoofFit.Support.SCATTERED : RoofFit.Support.PLANES;
    }

    /** Adds the largest group of free cells near the plane; false when that is too small. */
    private boolean add(Plane hypothesis) {
        Plane best = hypothesis;
        int[] members = new int[0];
        for (int round = 0; round < 4; round++) {
            int[] better = largestPiece(best);
            if (better.length < least || Arrays.equals(better, members)) {
                break;
            }
            members = better;
            PlaneSums sums = new PlaneSums();
            for (int k : members) {
                cells.add(sums, k);
            }
            best = sums.plane();
        }
        if (members.length < least) {
            return false;
        }
        for (int k : members) {
            region[k] = planes.size();
        }
        planes.add(best);
        return true;
    }

    /** The largest group of free cells near a plane that hang together. */
    private int[] largestPiece(Plane plane) {
        boolean[] candidate = new boolean[region.length];
        for (int k = 0; k < region.length; k++) {
            candidate[k] = region[k] < 0 && cells.distance(plane, k) < DISTANCE;
        }
        int[] largest = new int[0];
        int[] piece = new int[region.length];
        for (int seed = 0; seed < region.length; seed++) {
            if (candidate[seed]) {
                int n = flood(candidate, seed, piece);
                if (n > largest.length) {
                    largest = Arrays.copyOf(piece, n);
                    Arrays.sort(largest);
                }
            }
        }
        return largest;
    }

    /** Moves the group of candidates around a seed into {@code piece}; their number. */
    private int flood(boolean[] candidate, int seed, int[] piece) {
        int n = 1;
        piece[0] = seed;
        candidate[seed] = false;
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < RoofCells.AROUND; s++) {
                int other = cells.next[RoofCells.AROUND * piece[i] + s];
                if (other >= 0 && candidate[other]) {
                    candidate[other] = false;
                    piece[n++] = other;
                }
            }
        }
        return n;
    }

    /**
     * Gives every cell to the nearest of the planes around it, a few times over, since that moves the planes a little. A plane that a cell's
     * neighbours lie in is nearer: else noise would decide along a ridge (iterated conditional modes, Besag 1986).
     */
    private void settle() {
        int[] votes = new int[planes.size()];
        for (int round = 0; round < ROUNDS; round++) {
            int[] before = region.clone();
            boolean changed = false;
            for (int k = 0; k < region.length; k++) {
                int free = votes(before, k, votes, 1);
                int own = before[k];
                double least = own < 0 ? cost(SETTLED, free) : cost(cells.distance(planes.get(own), k), votes[own]);
                for (int s = 0; s < RoofCells.AROUND; s++) {
                    int other = cells.next[RoofCells.AROUND * k + s];
                    int id = other < 0 ? -1 : before[other];
                    if (id >= 0 && id != own && votes[id] > 0) {
                        double distance = cells.distance(planes.get(id), k);
                        double cost = cost(distance, votes[id]);
                        if (cost < least && (own >= 0 || distance < SETTLED)) {
                            least = cost;
                            region[k] = id;
                            changed = true;
                        }
                    }
                }
                votes(before, k, votes, 0);
            }
            if (!changed) {
                return;
            }
            PlaneSums[] sums = sums();
            for (int id = 0; id < planes.size(); id++) {
                planes.set(id, sums[id].count() == 0 ? new Plane(0, 0, 0) : sums[id].plane());
            }
        }
    }

    /** Counts the neighbours per plane, or with 0 clears the counts; returns the neighbours in no plane. */
    private int votes(int[] labels, int k, int[] votes, int one) {
        int free = 0;
        for (int s = 0; s < RoofCells.AROUND; s++) {
            int other = cells.next[RoofCells.AROUND * k + s];
            if (other >= 0 && labels[other] >= 0) {
                votes[labels[other]] = one * (votes[labels[other]] + 1);
            } else if (other >= 0) {
                free++;
            }
        }
        return free;
    }

    private static double cost(double distance, int neighbours) {
        return distance * distance / (2 * NOISE * NOISE) - COMPANY * neighbours;
    }

    private PlaneSums[] sums() {
        PlaneSums[] sums = new PlaneSums[planes.size()];
        Arrays.setAll(sums, i -> new PlaneSums());
        for (int k = 0; k < region.length; k++) {
            if (region[k] >= 0 && cells.distance(planes.get(region[k]), k) < DISTANCE) {
                cells.add(sums[region[k]], k);
            }
        }
        return sums;
    }

    private Plane refit(int id) {
        PlaneSums sums = new PlaneSums();
        for (int k = 0; k < region.length; k++) {
            if (region[k] == id) {
                cells.add(sums, k);
            }
        }
        return sums.plane();
    }

    private void merge() {
        PlaneSums[] sums = sums();
        boolean[][] touching = touching();
        for (int a = 0; a < planes.size(); a++) {
            for (int b = a + 1; b < planes.size(); b++) {
                if (touching[a][b] && onePlane(sums[a], sums[b])) {
                    for (int k = 0; k < region.length; k++) {
                        region[k] = region[k] == b ? a : region[k];
                    }
                    sums[a].add(sums[b]);
                    sums[b] = new PlaneSums();
                    for (int c = 0; c < planes.size(); c++) {
                        touching[a][c] |= touching[b][c];
                        touching[c][a] |= touching[c][b];
                        touching[b][c] = false;
                        touching[c][b] = false;
                    }
                    planes.set(a, sums[a].plane());
                    b = a; // what was joined may now continue a plane looked at before
                }
            }
        }
    }

    private boolean[][] touching() {
        boolean[][] touching = new boolean[planes.size()][planes.size()];
        for (int k = 0; k < region.length; k++) {
            for (int s = 0; s < RoofCells.AROUND && region[k] >= 0; s++) {
                int other = cells.next[RoofCells.AROUND * k + s];
                if (other >= 0 && region[other] >= 0 && region[other] != region[k]) {
                    touching[region[k]][region[other]] = true;
                }
            }
        }
        return touching;
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

    private void dropSmall() {
        int[] count = new int[planes.size()];
        double[] perimeter = new double[planes.size()];
        for (int k = 0; k < region.length; k++) {
            int id = region[k];
            if (id >= 0) {
                count[id]++;
                for (int s = 0; s < 4; s++) {
                    int other = cells.next[RoofCells.AROUND * k + s];
                    boolean edge = other < 0 || region[other] != id;
                    perimeter[id] += !edge ? 0 : s % 2 == 0 ? cells.grid.cellHeight() : cells.grid.cellWidth();
                }
            }
        }
        int[] kept = new int[planes.size()];
        List<Plane> left = new ArrayList<>();
        for (int id = 0; id < kept.length; id++) {
            boolean thin = count[id] * cells.grid.cellArea() < LEAST_THICKNESS * perimeter[id] / 2;
            kept[id] = count[id] < least || thin ? -1 : left.size();
            if (kept[id] >= 0) {
                left.add(planes.get(id));
            }
        }
        for (int k = 0; k < region.length; k++) {
            region[k] = region[k] < 0 ? -1 : kept[region[k]];
        }
        planes = left;
    }

    /** Leftovers that are too small and too near to be anything go to the plane that most of their neighbours lie in. */
    private void absorbNoise() {
        boolean[] left = new boolean[region.length];
        for (int k = 0; k < region.length; k++) {
            left[k] = region[k] < 0;
        }
        int[] piece = new int[region.length];
        for (int seed = 0; seed < region.length; seed++) {
            if (left[seed]) {
                int n = flood(left, seed, piece);
                if (n * cells.grid.cellArea() < OBSTACLE_AREA) {
                    absorb(piece, n);
                }
            }
        }
    }

    private void absorb(int[] piece, int n) {
        int[] votes = new int[planes.size()];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < 4; s++) {
                int other = cells.next[RoofCells.AROUND * piece[i] + s];
                if (other >= 0 && region[other] >= 0) {
                    votes[region[other]]++;
                }
            }
        }
        int most = -1;
        for (int id = 0; id < votes.length; id++) {
            most = votes[id] > (most < 0 ? 0 : votes[most]) ? id : most;
        }
        if (most >= 0) {
            for (int i = 0; i < n; i++) {
                if (cells.distance(planes.get(most), piece[i]) < OBSTACLE_HEIGHT) {
                    region[piece[i]] = most;
                }
            }
        }
    }
}
