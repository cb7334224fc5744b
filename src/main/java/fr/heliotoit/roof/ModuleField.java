package fr.heliotoit.roof;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The modules that fit on one plane.
 *
 * @param count whole modules, at least 1
 * @param modules their outlines from above, one polygon each [model's CRS]
 * @param facings how they face: one direction, or two for pairs of rows
 */
public record ModuleField(int count, Geometry modules, List<ModuleRules.Facing> facings, Arrangement arrangement) {
    /** How the modules lie; the code is what files say. */
    public enum Arrangement {
        /** Long side up the slope. */
        PORTRAIT("portrait"),
        /** Long side along the slope. */
        LANDSCAPE("paysage"),
        /** Rows on a flat roof that face south. */
        SOUTH_ROWS("rangees_sud"),
        /** Pairs of rows on a flat roof that face east and west. */
        EAST_WEST_ROWS("rangees_est_ouest");

        private final String code;

        Arrangement(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
