package fr.heliotoit.demo;

/** Noise as a function of place: the same value for the same seed and cell, in any order and on any machine. */
final class Noise {
    private Noise() {}

    /** Uniform in [0, 1). */
    static double uniform(int seed, int i, int j) {
        long h = seed * 0x9E3779B97F4A7C15L + i * 0xC2B2AE3D27D4EB4FL + j * 0x165667B19E3779F9L;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        h ^= h >>> 31;
        return (h >>> 11) * 0x1.0p-53;
    }

    /** Nearly normal (sum of four uniforms), mean 0, standard deviation 1, never beyond ±3.5. */
    static double normal(int seed, int i, int j) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += uniform(seed + 7919 * k, i, j);
        }
        return (sum - 2) * 1.7320508075688772;
    }

    /** Smooth noise in [-1, 1] that changes over about {@code scale} metres. */
    static double smooth(int seed, double x, double y, double scale) {
        double u = x / scale;
        double v = y / scale;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        double s = ease(u - i);
        double t = ease(v - j);
        double south = uniform(seed, i, j) * (1 - s) + uniform(seed, i + 1, j) * s;
        double north = uniform(seed, i, j + 1) * (1 - s) + uniform(seed, i + 1, j + 1) * s;
        return 2 * (south * (1 - t) + north * t) - 1;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
