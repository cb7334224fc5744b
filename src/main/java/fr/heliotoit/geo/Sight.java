package fr.heliotoit.geo;

/**
 * Lines of sight over a surface model: whether one point sees another above everything between them. Distances are short, so the Earth
 * is flat.
 */
public final class Sight {
    private final Raster surface;

    /** @param surface heights [m]; where there is no data nothing stands in the way */
    public Sight(Raster surface) {
        this.surface = surface;
    }

    /**
     * A surface model with cells a few times as large, each as high as the highest cell in it: coarser, and never sees more than there is
     * to see.
     *
     * @param times at least 1
     */
    public static Raster coarser(Raster fine, int times) {
        GridGeometry grid = fine.grid();
        int columns = Math.max(1, grid.columns() / times);
        int rows = Math.max(1, grid.rows() / times);
        float[] values = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float highest = Float.NaN;
                for (int r = row * times; r < Math.min(grid.rows(), (row + 1) * times); r++) {
                    for (int c = column * times; c < Math.min(grid.columns(), (column + 1) * times); c++) {
                        float value = fine.at(c, r);
                        highest =
                                Float.isNaN(highest) ? value : Math.max(highest, Float.isNaN(value) ? highest : value);
                    }
                }
                values[row * columns + column] = highest;
            }
        }
        return new Raster(
                new GridGeometry(
                        columns, rows, grid.west(), grid.north(), grid.cellWidth() * times, grid.cellHeight() * times),
                values);
    }

    /** Height of the surface at a place; NaN outside or without data. */
    public double height(double x, double y) {
        GridGeometry grid = surface.grid();
        int column = (int) Math.floor((x - grid.west()) / grid.cellWidth());
        int row = (int) Math.floor((grid.north() - y) / grid.cellHeight());
        return column < 0 || row < 0 || column >= grid.columns() || row >= grid.rows()
                ? Double.NaN
                : surface.at(column, row);
    }

    /**
     * Whether the straight line between two points passes above the surface; the cells that hold the points do not count.
     *
     * @param z1 height of the first point itself [m]
     * @param z2 height of the second [m]
     */
    public boolean clear(double x1, double y1, double z1, double x2, double y2, double z2) {
        GridGeometry grid = surface.grid();
        double along = Math.hypot((x2 - x1) / grid.cellWidth(), (y2 - y1) / grid.cellHeight());
        int steps = (int) Math.ceil(along);
        for (int step = 1; step < steps; step++) {
            double share = (double) step / steps;
            // The first and the last cell and a half are the points' own.
            if (share * along < 1.5 || (1 - share) * along < 1.5) {
                continue;
            }
            double ground = height(x1 + share * (x2 - x1), y1 + share * (y2 - y1));
            if (ground > z1 + share * (z2 - z1)) {
                return false;
            }
        }
        return true;
    }
}
