package fr.heliotoit.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A box with a roof, of which only u in [uMin, uMax] belongs to the building (a terraced house is a slice of its row).
 *
 * @param frame its middle; u along the ridge
 * @param eaves height of the eaves above the ground floor [m]
 * @param drawn whether its outline is part of the footprint (dormers and chimneys are not)
 */
record Volume(
        Frame frame,
        double halfLength,
        double halfWidth,
        double eaves,
        RoofShape shape,
        double uMin,
        double uMax,
        boolean drawn) {

    static Volume of(Frame frame, double length, double width, double eaves, RoofShape shape) {
        return new Volume(frame, length / 2, width / 2, eaves, shape, -length / 2, length / 2, true);
    }

    /** The part of it between two places along the ridge. */
    Volume slice(double from, double to) {
        return new Volume(frame, halfLength, halfWidth, eaves, shape, from, to, drawn);
    }

    Volume undrawn() {
        return new Volume(frame, halfLength, halfWidth, eaves, shape, uMin, uMax, false);
    }

    /** Height above the ground floor [m]; NaN outside. */
    double height(double x, double y) {
        double u = frame.u(x, y);
        double v = frame.v(x, y);
        if (u < uMin || u > uMax || Math.abs(v) > halfWidth) {
            return Double.NaN;
        }
        return eaves + shape.rise(u, v, halfLength, halfWidth);
    }

    Polygon outline() {
        return frame.rectangle(uMin, uMax, -halfWidth, halfWidth);
    }
}
