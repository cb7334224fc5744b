package fr.heliotoit.roof;

/**
 * Running sums for the least-squares plane through points (z on x and y): adding or merging is O(1), so a region can be refitted at every
 * step of its growth.
 */
final class PlaneSums {
    private int n;
    private double x;
    private double y;
    private double z;
    private double xx;
    private double xy;
    private double yy;
    private double xz;
    private double yz;
    private double zz;

    void add(double px, double py, double pz) {
        n++;
        x += px;
        y += py;
        z += pz;
        xx += px * px;
        xy += px * py;
        yy += py * py;
        xz += px * pz;
        yz += py * pz;
        zz += pz * pz;
    }

    void add(PlaneSums other) {
        n += other.n;
        x += other.x;
        y += other.y;
        z += other.z;
        xx += other.xx;
        xy += other.xy;
        yy += other.yy;
        xz += other.xz;
        yz += other.yz;
        zz += other.zz;
    }

    int count() {
        return n;
    }

    /** The plane; level at the mean height when the points do not span one (fewer than three, or in a line). */
    Plane plane() {
        double mx = x / n;
        double my = y / n;
        double mz = z / n;
        double sxx = xx - n * mx * mx;
        double sxy = xy - n * mx * my;
        double syy = yy - n * my * my;
        double sxz = xz - n * mx * mz;
        double syz = yz - n * my * mz;
        double det = sxx * syy - sxy * sxy;
        if (n < 3 || det <= 1e-9 * Math.max(1e-12, sxx * syy)) {
            return new Plane(0, 0, mz);
        }
        double a = (sxz * syy - syz * sxy) / det;
        double b = (syz * sxx - sxz * sxy) / det;
        return new Plane(a, b, mz - a * mx - b * my);
    }

    /** Root mean square vertical distance of the points from a plane [m]. */
    double rms(Plane p) {
        double sum = zz
                + n * p.height() * p.height()
                + p.east() * p.east() * xx
                + p.north() * p.north() * yy
                - 2 * p.height() * z
                - 2 * p.east() * xz
                - 2 * p.north() * yz
                + 2 * p.height() * p.east() * x
                + 2 * p.height() * p.north() * y
                + 2 * p.east() * p.north() * xy;
        return Math.sqrt(Math.max(0, sum / n));
    }
}
