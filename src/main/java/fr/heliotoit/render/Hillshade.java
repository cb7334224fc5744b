package fr.heliotoit.render;

import fr.heliotoit.geo.Raster;

/**
 * Shaded relief: brightness is the cosine between the ground's normal and the light, slopes by the weighted differences of the eight
 * neighbours (Horn 1981, Proc. IEEE 69, p. 18).
 */
final class Hillshade {
    private static final double LIGHT_AZIMUTH = Math.toRadians(315);
    private static final double LIGHT_ELEVATION = Math.toRadians(45);
    private static final double LIGHT_EAST = Math.sin(LIGHT_AZIMUTH) * Math.cos(LIGHT_ELEVATION);
    private static final double LIGHT_NORTH = Math.cos(LIGHT_AZIMUTH) * Math.cos(LIGHT_ELEVATION);
    private static final double LIGHT_UP = Math.sin(LIGHT_ELEVATION);

    private Hillshade() {}

    static int argb(Raster raster, int column, int row) {
        float here = raster.at(column, row);
        if (Float.isNaN(here)) {
            return 0;
        }
        double nw = height(raster, column - 1, row - 1, here);
        double n = height(raster, column, row - 1, here);
        double ne = height(raster, column + 1, row - 1, here);
        double w = height(raster, column - 1, row, here);
        double e = height(raster, column + 1, row, here);
        double sw = height(raster, column - 1, row + 1, here);
        double s = height(raster, column, row + 1, here);
        double se = height(raster, column + 1, row + 1, here);
        double east = (ne + 2 * e + se - nw - 2 * w - sw) / (8 * raster.grid().cellWidth());
        double north = (nw + 2 * n + ne - sw - 2 * s - se) / (8 * raster.grid().cellHeight());
        double cosine =
                (LIGHT_UP - LIGHT_EAST * east - LIGHT_NORTH * north) / Math.sqrt(1 + east * east + north * north);
        // from 40 to 255: shade stays a backdrop that dark outlines are seen on
        int grey = (int) Math.round(40 + 215 * Math.max(0, cosine));
        return 0xFF000000 | grey << 16 | grey << 8 | grey;
    }

    private static double height(Raster raster, int column, int row, float here) {
        if (column < 0
                || row < 0
                || column >= raster.grid().columns()
                || row >= raster.grid().rows()) {
            return here;
        }
        float value = raster.at(column, row);
        return Float.isNaN(value) ? here : value;
    }
}
