package fr.heliotoit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The way of a ray over a {@link Surface}, the same for every cell. The surface is that of the bilinear patches between the cells' centres; the
 * ray is sampled where it goes from patch to patch.
 *
 * <p>That is where it crosses the lines of centres: all those of the axis along which it runs fastest, and within {@link #NEAR} cells those
 * of the other axis too, each sample interpolated between the two nearest cells of its line. A ridge can lie between two crossings, in the
 * middle of a patch: on the way through the first {@link #PATCHES} cells there is a sample of four cells halfway. On a plane every sample is
 * exact, so the horizon of a plane is exact at every azimuth and for any shape of cells.
 *
 * <p>Samples come in segments of {@link #SEGMENT}; {@link #bounds} gives a height that no sample of a segment exceeds, whichever
 * of the cells of a strip it starts from. A segment that cannot raise the horizon of its strip is passed over, which changes
 * nothing in the result.
 */
public final class Ray {
    /** Samples that are passed over together. */
    static final int SEGMENT = 16;

    /** How far the lines of the slower axis count too [cells]; from farther away the ridges between two samples are seen low. */
    public static final int NEAR = 32;

    /** How far middles of patches count [cells]. */
    public static final int PATCHES = 3;

    /** A way that crosses less of a patch than this is nearly straight [cells]. */
    public static final double SLIVER = 0.1;

    /** A hair beside a centre is the centre [cells]. */
    private static final double HAIR = 1e-6;

    /** Offset of the first of the two cells of a sample, from the cell the ray starts at. */
    final int[] first;

    final int[] second;
    /** Weight of the second cell, 0–1. */
    final float[] weight;
    /** One over the distance of a sample [1/m]. */
    final float[] inverseDistance;

    /** Offset of the north-western cell of each patch in whose middle there is a sample. */
    final int[] patch;
    /** Weights of north-west, north-east, south-west, south-east for each patch. */
    final float[] patchWeights;
    /** One over the distance of the middle of a patch [1/m]. */
    final float[] patchInverse;

    final int segments;
    /** Offset of a segment in {@link #bounds}, from the block the ray starts in. */
    final int[] segmentOffset;

    /** The same in rows and in blocks of a row. */
    private final int[] segmentRow;

    private final int[] segmentBlock;
    private final int boundRows;
    /** For strips that begin with a block, and for strips that begin anywhere. */
    private final int boundBlocks;

    private final int looseBlocks;

    /** A place on the ray, on a line of the faster axis or of the slower one. */
    private record Sample(double metres, boolean ofFaster) {}

    /**
     * @param azimuth clockwise from grid north [rad]
     * @param reach how far it goes [cells along the faster axis]
     */
    public Ray(Surface surface, double azimuth, int reach) {
        double columnsPerMetre = Math.sin(azimuth) / surface.cellWidth;
        double rowsPerMetre = -Math.cos(azimuth) / surface.cellHeight;
        boolean alongRow = Math.abs(columnsPerMetre) >= Math.abs(rowsPerMetre);
        double fasterPerMetre = Math.max(Math.abs(columnsPerMetre), Math.abs(rowsPerMetre));
        double slowerPerMetre = Math.min(Math.abs(columnsPerMetre), Math.abs(rowsPerMetre));
        List<Sample> samples = samples(fasterPerMetre, slowerPerMetre, reach);
        double[] middles = middles(samples, fasterPerMetre, slowerPerMetre);
        patch = new int[middles.length];
        patchWeights = new float[4 * middles.length];
        patchInverse = new float[middles.length];
        for (int i = 0; i < middles.length; i++) {
            putPatch(surface, i, columnsPerMetre * middles[i], rowsPerMetre * middles[i]);
            patchInverse[i] = (float) (1 / middles[i]);
        }
        segments = Math.ceilDiv(samples.size(), SEGMENT);
        first = new int[segments * SEGMENT];
        second = new int[first.length];
        weight = new float[first.length];
        inverseDistance = new float[first.length];
        segmentOffset = new int[segments];
        segmentRow = new int[segments];
        segmentBlock = new int[segments];
        int tallest = 1;
        int widest = 1;
        int loosest = 1;
        int[] box = new int[4]; // least and greatest column offset, least and greatest row offset of a segment
        for (int segment = 0; segment < segments; segment++) {
            box[0] = box[2] = Integer.MAX_VALUE;
            box[1] = box[3] = Integer.MIN_VALUE;
            for (int at = segment * SEGMENT; at < (segment + 1) * SEGMENT; at++) {
                Sample sample =
                        samples.get(Math.min(at, samples.size() - 1)); // the last one again fills the last segment
                double column = columnsPerMetre * sample.metres;
                double row = rowsPerMetre * sample.metres;
                put(surface, at, alongRow == sample.ofFaster, column, row, box);
                inverseDistance[at] = (float) (1 / sample.metres);
            }
            segmentRow[segment] = box[2];
            segmentBlock[segment] = Math.floorDiv(box[0], Surface.LANES);
            segmentOffset[segment] = segmentRow[segment] * surface.blocks + segmentBlock[segment];
            int end = Math.floorDiv(box[1] + Surface.LANES - 1, Surface.LANES);
            int looseEnd = Math.floorDiv(box[1] + 2 * Surface.LANES - 2, Surface.LANES);
            widest = Math.max(widest, end - segmentBlock[segment] + 1);
            loosest = Math.max(loosest, looseEnd - segmentBlock[segment] + 1);
            tallest = Math.max(tallest, box[3] - box[2] + 1);
        }
        boundRows = tallest;
        boundBlocks = widest;
        looseBlocks = loosest;
    }

    /** From near to far. */
    private static List<Sample> samples(double fasterPerMetre, double slowerPerMetre, int reach) {
        List<Sample> samples = new ArrayList<>();
        int line = 1;
        for (int step = 1; step <= reach; step++) {
            double metres = step / fasterPerMetre;
            while (step <= NEAR && line < slowerPerMetre * metres - HAIR) {
                samples.add(new Sample(line / slowerPerMetre, false));
                line++;
            }
            line += line < slowerPerMetre * metres + HAIR ? 1 : 0; // both lines cross in a centre
            samples.add(new Sample(metres, true));
        }
        return samples;
    }

    /** Halfway between crossings; a way through a patch that hardly changes a row or a column has no middle [m]. */
    private static double[] middles(List<Sample> samples, double fasterPerMetre, double slowerPerMetre) {
        return IntStream.range(1, samples.size())
                .filter(i -> samples.get(i).metres * fasterPerMetre < PATCHES + HAIR)
                .filter(i -> (samples.get(i).metres - samples.get(i - 1).metres) * slowerPerMetre > SLIVER)
                .mapToDouble(i -> (samples.get(i - 1).metres + samples.get(i).metres) / 2)
                .toArray();
    }

    private void putPatch(Surface surface, int at, double column, double row) {
        int west = (int) Math.floor(column);
        int north = (int) Math.floor(row);
        double right = column - west;
        double down = row - north;
        patch[at] = north * surface.stride + west;
        patchWeights[4 * at] = (float) ((1 - right) * (1 - down));
        patchWeights[4 * at + 1] = (float) (right * (1 - down));
        patchWeights[4 * at + 2] = (float) ((1 - right) * down);
        patchWeights[4 * at + 3] = (float) (right * down);
    }

    private void put(Surface surface, int at, boolean onColumn, double column, double row, int[] box) {
        double across = onColumn ? row : column;
        int low = (int) Math.floor(across + HAIR);
        double share = Math.max(0, across - low);
        share = share < HAIR ? 0 : share;
        int high = share > 0 ? low + 1 : low;
        int line = (int) Math.rint(onColumn ? column : row);
        first[at] = onColumn ? low * surface.stride + line : line * surface.stride + low;
        second[at] = onColumn ? high * surface.stride + line : line * surface.stride + high;
        weight[at] = (float) share;
        box[0] = Math.min(box[0], onColumn ? line : low);
        box[1] = Math.max(box[1], onColumn ? line : high);
        box[2] = Math.min(box[2], onColumn ? low : line);
        box[3] = Math.max(box[3], onColumn ? high : line);
    }

    /**
     * The bound of a segment for the strip that begins at {@code cell} is at {@code cell / LANES + segmentOffset[segment]}.
     *
     * @param cells of the strips that will ask, in any order
     * @param bounds memory for it [cm], as long as the surface has blocks
     */
    void bounds(Surface surface, int[] cells, int count, int[] bounds) {
        int firstRow = Integer.MAX_VALUE;
        int lastRow = 0;
        int firstBlock = Integer.MAX_VALUE;
        int lastBlock = 0;
        int loose = 0;
        for (int i = 0; i < count; i++) {
            int row = cells[i] / surface.stride;
            int block = cells[i] % surface.stride / Surface.LANES;
            firstRow = Math.min(firstRow, row);
            lastRow = Math.max(lastRow, row);
            firstBlock = Math.min(firstBlock, block);
            lastBlock = Math.max(lastBlock, block);
            loose |= cells[i] % Surface.LANES;
        }
        int wide = loose == 0 ? boundBlocks : looseBlocks;
        firstRow = Math.max(0, firstRow + least(segmentRow));
        lastRow = Math.min(surface.rows - boundRows, lastRow + most(segmentRow));
        firstBlock = Math.max(0, firstBlock + least(segmentBlock));
        lastBlock = Math.min(surface.blocks - wide, lastBlock + most(segmentBlock));
        int blocks = surface.blocks;
        for (int row = firstRow; row < lastRow + boundRows; row++) {
            across(surface.blockTop, row * blocks + firstBlock, row * blocks + lastBlock + 1, wide, bounds);
        }
        for (int height = 1; height < boundRows; ) {
            int more = Math.min(height, boundRows - height);
            height += more;
            // A row takes from rows below, which are still as they were.
            for (int row = firstRow; row < lastRow + boundRows - height + 1; row++) {
                raise(bounds, row * blocks + firstBlock, row * blocks + lastBlock + 1, more * blocks);
            }
        }
    }

    private static void across(int[] tops, int from, int to, int width, int[] bounds) {
        // Pairs, pairs of pairs …, the last ones overlapping; beyond the end of the row only what nobody asks for.
        int end = Math.min(to + width, tops.length);
        System.arraycopy(tops, from, bounds, from, end - from);
        for (int wide = 1; wide < width; ) {
            int more = Math.min(wide, width - wide);
            raise(bounds, from, end - more, more);
            wide += more;
        }
    }

    private static void raise(int[] bounds, int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            bounds[i] = Math.max(bounds[i], bounds[i + shift]);
        }
    }

    private static int least(int[] values) {
        int least = values[0];
        for (int value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static int most(int[] values) {
        int most = values[0];
        for (int value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
