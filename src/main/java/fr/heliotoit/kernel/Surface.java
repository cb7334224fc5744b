package fr.heliotoit.kernel;

/**
 * A window of a surface model made ready for rays: row-major heights [m], rows padded to whole strips of {@link #LANES} cells, and
 * the highest cell of each block of {@link #LANES} cells of a row.
 *
 * <p>A hole (no data) lies at {@link #HOLE}, so low that whatever is interpolated with it stays below every horizon: holes neither
 * hide nor shade.
 */
public final class Surface {
    /** Cells of one row that are worked on together. */
    public static final int LANES = 16;

    static final float HOLE = -1e9f;

    final float[] heights;
    final int rows;
    final int blocks;
    final int stride;
    final double cellWidth;
    final double cellHeight;
    /**
     * Highest cell per row and block [cm], raised by more than rounding can add in an interpolation between two cells. Whole numbers: their maximum is one
     * instruction, that of floats, with its rules for NaN, several.
     */
    final int[] blockTop;

    /**
     * @param values heights [m], row 0 at the north, NaN or infinite where there is no data; copied
     * @param columns cells per row
     * @param cellWidth east–west size of a cell [m]
     * @param cellHeight north–south size of a cell [m]
     */
    public Surface(float[] values, int columns, double cellWidth, double cellHeight) {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " values in rows of " + columns);
        }
        if (!(cellWidth > 0 && cellHeight > 0)) {
            throw new IllegalArgumentException("cells of " + cellWidth + " × " + cellHeight);
        }
        this.rows = values.length / columns;
        this.stride = Math.ceilDiv(columns, LANES) * LANES;
        this.blocks = stride / LANES;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.heights = new float[rows * stride];
        this.blockTop = new int[rows * blocks];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < stride; column++) {
                float z = column < columns ? values[row * columns + column] : Float.NaN;
                heights[row * stride + column] = Math.abs(z) < 1e6f ? z : HOLE; // NaN fails the comparison too
            }
            for (int block = 0; block < blocks; block++) {
                blockTop[row * blocks + block] = top(row * stride + block * LANES);
            }
        }
    }

    /** Index of a cell for {@link HorizonMarch}: cells of a row follow each other. */
    public int cell(int column, int row) {
        return row * stride + column;
    }

    /** A height in {@link #blockTop} [m]. */
    static float metres(int top) {
        return top * 0.01f;
    }

    private int top(int from) {
        float top = HOLE;
        for (int cell = from; cell < from + LANES; cell++) {
            top = Math.max(top, heights[cell]);
        }
        return (int) Math.ceil(top * 100.0 + Math.abs(top) * 1e-4) + 1;
    }
}
