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
        double faster = Math.max(Math.abs(dx), Math.abs(dy));
        float best = 0;
        for (int step = 1; step <= reach; step++) {
            double metres = step * (1 / faster);
            double x = dx * metres;
            double y = dy * metres;
            boolean alongRow = Math.abs(dx) >= Math.abs(dy);
            double across = alongRow ? y : x;
            int low = (int) Math.floor(across + 1e-6);
            double share = across - low < 1e-6 ? 0 : across - low;
            int high = share > 0 ? low + 1 : low;
            int along = (int) Math.rint(alongRow ? x : y);
            float a = alongRow ? at(column + along, row + low) : at(column + low, row + along);
            float b = alongRow ? at(column + along, row + high) : at(column + high, row + along);
            float rise = Math.fma(b - a, (float) share, a - at(column, row));
            best = Math.max(best, rise * (float) (1 / metres));
        }
        return best;
    }

    private float at(int column, int row) {
        boolean outside = column < 0 || row < 0 || column >= columns || row >= rows;
        return outside || Float.isNaN(z[row * columns + column]) ? -1e9f : z[row * columns + column];
    }
}
