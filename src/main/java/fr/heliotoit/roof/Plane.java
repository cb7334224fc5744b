package fr.heliotoit.roof;

/**
 * A plane z = height + east·x + north·y in local metres: x east, y north of a local origin.
 *
 * @param east slope towards east [m/m]
 * @param north slope towards north [m/m]
 * @param height at the local origin [m]
 */
record Plane(double east, double north, double height) {
    double at(double x, double y) {
        return height + east * x + north * y;
    }

    /** Perpendicular distance of a point from the plane, positive above [m]. */
    double distance(double x, double y, double z) {
        return (z - at(x, y)) / Math.sqrt(normalLengthSquared());
    }

    /** Square of the length of the normal (−east, −north, 1). */
    double normalLengthSquared() {
        return 1 + east * east + north * north;
    }

    double tiltDeg() {
        return Math.toDegrees(Math.atan(Math.hypot(east, north)));
    }

    /** Direction of descent, north 0, clockwise, 0–360 [°]; 180 for a level plane. */
    double azimuthDeg() {
        if (Math.hypot(east, north) < 1e-6) {
            return 180;
        }
        double azimuth = Math.toDegrees(Math.atan2(-east, -north));
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /** How far this plane is above another one: a plane again, 0 where they meet. */
    Plane minus(Plane other) {
        return new Plane(east - other.east, north - other.north, height - other.height);
    }

    /** Cosine of the angle between the normals of two planes. */
    double normalDot(Plane other) {
        return (1 + east * other.east + north * other.north)
                / Math.sqrt(normalLengthSquared() * other.normalLengthSquared());
    }

    /** True area of a piece of the plane whose projection has this area. */
    double trueArea(double projectedArea) {
        return projectedArea * Math.sqrt(normalLengthSquared());
    }
}
