package fr.heliotoit.kernel;

/** The march in plain Java: what {@code VectorHorizonMarch} must equal bit for bit, and what runs where there are no vectors. */
final class ScalarHorizonMarch implements HorizonMarch {
    @Override
    public void raise(
            Surface eyes, Surface surface, Ray ray, int[] cells, int count, float[] tangents, Scratch scratch) {
        float[] bounds = ray.bounds(surface, scratch.bounds(surface.stripTop.length));
        for (int strip = 0; strip < count; strip++) {
            int at = strip * Surface.LANES;
            for (int segment = 0; segment < ray.segments; segment++) {
                float top = bounds[cells[strip] / Surface.LANES + ray.segmentOffset[segment]];
                float nearest = ray.inverseDistance[segment * Surface.LANES];
                if (mayRaise(eyes.heights, cells[strip], top, nearest, tangents, at)) {
                    march(eyes.heights, surface.heights, cells[strip], ray, segment * Surface.LANES, tangents, at);
                }
            }
        }
    }

    private static boolean mayRaise(float[] own, int cell, float top, float inverse, float[] tangents, int at) {
        boolean any = false;
        for (int lane = 0; lane < Surface.LANES; lane++) {
            any |= (top - own[cell + lane]) * inverse > tangents[at + lane];
        }
        return any;
    }

    private static void march(float[] own, float[] z, int cell, Ray ray, int from, float[] tangents, int at) {
        for (int step = from; step < from + Surface.LANES; step++) {
            int first = cell + ray.first[step];
            int second = cell + ray.second[step];
            float weight = ray.weight[step];
            float inverse = ray.inverseDistance[step];
            for (int lane = 0; lane < Surface.LANES; lane++) {
                float a = z[first + lane];
                float rise = Math.fma(z[second + lane] - a, weight, a - own[cell + lane]);
                float tangent = rise * inverse;
                if (tangent > tangents[at + lane]) {
                    tangents[at + lane] = tangent;
                }
            }
        }
    }
}
