package fr.heliotoit.demo;

/** The form of a roof over a rectangle: its rise above the eaves. */
@FunctionalInterface
interface RoofShape {
    /**
     * @param u along the ridge from the middle [m]
     * @param v across from the middle [m]
     * @param halfLength half the length along the ridge [m]
     * @param halfWidth half the width across [m]
     * @return rise above the eaves [m]
     */
    double rise(double u, double v, double halfLength, double halfWidth);

    static RoofShape flat() {
        return (u, v, l, w) -> 0;
    }

    /** Flat within a parapet half a metre wide. */
    static RoofShape parapet(double height) {
        return (u, v, l, w) -> Math.min(l - Math.abs(u), w - Math.abs(v)) < 0.55 ? height : 0;
    }

    static RoofShape gable(double pitchDeg) {
        double t = tan(pitchDeg);
        return (u, v, l, w) -> t * (w - Math.abs(v));
    }

    static RoofShape hip(double pitchDeg) {
        double t = tan(pitchDeg);
        return (u, v, l, w) -> t * Math.min(w - Math.abs(v), l - Math.abs(u));
    }

    /** A gable with clipped ends: the hip starts at {@code share} of the ridge height. */
    static RoofShape halfHip(double pitchDeg, double share) {
        double t = tan(pitchDeg);
        return (u, v, l, w) -> Math.min(t * (w - Math.abs(v)), share * t * w + 1.3 * (l - Math.abs(u)));
    }

    /** One slope, low at −v. */
    static RoofShape shed(double pitchDeg) {
        double t = tan(pitchDeg);
        return (u, v, l, w) -> t * (v + w);
    }

    static RoofShape mansard() {
        return (u, v, l, w) -> {
            double in = Math.min(w - Math.abs(v), l - Math.abs(u));
            return Math.min(2.6 * in, 3.1 + 0.42 * in);
        };
    }

    static RoofShape vault(double rise) {
        return (u, v, l, w) -> rise * (1 - v * v / (w * w));
    }

    /** Northlight sheds across the length. */
    static RoofShape sawtooth(double period, double pitchDeg) {
        double t = tan(pitchDeg);
        return (u, v, l, w) -> {
            double at = (u + l) % period;
            return t * Math.min(at, (period - at) * 4);
        };
    }

    private static double tan(double degrees) {
        return StrictMath.tan(StrictMath.toRadians(degrees));
    }
}
