package fr.heliotoit.demo;

import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.hypot;
import static java.lang.StrictMath.sin;

/** The lie of the land: a gentle plain, the spoil heap, the old mine railway's embankment and the settling pond. */
final class Terrain {
    static final double HEAP_X = 572;
    static final double HEAP_Y = 158;
    static final double HEAP_RADIUS = 116;
    static final double POND_X = 92;
    static final double POND_Y = 82;
    /** The old mine railway, now a path. */
    static final Street RAILWAY =
            new Street("Le Cavalier", 5, 442, 112, 444, 160, 453, 240, 490, 318, 560, 352, 640, 366, 700, 372);

    private Terrain() {}

    /** Altitude of bare ground [m]. */
    static double height(double x, double y) {
        double pond = pond(x, y);
        double z = plain(x, y) * (1 - pond) + (plain(POND_X, POND_Y) - 1.8) * pond;
        return z + Math.max(heap(x, y), embankment(x, y));
    }

    /** Whether the surface is water, which a laser does not see. */
    static boolean water(double x, double y) {
        return pond(x, y) > 0.97;
    }

    private static double plain(double x, double y) {
        return 41.5
                + 2.6 * sin(x / 205 + 0.6)
                + 2.1 * cos(y / 165 - 0.4)
                + 0.7 * sin((x + y) / 88)
                + 0.5 * Noise.smooth(11, x, y, 120)
                + 0.18 * Noise.smooth(12, x, y, 34);
    }

    private static double pond(double x, double y) {
        double d = hypot((x - POND_X) / 30, (y - POND_Y) / 19) * (1 + 0.08 * sin(3 * atan2(y - POND_Y, x - POND_X)));
        return 1 / (1 + exp((d - 1) * 16));
    }

    /** A cone 36° steep with a levelled top, gullies, and a bite where the shale was carted away. */
    private static double heap(double x, double y) {
        double dx = x - HEAP_X;
        double dy = y - HEAP_Y;
        double angle = atan2(dy, dx);
        double radius = HEAP_RADIUS * (1 + 0.05 * sin(3 * angle + 0.5) + 0.03 * sin(7 * angle + 1));
        double d = hypot(dx, dy);
        if (d > radius + 12) {
            return 0;
        }
        double gullies = 1.4 * Noise.smooth(21, angle * 60, d / 6, 3) * Math.min(1, Math.max(0, (radius - d) / 25));
        double cone = Math.min(0.727 * (radius - d) + gullies, 79 + 0.8 * Noise.smooth(22, x, y, 7));
        double towardsPit = -0.80 * dx + 0.60 * dy;
        double face = 13
                + 0.95 * Math.max(0, 56 - towardsPit)
                + 2.2 * Noise.smooth(23, x, y, 19)
                + 0.7 * Noise.smooth(24, x, y, 6);
        return Math.max(0, smoothMin(cone, face));
    }

    private static double embankment(double x, double y) {
        double d = RAILWAY.distance(x, y);
        return d > 9 ? 0 : Math.min(2.6, Math.max(0, 0.62 * (7.6 - d)));
    }

    private static double smoothMin(double a, double b) {
        double h = Math.max(0, 3 - Math.abs(a - b)) / 3;
        return Math.min(a, b) - h * h * 0.75;
    }
}
