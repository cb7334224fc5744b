package fr.heliotoit.roof;

import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Directions of buildings. */
final class Footprints {
    private Footprints() {}

    /**
     * Azimuth that the side of the footprint's smallest enclosing rectangle nearest to south faces, 135–225, north 0, clockwise [°].
     */
    static double facingSouth(Geometry footprint) {
        Coordinate[] corners =
                MinimumAreaRectangle.getMinimumRectangle(footprint).getCoordinates();
        double side = Math.toDegrees(Math.atan2(corners[1].x - corners[0].x, corners[1].y - corners[0].y));
        double turned = ((side % 90) + 90) % 90; // 0 … 90: one of the four sides
        return turned < 45 ? 180 + turned : 90 + turned;
    }
}
