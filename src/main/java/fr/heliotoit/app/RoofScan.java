package fr.heliotoit.app;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.NoFigure.Reason;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.roof.Eaves;
import fr.heliotoit.roof.GroundCheck;
import fr.heliotoit.roof.ModuleRules;
import fr.heliotoit.roof.RoofFit;
import fr.heliotoit.roof.RoofPlaneFinder;
import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a surface model shows of one building: its roof planes, or why there are none.
 *
 * @param building as imported
 * @param reason why nothing can be computed; null when planes were found
 * @param fit the planes; without pieces when there is a reason
 * @param window where {@link RoofFit.Piece#cells} lie; null when there is a reason
 * @param column of the window's first cell in the surface model
 * @param row of the window's first cell in the surface model
 * @param contour that was used: the footprint, or that widened to the eaves; in the surface model's system
 * @param overhangM measured, see {@link Eaves#overhangM}; NaN when not measured [m]
 * @param supplied whether the planes were drawn by somebody else
 */
record RoofScan(
        Building building,
        @Nullable Reason reason,
        @Nullable RoofFit fit,
        @Nullable GridGeometry window,
        int column,
        int row,
        Geometry contour,
        double overhangM,
        boolean supplied) {
    /** A figure needs at least this share of the footprint inside the model and with heights. */
    static final double LEAST_COVERED = 0.9;

    /**
     * @param footprint of the building in the surface model's system
     * @param drawn planes of this building by somebody else, which go before those of the model; mostly none
     */
    static RoofScan of(Building building, Geometry footprint, RasterSource surface, List<RoofFit.Drawn> drawn)
            throws Failure {
        GridGeometry grid = surface.grid();
        Envelope reached = footprint.getEnvelopeInternal();
        if (!grid.envelope().intersects(reached)) {
            return none(building, footprint, Reason.OUTSIDE_DATA);
        }
        double covered = grid.envelope().contains(reached)
                ? 1
                : footprint
                                .intersection(footprint.getFactory().toGeometry(grid.envelope()))
                                .getArea()
                        / footprint.getArea();
        if (covered < LEAST_COVERED) {
            return none(building, footprint, covered > 1e-6 ? Reason.PARTLY_COVERED : Reason.OUTSIDE_DATA);
        }
        reached.expandBy(GroundCheck.REACH_M);
        int column = (int) Math.floor((reached.getMinX() - grid.west()) / grid.cellWidth());
        int row = (int) Math.floor((grid.north() - reached.getMaxY()) / grid.cellHeight());
        int columns = (int) Math.ceil((reached.getMaxX() - grid.west()) / grid.cellWidth()) - column;
        int rows = (int) Math.ceil((grid.north() - reached.getMinY()) / grid.cellHeight()) - row;
        Raster window = surface.read(column, row, columns, rows);
        RoofFit fit =
                drawn.isEmpty() ? RoofPlaneFinder.find(window, footprint) : RoofFit.supplied(window, footprint, drawn);
        if (fit.cellsInside() == 0) {
            return none(building, footprint, Reason.TOO_SMALL);
        }
        if (fit.pieces().isEmpty()) {
            return none(building, footprint, Reason.NO_DATA);
        }
        if (fit.cellsKnown() < LEAST_COVERED * fit.cellsInside()) {
            return none(building, footprint, Reason.PARTLY_COVERED);
        }
        if (!GroundCheck.of(window, footprint).isRoof()) {
            return none(building, footprint, Reason.NO_ROOF_IN_MODEL);
        }
        if (!drawn.isEmpty()) {
            return new RoofScan(building, null, fit, window.grid(), column, row, footprint, Double.NaN, true);
        }
        Eaves eaves = new Eaves(window, footprint, fit);
        Geometry contour = eaves.contour(footprint);
        RoofFit whole = contour == footprint ? fit : RoofPlaneFinder.find(window, contour);
        return new RoofScan(building, null, whole, window.grid(), column, row, contour, eaves.overhangM(), false);
    }

    /** The planes found, largest first; none when there is a reason. */
    List<RoofFit.Piece> pieces() {
        return fit == null ? List.of() : fit.pieces();
    }

    /** Where the cells of each plane lie in the surface model, once for each way that modules on it face. */
    List<PlaneCells> planeCells(ModuleRules rules) {
        List<PlaneCells> planes = new ArrayList<>();
        for (RoofFit.Piece piece : pieces()) {
            int width = Objects.requireNonNull(window).columns();
            int[] columns =
                    Arrays.stream(piece.cells()).map(c -> column + c % width).toArray();
            int[] rows = Arrays.stream(piece.cells()).map(c -> row + c / width).toArray();
            for (ModuleRules.Facing facing :
                    rules.facings(piece, Objects.requireNonNull(fit).southDeg())) {
                planes.add(PlaneCells.tilted(columns, rows, facing.tiltDeg(), facing.azimuthDeg()));
            }
        }
        return planes;
    }

    /** How the planes came to be. */
    RoofPlane.Origin origin() {
        if (supplied) {
            return RoofPlane.Origin.SUPPLIED;
        }
        return switch (Objects.requireNonNull(fit).support()) {
            case PLANES -> RoofPlane.Origin.FOUND;
            case TOO_FEW_CELLS -> RoofPlane.Origin.FEW_CELLS;
            case SCATTERED -> RoofPlane.Origin.SCATTERED;
        };
    }

    private static RoofScan none(Building building, Geometry footprint, Reason reason) {
        return new RoofScan(building, reason, null, null, 0, 0, footprint, Double.NaN, false);
    }
}
