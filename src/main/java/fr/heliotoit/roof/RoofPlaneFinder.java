package fr.heliotoit.roof;

import fr.heliotoit.geo.Raster;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the planes of one roof in a surface model by region growing (after Rabbani, van den Heuvel and Vosselman 2006, "Segmentation of
 * point clouds using smoothness constraint"), on the grid instead of a point cloud: cells are taken from the smoothest up, each starts a
 * region that takes in neighbours as long as they lie on its plane; regions that continue one another are merged; cells left over
 * (gutters, ridges, chimneys) go to the adjoining plane they lie on, or to none.
 *
 * <p>Deterministic: the same cells give the same planes.
 */
public final class RoofPlaneFinder {
    /** A cell belongs to a plane when nearer than this: about three times the noise of aerial surveys [m]. */
    private static final double DISTANCE = 0.25;

    /** Normals of cells of one plane differ less than this (noise of 0.1 m over a 5-cell window at 0.5 m gives about 8°). */
    private static final double COS_NORMAL = Math.cos(Math.toRadians(25));

    /** Two neighbouring regions are one plane when their normals differ less than this and one plane fits both. */
    private static final double COS_MERGE = Math.cos(Math.toRadians(8));

    /** Cells that a plane needs; also at least {@link #LEAST_AREA}. */
    private static final int LEAST_CELLS = 5;

    /** Smaller pieces are chimneys and dormer cheeks, not planes [m²]. */
    private static final double LEAST_AREA = 4;

    private static final int[][] NEIGHBOURS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}};

    private final RoofCells cells;
    private final int columns;
    private final int[] region;
    private final List<PlaneSums> sums = new ArrayList<>();

    private RoofPlaneFinder(RoofCells cells) {
        this.cells = cells;
        this.columns = cells.grid.columns();
        this.region = new int[cells.z.length];
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
        Plane[] local = new Plane[region.length];
        double[] roughness = new double[region.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < region.length; i++) {
            if (!Float.isNaN(cells.z[i])) {
                order.add(i);
                PlaneSums window = around(i, 2);
                local[i] = window.plane();
                roughness[i] = window.count() < 6 ? Double.MAX_VALUE : window.rms(local[i]);
            }
        }
        int known = order.size();
        order.sort(Comparator.comparingDouble(i -> roughness[i]));
        // Smooth cells first, then what lies on their planes, and only then the rough rest: windows across a parapet or
        // a step look like
        // slopes and would start planes that are not there.
        growFrom(order, roughness, 0.6 * DISTANCE, local);
        merge();
        adopt();
        growFrom(order, roughness, DISTANCE, local);
        merge();
        dropSmall();
        adopt();
        if (sums.stream().allMatch(s -> s.count() == 0) && known > 0) {
            everythingOnOnePlane();
        }
        return RoofFit.of(cells, footprint, region, sums, known, DISTANCE + 0.05);
    }

    private void growFrom(List<Integer> order, double[] roughness, double smoothest, Plane[] local) {
        for (int seed : order) {
            if (region[seed] < 0 && roughness[seed] < smoothest) {
                grow(seed, local);
            }
        }
    }

    /** Sums over the cells of the footprint within some cells of one. */
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

    private void grow(int seed, Plane[] local) {
        int id = sums.size();
        PlaneSums own = new PlaneSums();
        sums.add(own);
        region[seed] = id;
        add(own, seed);
        ArrayDeque<Integer> front = new ArrayDeque<>(List.of(seed));
        Plane plane = local[seed];
        while (!front.isEmpty()) {
            int cell = front.poll();
            for (int[] step : NEIGHBOURS) {
                int column = cell % columns + step[0];
                int row = cell / columns + step[1];
                if (!cells.known(column, row)) {
                    continue;
                }
                int next = row * columns + column;
                if (region[next] < 0
                        && Math.abs(plane.distance(cells.x(next), cells.y(next), cells.z[next])) < DISTANCE
                        && plane.normalDot(local[next]) > COS_NORMAL) {
                    region[next] = id;
                    add(own, next);
                    front.add(next);
                    // Until a dozen cells are in, the local plane of the seed is steadier than the region's own.
                    if (own.count() >= 12) {
                        plane = own.plane();
                    }
                }
            }
        }
    }

    /** Joins neighbouring regions of one plane, the best-fitting pair of the list first, until none is left. */
    private void merge() {
        boolean merged = true;
        while (merged) {
            merged = false;
            boolean[][] touching = touching();
            for (int a = 0; a < sums.size() && !merged; a++) {
                for (int b = a + 1; b < sums.size() && !merged; b++) {
                    if (touching[a][b] && onePlane(a, b)) {
                        sums.get(a).add(sums.get(b));
                        sums.set(b, new PlaneSums());
                        for (int i = 0; i < region.length; i++) {
                            region[i] = region[i] == b ? a : region[i];
                        }
                        merged = true;
                    }
                }
            }
        }
    }

    private boolean onePlane(int a, int b) {
        PlaneSums first = sums.get(a);
        PlaneSums second = sums.get(b);
        if (first.count() == 0 || second.count() == 0) {
            return false;
        }
        PlaneSums both = new PlaneSums();
        both.add(first);
        both.add(second);
        Plane plane = both.plane();
        boolean sameNormal = first.plane().normalDot(second.plane()) > COS_MERGE
                || Math.min(first.count(), second.count()) < 3 * LEAST_CELLS;
        return sameNormal && first.rms(plane) < DISTANCE * 0.8 && second.rms(plane) < DISTANCE * 0.8;
    }

    private boolean[][] touching() {
        boolean[][] touching = new boolean[sums.size()][sums.size()];
        for (int i = 0; i < region.length; i++) {
            for (int[] step : NEIGHBOURS) {
                int column = i % columns + step[0];
                int row = i / columns + step[1];
                if (region[i] >= 0 && cells.known(column, row) && region[row * columns + column] >= 0) {
                    touching[region[i]][region[row * columns + column]] = true;
                }
            }
        }
        return touching;
    }

    private void dropSmall() {
        int least = (int) Math.max(LEAST_CELLS, Math.ceil(LEAST_AREA / cells.grid.cellArea()));
        for (int id = 0; id < sums.size(); id++) {
            if (sums.get(id).count() < least) {
                sums.set(id, new PlaneSums());
                for (int i = 0; i < region.length; i++) {
                    region[i] = region[i] == id ? -1 : region[i];
                }
            }
        }
    }

    /** Cells left over go to the neighbouring plane they are nearest to, ring by ring, when they lie on it. */
    private void adopt() {
        List<Plane> planes = sums.stream()
                .map(s -> s.count() == 0 ? new Plane(0, 0, 0) : s.plane())
                .toList();
        boolean changed = true;
        while (changed) {
            changed = false;
            int[] before = region.clone();
            for (int i = 0; i < region.length; i++) {
                if (before[i] >= 0 || Float.isNaN(cells.z[i])) {
                    continue;
                }
                int best = -1;
                double nearest = 1.5 * DISTANCE;
                for (int[] step : NEIGHBOURS) {
                    int column = i % columns + step[0];
                    int row = i / columns + step[1];
                    if (cells.known(column, row) && before[row * columns + column] >= 0) {
                        int id = before[row * columns + column];
                        double distance = Math.abs(planes.get(id).distance(cells.x(i), cells.y(i), cells.z[i]));
                        if (distance < nearest) {
                            nearest = distance;
                            best = id;
                        }
                    }
                }
                if (best >= 0) {
                    region[i] = best;
                    changed = true;
                }
            }
        }
    }

    private void everythingOnOnePlane() {
        PlaneSums all = new PlaneSums();
        for (int i = 0; i < region.length; i++) {
            if (!Float.isNaN(cells.z[i])) {
                add(all, i);
                region[i] = sums.size();
            }
        }
        sums.add(all);
    }
}
