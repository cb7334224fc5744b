package fr.heliotoit.kernel;

/**
 * Horizons of a {@link Terrain} beyond the surface model, or beyond the reach of the rays inside it. One object serves one tile: the cells asked for are the same at every azimuth.
 *
 * <p>They are found for the ground at the points of a lattice over the surface model, {@link #SPACING} cells apart, and interpolated
 * between four of them. A cell that stands h above the ground sees the horizon h / d lower, d being the distance of what makes it. The
 * lattice belongs to the model, not to the tile, so tiles of any size give the same bits.
 *
 * <p>The Earth is curved and the air bends light: at distance d the ground lies d² (1 − k) / 2R lower, with R 6371 km and k 0.13 (the
 * usual coefficient of refraction of geodesy, Gauss 1826): 0.04° at 10 km.
 */
public final class FarRelief implements Relief {
    static final int SPACING = 32;

    /** Each sample lies this much farther out than the one before: what is far may be sampled more coarsely. */
    private static final double GROWTH = 1.01;

    private static final double DROP_PER_M2 = (1 - 0.13) / (2 * 6371000.0);

    private final Terrain terrain;
    private final Surface window;
    private final SkyTable table;
    private final int reach;
    private final int firstColumn;
    private final int firstRow;
    private final double east;
    private final double south;
    private final int pointColumns;
    private final int firstPointColumn;
    private final int firstPointRow;
    /** Per point its height, then tangent and one over the distance for each azimuth; null until asked for. */
    private final float[][] points;
    /** Heights of the cells asked for above the ground; the same cells are asked for at every azimuth [m]. */
    private float[] above = new float[0];

    /**
     * @param window of the surface model
     * @param firstColumn of the window in the surface model, may be negative
     * @param firstRow of the window in the surface model, may be negative
     * @param columns of the surface model
     * @param rows of the surface model
     * @param reach of the rays [cells]
     */
    public FarRelief(
            Terrain terrain,
            Surface window,
            int firstColumn,
            int firstRow,
            int columns,
            int rows,
            SkyTable table,
            int reach) {
        this.terrain = terrain;
        this.window = window;
        this.table = table;
        this.reach = reach;
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.east = columns * window.cellWidth;
        this.south = rows * window.cellHeight;
        this.firstPointColumn = Math.floorDiv(firstColumn, SPACING);
        this.firstPointRow = Math.floorDiv(firstRow, SPACING);
        this.pointColumns = Math.floorDiv(firstColumn + window.stride, SPACING) + 2 - firstPointColumn;
        this.points = new float[pointColumns * (Math.floorDiv(firstRow + window.rows, SPACING) + 2 - firstPointRow)][];
    }

    @Override
    public void tangents(int azimuth, int[] cells, int count, float[] tangents) {
        if (above.length < count * Surface.LANES) {
            above = new float[count * Surface.LANES];
            for (int i = 0; i < above.length; i++) {
                int cell = cells[i / Surface.LANES] + i % Surface.LANES;
                above[i] = above(firstColumn + cell % window.stride, firstRow + cell / window.stride, cell);
            }
        }
        for (int strip = 0; strip < count; strip++) {
            int row = firstRow + cells[strip] / window.stride;
            int column = firstColumn + cells[strip] % window.stride;
            for (int lane = 0; lane < Surface.LANES; lane++) {
                int at = strip * Surface.LANES + lane;
                tangents[at] = Math.max(
                        0,
                        interpolated(column + lane, row, 1 + 2 * azimuth)
                                - above[at] * interpolated(column + lane, row, 2 + 2 * azimuth));
            }
        }
    }

    /** Height of a cell above the ground [m]; 0 for holes, which nobody looks from. */
    private float above(int column, int row, int cell) {
        float height = window.heights[cell];
        double ground = terrain.at((column + 0.5) * window.cellWidth, (row + 0.5) * window.cellHeight);
        if (height == Surface.HOLE) {
            return 0;
        }
        return (float) (height - (Double.isNaN(ground) ? interpolated(column, row, 0) : ground));
    }

    private float interpolated(int column, int row, int at) {
        int pointColumn = Math.floorDiv(column, SPACING);
        int pointRow = Math.floorDiv(row, SPACING);
        float right = (float) (column - pointColumn * SPACING) / SPACING;
        float down = (float) (row - pointRow * SPACING) / SPACING;
        float upper = point(pointColumn, pointRow)[at] * (1 - right) + point(pointColumn + 1, pointRow)[at] * right;
        float lower =
                point(pointColumn, pointRow + 1)[at] * (1 - right) + point(pointColumn + 1, pointRow + 1)[at] * right;
        return upper * (1 - down) + lower * down;
    }

    private float[] point(int pointColumn, int pointRow) {
        int index = (pointRow - firstPointRow) * pointColumns + pointColumn - firstPointColumn;
        float[] known = points[index];
        if (known == null) {
            known = look(pointColumn * SPACING, pointRow * SPACING);
            points[index] = known;
        }
        return known;
    }

    private float[] look(int column, int row) {
        float[] point = new float[1 + 2 * table.azimuths()];
        // A point beyond the model's border stands for the border: nothing inside the model is far.
        double x = Math.clamp((column + 0.5) * window.cellWidth, 0, east);
        double y = Math.clamp((row + 0.5) * window.cellHeight, 0, south);
        double z = terrain.at(x, y);
        point[0] = (float) (Double.isNaN(z) ? height(column, row) : z);
        for (int azimuth = 0; azimuth < table.azimuths(); azimuth++) {
            look(x, y, point, azimuth);
        }
        return point;
    }

    /** Height of the surface model at a point; 0 where it has none. */
    private double height(int column, int row) {
        int c = column - firstColumn;
        int r = row - firstRow;
        boolean inside = c >= 0 && r >= 0 && c < window.stride && r < window.rows;
        float z = inside ? window.heights[window.cell(c, r)] : Surface.HOLE;
        return z == Surface.HOLE ? 0 : z;
    }

    private void look(double x, double y, float[] point, int azimuth) {
        double dx = Math.sin(table.azimuth(azimuth));
        double dy = -Math.cos(table.azimuth(azimuth));
        double nearest = Math.min(terrain.cellWidth(), terrain.cellHeight());
        double best = Double.NEGATIVE_INFINITY;
        double at = 0;
        double farthest = terrain.farthest(x, y);
        double d = Math.max(nearest, Math.min(reachM(dx, dy), Math.min(leaving(x, dx, east), leaving(y, dy, south))));
        while (d <= farthest) {
            double z = terrain.at(x + dx * d, y + dy * d);
            double tangent = (z - d * d * DROP_PER_M2 - point[0]) / d;
            if (tangent > best) { // false for NaN
                best = tangent;
                at = d;
            }
            d = Math.max(d * GROWTH, d + nearest / 8);
        }
        if (at > 0) {
            point[1 + 2 * azimuth] = (float) best;
            point[2 + 2 * azimuth] = (float) (1 / at);
        }
    }

    private double reachM(double dx, double dy) {
        return reach / Math.max(Math.abs(dx) / window.cellWidth, Math.abs(dy) / window.cellHeight);
    }

    /** How far it is to where the surface model ends on one axis. */
    private static double leaving(double from, double direction, double end) {
        double way = direction > 0 ? (end - from) / direction : -from / direction;
        return direction == 0 ? Double.POSITIVE_INFINITY : way;
    }
}
