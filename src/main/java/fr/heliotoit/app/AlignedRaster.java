package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** A raster seen on the grid of another: each cell has the value of the cell that its centre lies in. */
final class AlignedRaster implements RasterSource {
    private final RasterSource source;
    private final Crs sourceCrs;
    private final GridGeometry grid;
    private final Crs crs;

    /** @param source closed with this one */
    AlignedRaster(RasterSource source, Crs sourceCrs, GridGeometry grid, Crs crs) {
        this.source = source;
        this.sourceCrs = sourceCrs;
        this.grid = grid;
        this.crs = crs;
    }

    @Override
    public GridGeometry grid() {
        return grid;
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.of(crs);
    }

    @Override
    public Raster read(int column, int row, int columns, int rows) throws Failure {
        GridGeometry window = grid.window(column, row, columns, rows);
        float[] values = new float[Math.multiplyExact(columns, rows)];
        Arrays.fill(values, Float.NaN);
        CellPlaces places = new CellPlaces(window, crs, sourceCrs);
        GridGeometry from = source.grid();
        Envelope box = places.box();
        box.expandBy(from.cellWidth(), from.cellHeight());
        box = box.intersection(from.envelope());
        if (box.isNull()) {
            return new Raster(window, values);
        }
        int firstColumn = column(from, box.getMinX());
        int firstRow = row(from, box.getMaxY());
        Raster near = source.read(
                firstColumn,
                firstRow,
                column(from, box.getMaxX()) - firstColumn + 1,
                row(from, box.getMinY()) - firstRow + 1);
        double[] xy = new double[2];
        for (int i = 0; i < values.length; i++) {
            places.place(i % columns, i / columns, xy);
            int c = column(near.grid(), xy[0]);
            int r = row(near.grid(), xy[1]);
            if (c >= 0 && r >= 0 && c < near.grid().columns() && r < near.grid().rows()) {
                values[i] = near.at(c, r);
            }
        }
        return new Raster(window, values);
    }

    private static int column(GridGeometry grid, double x) {
        return (int) Math.floor((x - grid.west()) / grid.cellWidth() + 1e-6);
    }

    private static int row(GridGeometry grid, double y) {
        return (int) Math.floor((grid.north() - y) / grid.cellHeight() + 1e-6);
    }

    @Override
    public void close() {
        source.close();
    }
}
