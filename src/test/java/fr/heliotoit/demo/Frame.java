package fr.heliotoit.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A right-angled place on the plan: u runs along (a ridge, a street front), v across (away from the street).
 *
 * @param ux east part of the unit vector u; v is at right angles, on either side
 */
record Frame(double x, double y, double ux, double uy, double vx, double vy) {
    /** u points {@code angleDeg} degrees counter-clockwise from east, v to its left. */
    static Frame at(double x, double y, double angleDeg) {
        double a = StrictMath.toRadians(angleDeg);
        double c = StrictMath.cos(a);
        double s = StrictMath.sin(a);
        return new Frame(x, y, c, s, -s, c);
    }

    Frame moved(double du, double dv) {
        return new Frame(px(du, dv), py(du, dv), ux, uy, vx, vy);
    }

    /** Turned by a quarter: u becomes the old v. */
    Frame quarter() {
        return new Frame(x, y, vx, vy, -ux, -uy);
    }

    Frame turned(double angleDeg) {
        double a = StrictMath.toRadians(angleDeg);
        double c = StrictMath.cos(a);
        double s = StrictMath.sin(a);
        return new Frame(x, y, c * ux + s * vx, c * uy + s * vy, c * vx - s * ux, c * vy - s * uy);
    }

    double px(double u, double v) {
        return x + u * ux + v * vx;
    }

    double py(double u, double v) {
        return y + u * uy + v * vy;
    }

    Coordinate point(double u, double v) {
        return new Coordinate(px(u, v), py(u, v));
    }

    double u(double px, double py) {
        return (px - x) * ux + (py - y) * uy;
    }

    double v(double px, double py) {
        return (px - x) * vx + (py - y) * vy;
    }

    Polygon rectangle(double uMin, double uMax, double vMin, double vMax) {
        return Site.polygon(
                px(uMin, vMin),
                py(uMin, vMin),
                px(uMax, vMin),
                py(uMax, vMin),
                px(uMax, vMax),
                py(uMax, vMax),
                px(uMin, vMax),
                py(uMin, vMax));
    }
}
