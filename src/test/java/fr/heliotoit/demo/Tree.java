package fr.heliotoit.demo;

/**
 * A tree or a bush.
 *
 * @param radius of the crown [m]
 * @param height of the top above ground [m]
 */
record Tree(double x, double y, double radius, double height) {
    /** Height of the crown's surface above ground [m]; 0 outside. */
    double crown(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        double angle = StrictMath.atan2(dy, dx);
        double r = radius * (1 + 0.14 * Noise.smooth(31, angle * 3 + x, y, 1));
        double d = (dx * dx + dy * dy) / (r * r);
        return d >= 1 ? 0 : height * (0.42 + 0.58 * Math.sqrt(1 - d));
    }
}
