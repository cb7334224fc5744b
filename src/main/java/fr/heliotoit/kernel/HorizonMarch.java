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
     * @param cells {@link Surface#cell} of the first cell of each strip; the surface must hold every sample of the ray and two strips more
     * @param count strips in {@code cells}
     * @param tangents {@link Surface#LANES} per strip: in, a lower bound (0 for the open sky, the plane's own horizon, far relief,
     *     {@link #CLOSED} for cells that nobody asked for); out, the greater of that and the surface's horizon
     */
    void raise(Surface eyes, Surface surface, Ray ray, int[] cells, int count, float[] tangents, Scratch scratch);

    /** A tangent above every obstacle. Its square is still a float. */
    float CLOSED = 1e18f;

    /** Memory for one thread, used again from tile to tile. */
    final class Scratch {
        private int[] bounds = new int[0];
        private int[] groupTops = new int[0];

        int[] bounds(int size) {
            if (bounds.length < size) {
                bounds = new int[size];
            }
            return bounds;
        }

        int[] groupTops(int size) {
            if (groupTops.length < size) {
                groupTops = new int[size];
            }
            return groupTops;
        }
    }
}
