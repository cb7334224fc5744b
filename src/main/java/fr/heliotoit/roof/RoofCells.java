package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The cells of a surface model whose centres lie in a footprint, in a window just around it; positions are metres from the window's
 * north-west corner, x east and y north (so y is negative), which keeps sums of squares small.
 */
final class RoofCells {
    final GridGeometry grid;
    /** Heights of the window [m]; NaN outside the footprint or where the model has none. */
    final float[] z;
    /** How many centres lie in the footprint, with or without a height. */
    final int inside;

    /**
     * @param surfaceModel window that covers the footprint wholly or in part
     * @param footprint in the model's CRS
     */
    RoofCells(Raster surfaceModel, Geometry footprint) {
        grid = surfaceModel.grid();
        z = new float[surfaceModel.values().length];
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(footprint);
        int count = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int i = row * grid.columns() + column;
                boolean in = locator.locate(new Coordinate(grid.x(column), grid.y(row))) != Location.EXTERIOR;
                z[i] = in ? surfaceModel.values()[i] : Float.NaN;
                count += in ? 1 : 0;
            }
        }
        inside = count;
    }

    boolean known(int column, int row) {
        return column >= 0
                && row >= 0
                && column < grid.columns()
                && row < grid.rows()
                && !Float.isNaN(z[row * grid.columns() + column]);
    }

    double x(int cell) {
        return (cell % grid.columns() + 0.5) * grid.cellWidth();
    }

    double y(int cell) {
        return -(cell / grid.columns() + 0.5) * grid.cellHeight();
    }
}
