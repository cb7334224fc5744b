package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The planes of one roof, largest first.
 *
 * @param pieces the planes
 * @param cellsInside cell centres of the model in the footprint
 * @param cellsKnown those of them with a height
 */
public record RoofFit(List<Piece> pieces, int cellsInside, int cellsKnown) {
    /**
     * One plane.
     *
     * @param tiltDeg 0–90 [°]
     * @param azimuthDeg 0–360, north 0, clockwise, of the grid [°]; for a level plane the side of the building nearest to south, which rows of
     *     modules would face
     * @param areaM2 true area: of the outline, not of whole cells [m²]
     * @param fitErrorM root mean square distance of its cells [m]
     * @param explainedShare share of its cells near the plane, 0–1
     * @param outline from above, inside the footprint [model's CRS]
     * @param cells row-major indexes in the window handed over; at least one
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Piece(
            double tiltDeg,
            double azimuthDeg,
            double areaM2,
            double fitErrorM,
            double explainedShare,
            Geometry outline,
            int[] cells) {}

    /** Below that the direction of descent is noise: 5 %, the slope of a flat roof in the French tariff decree [°]. */
    private static final double LEVEL_DEG = Math.toDegrees(Math.atan(0.05));

    public RoofFit {
        pieces = List.copyOf(pieces);
    }

    static RoofFit of(RoofCells cells, Geometry footprint, int[] region, int planes, int known, double near) {
        List<Piece> pieces = new ArrayList<>();
        for (int id = 0; id < planes; id++) {
            Piece piece = piece(cells, footprint, region, id, near);
            if (piece.areaM2 > 0) {
                pieces.add(piece);
            }
        }
        pieces.sort((a, b) -> Double.compare(b.areaM2, a.areaM2));
        return new RoofFit(pieces, cells.inside, known);
    }

    private static Piece piece(RoofCells cells, Geometry footprint, int[] region, int id, double near) {
        PlaneSums own = new PlaneSums();
        int[] members = new int[region.length];
        int n = 0;
        for (int i = 0; i < region.length; i++) {
            if (region[i] == id) {
                own.add(cells.x(i), cells.y(i), cells.z[i]);
                members[n++] = i;
            }
        }
        members = java.util.Arrays.copyOf(members, n);
        Plane plane = own.plane();
        double squares = 0;
        int explained = 0;
        for (int cell : members) {
            double distance = plane.distance(cells.x(cell), cells.y(cell), cells.z[cell]);
            squares += distance * distance;
            explained += Math.abs(distance) < near ? 1 : 0;
        }
        Geometry outline = OverlayNGRobust.overlay(outline(cells.grid, region, id), footprint, OverlayNG.INTERSECTION);
        return new Piece(
                plane.tiltDeg(),
                plane.tiltDeg() < LEVEL_DEG ? Footprints.facingSouth(footprint) : plane.azimuthDeg(),
                plane.trueArea(outline.getArea()),
                Math.sqrt(squares / n),
                (double) explained / n,
                outline,
                members);
    }

    /** The union of a region's cells: rectangles of runs first, so that the union has few parts. */
    private static Geometry outline(GridGeometry grid, int[] region, int id) {
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> runs = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            int start = -1;
            for (int column = 0; column <= grid.columns(); column++) {
                boolean in = column < grid.columns() && region[row * grid.columns() + column] == id;
                if (in && start < 0) {
                    start = column;
                } else if (!in && start >= 0) {
                    runs.add(factory.toGeometry(new Envelope(
                            new Coordinate(
                                    grid.west() + start * grid.cellWidth(), grid.north() - row * grid.cellHeight()),
                            new Coordinate(
                                    grid.west() + column * grid.cellWidth(),
                                    grid.north() - (row + 1) * grid.cellHeight()))));
                    start = -1;
                }
            }
        }
        return UnaryUnionOp.union(runs);
    }
}
