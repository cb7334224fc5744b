package fr.heliotoit.geo;

import fr.heliotoit.text.Failure;
import java.util.Optional;

/**
 * A raster of any size that is read window by window; safe for several threads at once.
 */
public interface RasterSource extends AutoCloseable {
    GridGeometry grid();

    /** The system the file names; empty when it names none. */
    Optional<Crs> crs();

    /**
     * Reads a window. Cells outside the raster, no-data, NaN and infinite cells come as NaN.
     *
     * @param column first column, may be negative
     * @param row first row, may be negative
     */
    Raster read(int column, int row, int columns, int rows) throws Failure;

    /**
     * {@link #read(int, int, int, int)} into an array that can be used again for the next window.
     *
     * @param into takes {@code columns × rows} values, row-major, from its start
     */
    default void read(int column, int row, int columns, int rows, float[] into) throws Failure {
        System.arraycopy(read(column, row, columns, rows).values(), 0, into, 0, columns * rows);
    }

    default Raster readAll() throws Failure {
        return read(0, 0, grid().columns(), grid().rows());
    }

    /** Width of the blocks in which the raster is stored: windows cut along them are read quickest. */
    default int blockColumns() {
        return grid().columns();
    }

    /** Height of the blocks in which the raster is stored. */
    default int blockRows() {
        return grid().rows();
    }

    @Override
    void close();
}
