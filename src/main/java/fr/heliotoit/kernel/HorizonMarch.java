package fr.heliotoit.kernel;

/**
 * Raises horizons by what the surface hides: for each cell the greatest tangent (z − z₀) / d over the samples of a {@link Ray}.
 *
 * <p>A cell's horizon depends on the surface and the ray alone, not on the window, so tiles of any size give the same bits as long
 * as their halo holds the whole ray.
 */
public interface HorizonMarch {
    /**
     * @param eyes the heights that rays start from: the surface itself, or one below it with the same window
     * @param surface what hides
     * @param cells {@link Surface#cell} of the first cell of each strip; a multiple of {@link Surface#LANES} within its row, and the
     *     surface must hold every sample of the ray and one strip more
     * @param count strips in {@code cells}
     * @param tangents {@link Surface#LANES} per strip: in, a lower bound (0 for the open sky, the plane's own horizon, far relief,
     *     {@link #CLOSED} for cells that nobody asked for); out, the greater of that and the surface's horizon
     */
    void raise(Surface eyes, Surface surface, Ray ray, int[] cells, int count, float[] tangents, Scratch scratch);

    /** A tangent above every obstacle. Its square is still a float. */
    float CLOSED = 1e18f;

    /** Memory for one thread, used again from tile to tile. */
    final class Scratch {
        private float[][] bounds = new float[2][0];
        private float[] groupTops = new float[0];

        float[][] bounds(int size) {
            if (bounds[0].length < size) {
                bounds = new float[2][size];
            }
            return bounds;
        }

        float[] groupTops(int size) {
            if (groupTops.length < size) {
                groupTops = new float[size];
            }
            return groupTops;
        }
    }
}
