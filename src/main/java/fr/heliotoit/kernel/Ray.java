package fr.heliotoit.kernel;

/**
 * The way of a ray over a {@link Surface}, the same for every cell: one sample per cell of the axis along which it runs fastest,
 * interpolated between the two nearest cells of the other axis.
 *
 * <p>On a plane every sample is exact, so the horizon of a plane is exact at every azimuth and for any shape of cells.
 *
 * <p>Steps come in segments of {@link Surface#LANES}; {@link #bounds} gives a height that no sample of a segment exceeds, whichever
 * of the cells of a strip it starts from. A segment that cannot raise the horizon of its strip is passed over, which changes
 * nothing in the result.
 */
public final class Ray {
    /** Azimuth, clockwise from grid north [rad]. */
    final double azimuth;

    final int steps;
    /** Offset of the first of the two cells at a step, from the cell the ray starts at. */
    final int[] first;

    final int[] second;
    /** Weight of the second cell, 0–1. */
    final float[] weight;
    /** One over the distance of a step [1/m]. */
    final float[] inverseDistance;

    final int segments;
    /** Offset of a segment in {@link #bounds}, from the strip the ray starts at. */
    final int[] segmentOffset;

    private final int boundRows;
    private final int boundStrips;

    /**
     * @param azimuth clockwise from grid north [rad]
     * @param reach number of steps [cells along the faster axis]
     */
    public Ray(Surface surface, double azimuth, int reach) {
        this.azimuth = azimuth;
        double columnsPerMetre = Math.sin(azimuth) / surface.cellWidth;
        double rowsPerMetre = -Math.cos(azimuth) / surface.cellHeight;
        boolean alongRow = Math.abs(columnsPerMetre) >= Math.abs(rowsPerMetre);
        double metresPerStep = 1 / Math.max(Math.abs(columnsPerMetre), Math.abs(rowsPerMetre));
        segments = Math.ceilDiv(reach, Surface.LANES);
        steps = segments * Surface.LANES;
        first = new int[steps];
        second = new int[steps];
        weight = new float[steps];
        inverseDistance = new float[steps];
        segmentOffset = new int[segments];
        int tallest = 1;
        int widest = 1;
        int[] box = new int[4]; // least and greatest column offset, least and greatest row offset of a segment
        for (int segment = 0; segment < segments; segment++) {
            box[0] = box[2] = Integer.MAX_VALUE;
            box[1] = box[3] = Integer.MIN_VALUE;
            for (int step = segment * Surface.LANES; step < (segment + 1) * Surface.LANES; step++) {
                double metres = (step + 1) * metresPerStep;
                double column = columnsPerMetre * metres;
                double row = rowsPerMetre * metres;
                sample(surface, step, alongRow, column, row, box);
                inverseDistance[step] = (float) (1 / metres);
            }
            int firstStrip = Math.floorDiv(box[0], Surface.LANES);
            widest = Math.max(widest, Math.floorDiv(box[1] + Surface.LANES - 1, Surface.LANES) - firstStrip + 1);
            tallest = Math.max(tallest, box[3] - box[2] + 1);
            segmentOffset[segment] = box[2] * surface.strips + firstStrip;
        }
        boundRows = tallest;
        boundStrips = widest;
    }

    private void sample(Surface surface, int step, boolean alongRow, double column, double row, int[] box) {
        double across = alongRow ? row : column;
        int low = (int) Math.floor(across + 1e-6); // a hair below a cell is the cell
        double share = Math.max(0, across - low);
        share = share < 1e-6 ? 0 : share;
        int high = share > 0 ? low + 1 : low;
        int along = (int) Math.rint(alongRow ? column : row);
        first[step] = alongRow ? low * surface.stride + along : along * surface.stride + low;
        second[step] = alongRow ? high * surface.stride + along : along * surface.stride + high;
        weight[step] = (float) share;
        box[0] = Math.min(box[0], alongRow ? along : low);
        box[1] = Math.max(box[1], alongRow ? along : high);
        box[2] = Math.min(box[2], alongRow ? low : along);
        box[3] = Math.max(box[3], alongRow ? high : along);
    }

    /**
     * The bound of a segment for the strip with index {@code i} (row × strips + strip) is at {@code i + segmentOffset[segment]}.
     *
     * @param spare memory that may be used again, twice the number of strips
     */
    float[] bounds(Surface surface, float[][] spare) {
        int strips = surface.strips;
        int size = surface.stripTop.length;
        float[] now = spare[0];
        float[] next = spare[1];
        for (int i = 0; i < size; i++) {
            now[i] = surface.stripTop[i];
        }
        for (int k = 1; k < boundStrips; k++) {
            for (int i = 0; i < size - k; i++) { // across the end of a row: only higher than needed, never lower
                next[i] = Math.max(now[i], surface.stripTop[i + k]);
            }
            System.arraycopy(now, size - k, next, size - k, k);
            float[] swap = now;
            now = next;
            next = swap;
        }
        for (int height = 1; height < boundRows; ) {
            int more = Math.min(height, boundRows - height);
            int shift = more * strips;
            for (int i = 0; i < size - shift; i++) {
                next[i] = Math.max(now[i], now[i + shift]);
            }
            System.arraycopy(now, Math.max(0, size - shift), next, Math.max(0, size - shift), Math.min(shift, size));
            float[] swap = now;
            now = next;
            next = swap;
            height += more;
        }
        return now;
    }
}
