package fr.heliotoit.kernel;

/**
 * Horizons of a {@link Terrain} beyond the surface model, or beyond the reach of the rays inside it. One object serves one tile: the cells asked for are the same at every azimuth.
 *
 * <p>What makes the horizon is found for the ground at the points of a lattice over the surface model, {@link #SPACING} cells apart. A
 * cell looks at the four summits that its four points see, each under the elevation that it has from the cell's own height and from so much
 * nearer or farther along the ray as the cell lies, and interpolates between them: close under a flank a few metres matter. The
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
    /**
     * Per point its height, then for each azimuth height and distance of the summit, distance 0 for none, and how the ground rises to the right
     * of the ray; null until asked for.
     */
    private final float[][] points;
    /** Heights of the cells asked for, not below the ground; the same cells are asked for at every azimuth [m]. */
    private float[] eyes = new float[0];

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
        if (eyes.length < count * Surface.LANES) {
            eyes = new float[count * Surface.LANES];
            for (int i = 0; i < eyes.length; i++) {
                int cell = cells[i / Surface.LANES] + i % Surface.LANES;
                eyes[i] = eye(firstColumn + cell % window.stride, firstRow + cell / window.stride, cell);
            }
        }
        double dx = Math.sin(table.azimuth(azimuth));
        double dy = -Math.cos(table.azimuth(azimuth));
        for (int strip = 0; strip < count; strip++) {
            int row = firstRow + cells[strip] / window.stride;
            int column = firstColumn + cells[strip] % window.stride;
            for (int lane = 0; lane < Surface.LANES; lane++) {
                int at = strip * Surface.LANES + lane;
                tangents[at] = Math.max(0, tangent(column + lane, row, eyes[at], 1 + 3 * azimuth, dx, dy));
            }
        }
    }

    /** Height that a cell looks from [m]; 0 for holes, which nobody looks from. */
    private float eye(int column, int row, int cell) {
        float height = window.heights[cell];
        double ground = terrain.at((column + 0.5) * window.cellWidth, (row + 0.5) * window.cellHeight);
        return height == Surface.HOLE ? 0 : (float) Math.max(height, Double.isNaN(ground) ? height : ground);
    }

    /** Interpolated between what the four points around see. */
    private float tangent(int column, int row, float eye, int at, double dx, double dy) {
        int pointColumn = Math.floorDiv(column, SPACING);
        int pointRow = Math.floorDiv(row, SPACING);
        float right = (float) (column - pointColumn * SPACING) / SPACING;
        float down = (float) (row - pointRow * SPACING) / SPACING;
        float tangent = 0;
        for (int corner = 0; corner < 4; corner++) {
            int c = corner % 2;
            int r = corner / 2;
            float weight = (c == 0 ? 1 - right : right) * (r == 0 ? 1 - down : down);
            float[] point = point(pointColumn + c, pointRow + r);
            if (weight > 0 && point[at + 1] > 0) {
                double x = (column + 0.5) * window.cellWidth - x((pointColumn + c) * SPACING);
                double y = (row + 0.5) * window.cellHeight - y((pointRow + r) * SPACING);
                float way = (float) (point[at + 1] - dx * x - dy * y);
                float beside = (float) (dx * y - dy * x);
                // Where the ray meets the flank aslant, the cell may lie past the summit that the point sees.
                tangent += weight * (point[at] - eye + beside * point[at + 2]) / Math.max(way, point[at + 1] / 4);
            }
        }
        return tangent;
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

    /** East of the western border [m]. A point beyond the model's border stands for the border: nothing inside the model is far. */
    private double x(int column) {
        return Math.clamp((column + 0.5) * window.cellWidth, 0, east);
    }

    private double y(int row) {
        return Math.clamp((row + 0.5) * window.cellHeight, 0, south);
    }

    private float[] look(int column, int row) {
        float[] point = new float[1 + 3 * table.azimuths()];
        double x = x(column);
        double y = y(row);
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
            point[1 + 3 * azimuth] = (float) (point[0] + best * at);
            point[2 + 3 * azimuth] = (float) at;
            point[3 + 3 * azimuth] = (float) beside(x, y, dx, dy);
        }
    }

    /** Slope of the ground across a ray, to its right, over one cell of the lattice inside the model; 0 where nobody knows. */
    private double beside(double x, double y, double dx, double dy) {
        double way = SPACING * Math.max(window.cellWidth, window.cellHeight) / 2;
        double leftX = Math.clamp(x + dy * way, 0, east);
        double leftY = Math.clamp(y - dx * way, 0, south);
        double rightX = Math.clamp(x - dy * way, 0, east);
        double rightY = Math.clamp(y + dx * way, 0, south);
        double rise = (terrain.at(rightX, rightY) - terrain.at(leftX, leftY))
                / (dx * (rightY - leftY) - dy * (rightX - leftX));
        return Double.isFinite(rise) ? rise : 0;
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
