package fr.heliotoit.kernel;

/** The march in plain Java: what {@code VectorHorizonMarch} must equal bit for bit, and what runs where there are no vectors. */
final class ScalarHorizonMarch implements HorizonMarch {
    @Override
    public void raise(
            Surface eyes, Surface surface, Ray ray, int[] cells, int count, float[] tangents, Scratch scratch) {
        int[] bounds = scratch.bounds(surface.blockTop.length);
        ray.bounds(surface, cells, count, bounds);
        for (int strip = 0; strip < count; strip++) {
            int at = strip * Surface.LANES;
            nearest(eyes.heights, surface.heights, surface.stride, cells[strip], ray, tangents, at);
            for (int segment = 0; segment < ray.segments; segment++) {
                float top = Surface.metres(bounds[cells[strip] / Surface.LANES + ray.segmentOffset[segment]]);
                float nearest = ray.inverseDistance[segment * Ray.SEGMENT];
                if (mayRaise(eyes.heights, cells[strip], top, nearest, tangents, at)) {
                    march(eyes.heights, surface.heights, cells[strip], ray, segment * Ray.SEGMENT, tangents, at);
                }
            }
        }
    }

    private static void nearest(float[] own, float[] z, int stride, int cell, Ray ray, float[] tangents, int at) {
        for (int p = 0; p < ray.patch.length; p++) {
            int northWest = cell + ray.patch[p];
            for (int lane = 0; lane < Surface.LANES; lane++) {
                float eye = own[cell + lane];
                float rise = (z[northWest + lane] - eye) * ray.patchWeights[4 * p];
                rise = Math.fma(z[northWest + lane + 1] - eye, ray.patchWeights[4 * p + 1], rise);
                rise = Math.fma(z[northWest + lane + stride] - eye, ray.patchWeights[4 * p + 2], rise);
                rise = Math.fma(z[northWest + lane + stride + 1] - eye, ray.patchWeights[4 * p + 3], rise);
                float tangent = rise * ray.patchInverse[p];
                if (tangent > tangents[at + lane]) {
                    tangents[at + lane] = tangent;
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
        for (int step = from; step < from + Ray.SEGMENT; step++) {
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
