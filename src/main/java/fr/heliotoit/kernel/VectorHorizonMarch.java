package fr.heliotoit.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The march with the cells of a strip side by side in vector registers; the same operations in the same order per cell.
 *
 * <p>Most far segments are passed over, so testing them one by one would cost more than the samples. They are tested in groups first:
 * the highest bound of a group is found for 16 strips at once.
 */
final class VectorHorizonMarch implements HorizonMarch {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize()));
    private static final int LENGTH = SPECIES.length();
    private static final int BATCH = 16;
    /** Segments in a group. */
    private static final int GROUP = 4;

    @Override
    public void raise(
            Surface eyes, Surface surface, Ray ray, int[] cells, int count, float[] tangents, Scratch scratch) {
        int[] bounds = scratch.bounds(surface.blockTop.length);
        ray.bounds(surface, cells, count, bounds);
        int[] groupTops = scratch.groupTops(Math.ceilDiv(ray.segments, GROUP) * BATCH);
        for (int from = 0; from < count; from += BATCH) {
            int batch = Math.min(BATCH, count - from);
            groupTops(ray, bounds, cells, from, batch, groupTops);
            for (int i = 0; i < batch; i++) {
                for (int lane = 0; lane < Surface.LANES; lane += LENGTH) {
                    int at = (from + i) * Surface.LANES + lane;
                    FloatVector own = FloatVector.fromArray(SPECIES, eyes.heights, cells[from + i] + lane);
                    nearest(own, surface, ray, cells[from + i] + lane, tangents, at);
                    raise(own, surface.heights, ray, bounds, groupTops, i, cells[from + i], lane, tangents, at);
                }
            }
        }
    }

    /** The highest bound of each group for each strip of a batch. */
    private static void groupTops(Ray ray, int[] bounds, int[] cells, int from, int batch, int[] tops) {
        int first = cells[from] / Surface.LANES;
        boolean inOneRow = batch == BATCH
                && cells[from] % Surface.LANES == 0
                && cells[from + BATCH - 1] == cells[from] + (BATCH - 1) * Surface.LANES;
        for (int group = 0; group * GROUP < ray.segments; group++) {
            int end = Math.min(ray.segments, (group + 1) * GROUP);
            if (inOneRow) {
                for (int k = 0; k < BATCH; k += LENGTH) {
                    IntVector top = IntVector.broadcast(INTS, Integer.MIN_VALUE);
                    for (int segment = group * GROUP; segment < end; segment++) {
                        top = top.max(IntVector.fromArray(INTS, bounds, first + k + ray.segmentOffset[segment]));
                    }
                    top.intoArray(tops, group * BATCH + k);
                }
            } else {
                for (int k = 0; k < batch; k++) {
                    int top = Integer.MIN_VALUE;
                    for (int segment = group * GROUP; segment < end; segment++) {
                        int bound = bounds[cells[from + k] / Surface.LANES + ray.segmentOffset[segment]];
                        top = Math.max(top, bound);
                    }
                    tops[group * BATCH + k] = top;
                }
            }
        }
    }

    private static void nearest(FloatVector own, Surface surface, Ray ray, int cell, float[] tangents, int at) {
        float[] z = surface.heights;
        float[] weights = ray.patchWeights;
        IntVector best = FloatVector.fromArray(SPECIES, tangents, at).reinterpretAsInts();
        for (int p = 0; p < ray.patch.length; p++) {
            int north = cell + ray.patch[p];
            int south = north + surface.stride;
            FloatVector rise = above(z, north, own).mul(weights[4 * p]);
            rise = above(z, north + 1, own).fma(FloatVector.broadcast(SPECIES, weights[4 * p + 1]), rise);
            rise = above(z, south, own).fma(FloatVector.broadcast(SPECIES, weights[4 * p + 2]), rise);
            rise = above(z, south + 1, own).fma(FloatVector.broadcast(SPECIES, weights[4 * p + 3]), rise);
            best = best.max(rise.mul(ray.patchInverse[p]).reinterpretAsInts());
        }
        best.reinterpretAsFloats().intoArray(tangents, at);
    }

    private static FloatVector above(float[] z, int cell, FloatVector own) {
        return FloatVector.fromArray(SPECIES, z, cell).sub(own);
    }

    private static void raise(
            FloatVector own,
            float[] heights,
            Ray ray,
            int[] bounds,
            int[] groupTops,
            int inBatch,
            int strip,
            int lane,
            float[] tangents,
            int at) {
        int[] segmentOffset = ray.segmentOffset;
        float[] inverseDistance = ray.inverseDistance;
        int[] first = ray.first;
        int[] second = ray.second;
        float[] weight = ray.weight;
        int cell = strip + lane;
        int bound = strip / Surface.LANES;
        // Floats that are not negative order as their bits do, and negative ones lie below as integers too: an integer
        // maximum
        // is one instruction where a float maximum, with its rules for NaN, is several.
        IntVector best = FloatVector.fromArray(SPECIES, tangents, at).reinterpretAsInts();
        for (int segment = 0; segment < segmentOffset.length; segment++) {
            if (segment % GROUP == 0
                    && segment > 0
                    && !higher(
                            Surface.metres(groupTops[segment / GROUP * BATCH + inBatch]),
                            own,
                            inverseDistance[segment * Ray.SEGMENT],
                            best)) {
                segment += GROUP - 1;
                continue;
            }
            int from = segment * Ray.SEGMENT;
            if (!higher(Surface.metres(bounds[bound + segmentOffset[segment]]), own, inverseDistance[from], best)) {
                continue;
            }
            for (int step = from; step < from + Ray.SEGMENT; step++) {
                FloatVector a = FloatVector.fromArray(SPECIES, heights, cell + first[step]);
                FloatVector b = FloatVector.fromArray(SPECIES, heights, cell + second[step]);
                FloatVector rise = b.sub(a).fma(FloatVector.broadcast(SPECIES, weight[step]), a.sub(own));
                best = best.max(rise.mul(inverseDistance[step]).reinterpretAsInts());
            }
        }
        best.reinterpretAsFloats().intoArray(tangents, at);
    }

    /** Whether something of this height at this distance would raise the horizon of any of the cells. */
    private static boolean higher(float top, FloatVector own, float inverseDistance, IntVector best) {
        return FloatVector.broadcast(SPECIES, top)
                .sub(own)
                .mul(inverseDistance)
                .reinterpretAsInts()
                .compare(VectorOperators.GT, best)
                .anyTrue();
    }
}
