package fr.heliotoit.kernel;

/**
 * Horizons of a {@link Terrain} beyond the surface model, or beyond the reach of the rays inside it.
 *
 * <p>They are found at the points of a lattice over the surface model, {@link #SPACING} cells apart; a cell takes what its four points
 * see, each corrected for the cell's own height over the point's: t − (z − z₀) / d, d being the distance of what makes the point's
 * horizon. The lattice belongs to the model, not to the tile, so tiles of any size give the same bits.
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
        for (int strip = 0; strip < count; strip++) {
            int row = firstRow + cells[strip] / window.stride;
            int column = firstColumn + cells[strip] % window.stride;
            for (int lane = 0; lane < Surface.LANES; lane++) {
                float height = window.heights[cells[strip] + lane];
                tangents[strip * Surface.LANES + lane] =
                        height == Surface.HOLE ? 0 : tangent(azimuth, column + lane, row, height);
            }
        }
    }

    private float tangent(int azimuth, int column, int row, float height) {
        int pointColumn = Math.floorDiv(column, SPACING);
        int pointRow = Math.floorDiv(row, SPACING);
        float right = (float) (column - pointColumn * SPACING) / SPACING;
        float down = (float) (row - pointRow * SPACING) / SPACING;
        float[] nw = point(pointColumn, pointRow);
        float[] ne = point(pointColumn + 1, pointRow);
        float[] sw = point(pointColumn, pointRow + 1);
        float[] se = point(pointColumn + 1, pointRow + 1);
        int at = 1 + 2 * azimuth;
        float upper = seen(nw, at, height) * (1 - right) + seen(ne, at, height) * right;
        float lower = seen(sw, at, height) * (1 - right) + seen(se, at, height) * right;
        return Math.max(0, upper * (1 - down) + lower * down);
    }

    private static float seen(float[] point, int at, float height) {
        return point[at] - (height - point[0]) * point[at + 1];
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
            d = Math.max(d * GROWTH, d + nearest / 2);
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
