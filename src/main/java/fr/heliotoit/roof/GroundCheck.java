package fr.heliotoit.roof;

import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether a surface model shows a whole roof under a footprint: when it is older than the building it shows the ground there, or partly.
 *
 * @param share of the footprint's cells, those along its edge left out, that lie at the level of the lowest tenth of the surroundings,
 *     0–1; 0 when the footprint or its surroundings have no heights, since nothing can be told then
 * @param areaM2 the area of those cells [m²]
 */
public record GroundCheck(double share, double areaM2) {
    /** How far around the footprint ground is looked for [m]. */
    public static final double REACH_M = 8;

    /** Cells lower than this above the ground around are ground, not roof [m]. */
    private static final double ROOF_ABOVE_M = 1;

    /** With half of its cells on the ground a building was not there. */
    private static final double MOST_SHARE = 0.5;

    /** With more than that on the ground it was not yet as it is: a wing is missing; less may be an offset of the contour [m²]. */
    private static final double MOST_AREA_M2 = 30;

    /**
     * @param surfaceModel window that reaches {@link #REACH_M} around the footprint
     * @param footprint in the model's CRS
     */
    public static GroundCheck of(Raster surfaceModel, Geometry footprint) {
        GridGeometry grid = surfaceModel.grid();
        Geometry core = footprint.buffer(-0.7 * Math.max(grid.cellWidth(), grid.cellHeight()));
        boolean[] outline = CellMask.of(grid, footprint);
        boolean[] inner = core.isEmpty() ? outline : CellMask.of(grid, core);
        double[] roof = new double[outline.length];
        double[] around = new double[outline.length];
        int roofs = 0;
        int grounds = 0;
        for (int i = 0; i < outline.length; i++) {
            float z = surfaceModel.values()[i];
            if (Float.isNaN(z)) {
                continue;
            }
            if (inner[i]) {
                roof[roofs++] = z;
            } else if (!outline[i]) {
                around[grounds++] = z;
            }
        }
        if (roofs == 0 || grounds == 0) {
            return new GroundCheck(0, 0);
        }
        Arrays.sort(around, 0, grounds);
        double ground = around[grounds / 10];
        int low = 0;
        for (int i = 0; i < roofs; i++) {
            low += roof[i] < ground + ROOF_ABOVE_M ? 1 : 0;
        }
        return new GroundCheck((double) low / roofs, low * grid.cellArea());
    }

    /** Whether the model shows the roof. */
    public boolean isRoof() {
        return share < MOST_SHARE && areaM2 < MOST_AREA_M2;
    }
}
