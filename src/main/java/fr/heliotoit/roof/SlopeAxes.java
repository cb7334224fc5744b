package fr.heliotoit.roof;

import org.locationtech.jts.geom.Coordinate;

/**
 * True metres in a plane: u along its contour lines, v up its slope, from a point near by so that numbers stay small.
 */
final class SlopeAxes {
    private final Coordinate origin;
    private final double sin;
    private final double cos;
    private final double shortening;

    /**
     * @param azimuthDeg direction of descent, of the grid [°]
     * @param tiltDeg below 90 [°]
     */
    SlopeAxes(Coordinate origin, double azimuthDeg, double tiltDeg) {
        this.origin = origin;
        this.sin = Math.sin(Math.toRadians(azimuthDeg));
        this.cos = Math.cos(Math.toRadians(azimuthDeg));
        this.shortening = Math.cos(Math.toRadians(tiltDeg));
    }

    double u(double x, double y) {
        return (x - origin.x) * cos - (y - origin.y) * sin;
    }

    double v(double x, double y) {
        return -((x - origin.x) * sin + (y - origin.y) * cos) / shortening;
    }

    /** From above. */
    Coordinate point(double u, double v) {
        double up = v * shortening;
        return new Coordinate(origin.x + u * cos - up * sin, origin.y - u * sin - up * cos);
    }
}
