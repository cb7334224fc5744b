package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.text.Failure;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the cells of one grid lie in the system of another raster. Between systems every 32nd cell is transformed and the others are
 * interpolated: over some hundred metres that errs by less than a millimetre, over some kilometres by less than a metre.
 */
final class CellPlaces {
    private static final int SPACING = 32;

    private final GridGeometry grid;
    private final boolean same;
    private final int pointColumns;
    private final Coordinate[] points;

    CellPlaces(GridGeometry grid, Crs from, Crs to) throws Failure {
        this.grid = grid;
        this.same = from.equals(to);
        this.pointColumns = grid.columns() / SPACING + 2;
        this.points = new Coordinate[same ? 0 : pointColumns * (grid.rows() / SPACING + 2)];
        for (int i = 0; i < points.length; i++) {
            points[i] = from.transform(
                    grid.x(i % pointColumns * SPACING), grid.y((double) (i / pointColumns) * SPACING), to);
        }
    }

    /** x and y of the centre of a cell. */
    void place(int column, int row, double[] xy) {
        if (same) {
            xy[0] = grid.x(column);
            xy[1] = grid.y(row);
            return;
        }
        int at = row / SPACING * pointColumns + column / SPACING;
        double right = (double) (column % SPACING) / SPACING;
        double down = (double) (row % SPACING) / SPACING;
        Coordinate nw = points[at];
        Coordinate ne = points[at + 1];
        Coordinate sw = points[at + pointColumns];
        Coordinate se = points[at + pointColumns + 1];
        xy[0] = (nw.x * (1 - right) + ne.x * right) * (1 - down) + (sw.x * (1 - right) + se.x * right) * down;
        xy[1] = (nw.y * (1 - right) + ne.y * right) * (1 - down) + (sw.y * (1 - right) + se.y * right) * down;
    }

    /** A box around the cells in the other system. */
    Envelope box() {
        Envelope box = new Envelope();
        if (same) {
            return grid.envelope();
        }
        for (Coordinate point : points) {
            box.expandToInclude(point);
        }
        return box;
    }
}
