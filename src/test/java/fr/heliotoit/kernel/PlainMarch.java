package fr.heliotoit.kernel;

/** The horizon as it is defined, cell by cell and step by step, in the arithmetic of the kernels. */
final class PlainMarch {
    private final float[] z;
    private final int columns;
    private final int rows;
    private final double cellWidth;
    private final double cellHeight;
    private final double azimuth;
    private final int reach;

    PlainMarch(float[] z, int columns, double cellWidth, double cellHeight, double azimuth, int reach) {
        this.z = z;
        this.columns = columns;
        this.rows = z.length / columns;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.azimuth = azimuth;
        this.reach = reach;
    }

    float[] tangents() {
        float[] tangents = new float[z.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tangents[row * columns + column] =
                        Float.isNaN(z[row * columns + column]) ? Float.NaN : tangent(column, row);
            }
        }
        return tangents;
    }

    private float tangent(int column, int row) {
        double dx = Math.sin(azimuth) / cellWidth;
        double dy = -Math.cos(azimuth) / cellHeight;
        boolean columnsFaster = Math.abs(dx) >= Math.abs(dy);
        double faster = Math.max(Math.abs(dx), Math.abs(dy));
        double slower = Math.min(Math.abs(dx), Math.abs(dy));
        float best = 0;
        for (int step = 1; step <= reach; step++) {
            best = Math.max(best, tangent(column, row, step / faster, columnsFaster));
        }
        for (int line = 1; line < slower / faster * Math.min(reach, 32) - 1e-6; line++) {
            double steps = line / slower * faster;
            if (Math.abs(steps - Math.rint(steps)) * slower / faster >= 1e-6) {
                best = Math.max(best, tangent(column, row, line / slower, !columnsFaster));
            }
        }
        return Math.max(best, nearest(column, row, faster, slower));
    }

    /** In the middles of the patches of the first three cells. */
    private float nearest(int column, int row, double faster, double slower) {
        float best = 0;
        java.util.TreeSet<Double> crossings = new java.util.TreeSet<>();
        for (int step = 1; step <= 3; step++) {
            crossings.add(step / faster);
        }
        for (int line = 1; line < 3 * slower / faster - 1e-6; line++) {
            if (Math.abs(line / slower * faster - Math.rint(line / slower * faster)) * slower / faster >= 1e-6) {
                crossings.add(line / slower);
            }
        }
        for (double metres : crossings) {
            Double before = crossings.lower(metres);
            if (before != null && (metres - before) * slower > 0.1) {
                best = Math.max(best, middle(column, row, (before + metres) / 2));
            }
        }
        return best;
    }

    private float middle(int column, int row, double metres) {
        double x = Math.sin(azimuth) / cellWidth * metres;
        double y = -Math.cos(azimuth) / cellHeight * metres;
        int west = (int) Math.floor(x);
        int north = (int) Math.floor(y);
        double right = x - west;
        double down = y - north;
        float eye = at(column, row);
        float rise = (at(column + west, row + north) - eye) * (float) ((1 - right) * (1 - down));
        rise = Math.fma(at(column + west + 1, row + north) - eye, (float) (right * (1 - down)), rise);
        rise = Math.fma(at(column + west, row + north + 1) - eye, (float) ((1 - right) * down), rise);
        rise = Math.fma(at(column + west + 1, row + north + 1) - eye, (float) (right * down), rise);
        return rise * (float) (1 / metres);
    }

    /** Of the ray's place at this distance, which lies on a column of centres or on a row of them. */
    private float tangent(int column, int row, double metres, boolean onColumn) {
        double x = Math.sin(azimuth) / cellWidth * metres;
        double y = -Math.cos(azimuth) / cellHeight * metres;
        double across = onColumn ? y : x;
        int low = (int) Math.floor(across + 1e-6);
        double share = across - low < 1e-6 ? 0 : across - low;
        int high = share > 0 ? low + 1 : low;
        int along = (int) Math.rint(onColumn ? x : y);
        float a = onColumn ? at(column + along, row + low) : at(column + low, row + along);
        float b = onColumn ? at(column + along, row + high) : at(column + high, row + along);
        float rise = Math.fma(b - a, (float) share, a - at(column, row));
        return rise * (float) (1 / metres);
    }

    private float at(int column, int row) {
        boolean outside = column < 0 || row < 0 || column >= columns || row >= rows;
        return outside || Float.isNaN(z[row * columns + column]) ? -1e9f : z[row * columns + column];
    }
}
