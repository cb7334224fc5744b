package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.SolarPosition;
import fr.heliotoit.text.Failure;
import java.time.Instant;
import org.locationtech.jts.geom.Coordinate;

/**
 * The sun over a place at a moment, and what lies in the shade of the surface then.
 *
 * @param azimuthDeg true azimuth, north 0, clockwise [°]
 * @param elevationDeg apparent elevation; not above 0 when the sun is down [°]
 * @param gridAzimuthDeg azimuth from the grid's north [°]
 */
public record SunShade(double azimuthDeg, double elevationDeg, double gridAzimuthDeg) {
    /** Less than that above a cell is the roughness of the model, not a shadow [m]. */
    private static final float LEAST_M = 0.15f;

    /** The sun over a place of a project's system. */
    public static SunShade at(Instant moment, Coordinate place, Crs crs) throws Failure {
        Coordinate lonLat = crs.transform(place.x, place.y, Crs.WGS84);
        SolarPosition sun = SolarPosition.at(moment.toEpochMilli() / 1000.0, new Place(lonLat.y, lonLat.x, 0));
        return new SunShade(
                sun.azimuthDeg(),
                90 - sun.apparentZenithDeg(),
                sun.azimuthDeg() - crs.convergenceDeg(place.x, place.y));
    }

    public boolean up() {
        return elevationDeg > 0;
    }

    /**
     * Which cells lie in the shade, by one sweep away from the sun that carries along how high the shadow reaches. Between two cells of a
     * row the height is a straight line, so that edges of long shadows are a little soft.
     *
     * @param heights of the surface [m], of square cells
     * @return 1 in the shade, 0 in the sun, NaN where there is no height; all 1 when the sun is down
     */
    public Raster shade(Raster heights) {
        GridGeometry grid = heights.grid();
        double azimuth = Math.toRadians(gridAzimuthDeg);
        // Steps towards the sun, in columns and rows; one of them is a whole cell.
        double east = Math.sin(azimuth);
        double south = -Math.cos(azimuth);
        boolean byRows = Math.abs(south) >= Math.abs(east);
        double slant = byRows ? east / Math.abs(south) : south / Math.abs(east);
        int towards = (byRows ? south : east) > 0 ? 1 : -1;
        float drop = (float) (grid.cellWidth() * Math.hypot(1, slant) * Math.tan(Math.toRadians(elevationDeg)));
        int lines = byRows ? grid.rows() : grid.columns();
        int length = byRows ? grid.columns() : grid.rows();
        int alongStep = byRows ? 1 : grid.columns();
        int lineStep = byRows ? grid.columns() : 1;
        float[] z = heights.values();
        float[] shaded = new float[z.length];
        // Height of the surface or of the shadow above it, one line nearer to the sun.
        float[] before = new float[length];
        java.util.Arrays.fill(before, Float.NEGATIVE_INFINITY);
        float[] here = new float[length];
        int whole = (int) Math.floor(slant);
        float share = (float) (slant - whole);
        for (int line = 0; line < lines; line++) {
            int at = (towards > 0 ? lines - 1 - line : line) * lineStep;
            for (int i = 0; i < length; i++) {
                float shadow = between(before, i + whole, share) - drop;
                float surface = z[at + i * alongStep];
                boolean hole = Float.isNaN(surface);
                shaded[at + i * alongStep] = hole ? Float.NaN : !up() || shadow > surface + LEAST_M ? 1 : 0;
                here[i] = hole ? shadow : Math.max(surface, shadow);
            }
            float[] swap = before;
            before = here;
            here = swap;
        }
        return new Raster(grid, shaded);
    }

    private static float between(float[] line, int index, float share) {
        float a = index >= 0 && index < line.length ? line[index] : Float.NEGATIVE_INFINITY;
        if (share == 0) {
            return a;
        }
        float b = index + 1 >= 0 && index + 1 < line.length ? line[index + 1] : Float.NEGATIVE_INFINITY;
        return a == Float.NEGATIVE_INFINITY || b == Float.NEGATIVE_INFINITY
                ? Math.min(a, b)
                : a * (1 - share) + b * share;
    }
}
