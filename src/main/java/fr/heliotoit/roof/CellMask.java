package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Which cells of a grid have their centre in a polygon, by the even-odd rule along each row of centres. */
final class CellMask {
    private CellMask() {}

    /**
     * @param polygons polygon or multipolygon in the grid's system
     * @return row-major, true where the centre lies inside
     */
    static boolean[] of(GridGeometry grid, Geometry polygons) {
        boolean[] inside = new boolean[grid.columns() * grid.rows()];
        double[][] crossings = new double[grid.rows()][];
        int[] count = new int[grid.rows()];
        for (int g = 0; g < polygons.getNumGeometries(); g++) {
            if (polygons.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                cross(grid, polygon.getExteriorRing(), crossings, count);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    cross(grid, polygon.getInteriorRingN(h), crossings, count);
                }
            }
        }
        for (int row = 0; row < grid.rows(); row++) {
            if (count[row] > 1) {
                Arrays.sort(crossings[row], 0, count[row]);
                for (int i = 0; i + 1 < count[row]; i += 2) {
                    int first = Math.max(0, (int) Math.ceil(crossings[row][i]));
                    int last = Math.min(grid.columns() - 1, (int) Math.floor(crossings[row][i + 1]));
                    if (first <= last) {
                        Arrays.fill(inside, row * grid.columns() + first, row * grid.columns() + last + 1, true);
                    }
                }
            }
        }
        return inside;
    }

    /** Adds where the ring crosses each row of centres, in columns counted from centre to centre. */
    private static void cross(GridGeometry grid, LinearRing ring, double[][] crossings, int[] count) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
            double x0 = (points.getX(i - 1) - grid.west()) / grid.cellWidth() - 0.5;
            double y0 = (grid.north() - points.getY(i - 1)) / grid.cellHeight() - 0.5;
            double x1 = (points.getX(i) - grid.west()) / grid.cellWidth() - 0.5;
            double y1 = (grid.north() - points.getY(i)) / grid.cellHeight() - 0.5;
            int first = Math.max(0, (int) Math.ceil(Math.min(y0, y1)));
            int end = Math.min(grid.rows(), (int) Math.ceil(Math.max(y0, y1)));
            for (int row = first; row < end; row++) {
                double[] own = crossings[row];
                if (own == null) {
                    own = new double[8];
                } else if (count[row] == own.length) {
                    own = Arrays.copyOf(own, 2 * own.length);
                }
                own[count[row]++] = x0 + (row - y0) * (x1 - x0) / (y1 - y0);
                crossings[row] = own;
            }
        }
    }
}
