package fr.heliotoit.roof;

import fr.heliotoit.geo.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The planes of one roof, largest first. The planes and the rest share their edges and together are the footprint.
 *
 * @param pieces the planes
 * @param rest what belongs to no plane: chimneys, plant, parapets, trees that hang over; may be empty [model's CRS]
 * @param southDeg azimuth that the side of the building nearest to south faces, of the grid, 135–225 [°]
 * @param support whether the heights support planes; else there is one plane through all of them, which says little
 * @param cellsInside cell centres of the model in the footprint
 * @param cellsKnown those of them with a height
 */
public record RoofFit(
        List<Piece> pieces, Geometry rest, double southDeg, Support support, int cellsInside, int cellsKnown) {
    /** Whether planes can be found at all. */
    public enum Support {
        /** Planes explain the heights. */
        PLANES,
        /** The roof has fewer cells than one plane needs. */
        TOO_FEW_CELLS,
        /** The heights lie on no planes that the model resolves: domes, trees, plant all over. */
        SCATTERED
    }

    /**
     * One plane.
     *
     * @param tiltDeg 0–90 [°]
     * @param azimuthDeg 0–360, north 0, clockwise, of the grid [°]; for a level plane the side of the building nearest to south, which rows of
     *     modules would face
     * @param areaM2 true area: of the outline, not of whole cells [m²]
     * @param fitErrorM root mean square distance of its cells [m]; NaN when drawn by somebody else
     * @param explainedShare share of its cells near the plane, 0–1; NaN when drawn by somebody else
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

    /**
     * A plane that somebody else has drawn.
     *
     * @param outline from above [model's CRS]
     * @param tiltDeg 0 – below 90 [°]
     * @param azimuthDeg 0–360, north 0, clockwise, of the grid [°]
     */
    public record Drawn(Geometry outline, double tiltDeg, double azimuthDeg) {}

    /**
     * The planes drawn by somebody else, taken as they are; those without a cell in the model are left out, since nothing could be told of
     * their sun.
     *
     * @param surfaceModel window around the footprint [m]
     */
    public static RoofFit supplied(Raster surfaceModel, Geometry footprint, List<Drawn> drawn) {
        RoofCells inside = new RoofCells(surfaceModel, footprint);
        List<Piece> pieces = new ArrayList<>();
        for (Drawn plane : drawn) {
            RoofCells cells = new RoofCells(surfaceModel, plane.outline);
            if (cells.count() > 0) {
                pieces.add(new Piece(
                        plane.tiltDeg,
                        plane.azimuthDeg,
                        plane.outline.getArea() / Math.cos(Math.toRadians(plane.tiltDeg)),
                        Double.NaN,
                        Double.NaN,
                        plane.outline,
                        Arrays.stream(cells.cell).map(cells::given).toArray()));
            }
        }
        pieces.sort((a, b) -> Double.compare(b.areaM2, a.areaM2));
        return new RoofFit(
                pieces,
                footprint.getFactory().createPolygon(),
                Footprints.facingSouth(footprint),
                Support.PLANES,
                inside.inside,
                inside.count());
    }

    /** Azimuth that the side of a building nearest to south faces, 135–225, north 0, clockwise, of the grid [°]. */
    public static double facingSouth(Geometry footprint) {
        return Footprints.facingSouth(footprint);
    }

    static RoofFit of(
            RoofCells cells, Geometry footprint, int[] region, List<Plane> planes, Support support, double near) {
        List<Geometry> outlines = RoofOutlines.of(cells, footprint, region, planes);
        double south = Footprints.facingSouth(footprint);
        List<Piece> pieces = new ArrayList<>();
        for (int id = 0; id < planes.size(); id++) {
            if (outlines.get(id).getArea() > 0) {
                pieces.add(piece(cells, south, region, id, planes.get(id), outlines.get(id), near));
            }
        }
        pieces.sort((a, b) -> Double.compare(b.areaM2, a.areaM2));
        return new RoofFit(pieces, outlines.getLast(), south, support, cells.inside, cells.count());
    }

    private static Piece piece(
            RoofCells cells, double south, int[] region, int id, Plane plane, Geometry outline, double near) {
        int[] members = new int[region.length];
        int n = 0;
        for (int k = 0; k < region.length; k++) {
            if (region[k] == id) {
                members[n++] = k;
            }
        }
        double squares = 0;
        int explained = 0;
        for (int i = 0; i < n; i++) {
            double distance = cells.distance(plane, members[i]);
            squares += distance * distance;
            explained += distance < near ? 1 : 0;
        }
        return new Piece(
                plane.tiltDeg(),
                plane.tiltDeg() < LEVEL_DEG ? south : plane.azimuthDeg(),
                plane.trueArea(outline.getArea()),
                Math.sqrt(squares / n),
                (double) explained / n,
                outline,
                Arrays.stream(members, 0, n)
                        .map(k -> cells.given(cells.cell[k]))
                        .toArray());
    }
}
