package fr.heliotoit.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Looks along the border of two sectors for those cells for which it matters, and puts right what the sun in the quarters beside the border
 * gives: they take the border's horizon instead of the one in the middle of their sector.
 *
 * <p>It matters where more light than {@link #LIMIT} times what a sum may err comes from between the two sectors' horizons. Few cells need
 * it for few borders, mostly for the low sun of winter, and the error of the sums falls by a quarter. The choice is each cell's own, so
 * results stay the same bits for any tile. A look starts from the lower of the two horizons beside it: what stands there rarely opens between.
 */
final class BorderLight {
    /** About three quarters of an extra look per cell. */
    static final float LIMIT = 18;

    /** Cells summed together: their sums stay in the cache. */
    private static final int BATCH = 256;

    private final HorizonMarch march;
    private final SkyView skyView;
    private final CellSums cellSums;
    private final HorizonMarch.Scratch scratch;

    private int[] cells = new int[0];
    /** Places of the strips among those of the tile. */
    private int[] strips = new int[0];
    /** Per layer and strip a bit for each cell for which the border matters in that layer: the light of layers stays a plain sum. */
    private int[][] lanesOfLayer = new int[0][0];

    private float[] east = new float[0];
    private float[] north = new float[0];
    private float[] up = new float[0];
    private float[] tangents = new float[0];
    private float[] unused = new float[0];
    private short[] bins = new short[0];

    // Chosen cells alone, some at a time: where their sums are, normals, bins along the border, before it and after it,
    // sums.
    private final int[] places = new int[BATCH];
    private final float[] chosenEast = new float[BATCH];
    private final float[] chosenNorth = new float[BATCH];
    private final float[] chosenUp = new float[BATCH];
    private final short[][] chosenBins = new short[3][BATCH];
    private final float[] now = new float[BATCH * SkyTable.PERIODS];
    private final float[] known = new float[BATCH * SkyTable.PERIODS];

    BorderLight(HorizonMarch march, SkyView skyView, CellSums cellSums, HorizonMarch.Scratch scratch) {
        this.march = march;
        this.skyView = skyView;
        this.cellSums = cellSums;
        this.scratch = scratch;
    }

    /**
     * What the cells of a tile see in the middle of a sector.
     *
     * @param bins per layer, rows of its table
     * @param relief tangents of the far relief; empty where there is none
     */
    record Look(short[][] bins, float[] relief) {}

    /**
     * Adds to {@code sums} what is gained or lost by looking along the border before a sector.
     *
     * @param sector index of the sector after the border
     * @param before the look into the sector before the border, bins per layer
     * @param after the look into the sector after it
     */
    void add(List<Layer> layers, int sector, int reach, TileCells tile, Look before, Look after, float[] sums) {
        int used = choose(layers, sector, tile, before, after);
        if (used == 0) {
            return;
        }
        Surface ground = layers.getFirst().surface();
        double direction = layers.getFirst().light().border(sector);
        Ray ray = new Ray(ground, direction, reach);
        int count = used * Surface.LANES;
        skyView.ownHorizon(east, north, up, count, direction, tangents);
        for (int l = 0; l < layers.size(); l++) {
            march.raise(ground, layers.get(l).surface(), ray, cells, used, tangents, scratch);
            skyView.look(east, north, up, count, direction, 0, tangents, bins, unused, unused);
            replace(layers.get(l).light(), sector, before.bins[l], after.bins[l], used, l, sums);
        }
    }

    /** Gathers the strips with a cell for which the border matters; their other cells are closed. */
    private int choose(List<Layer> layers, int sector, TileCells tile, Look before, Look after) {
        if (layers.stream().allMatch(layer -> layer.light().atBorder[sector].length == 0)) {
            return 0;
        }
        grow(tile.used(), layers.size());
        int used = 0;
        for (int strip = 0; strip < tile.used(); strip++) {
            int lanes = 0;
            for (int l = 0; l < layers.size(); l++) {
                SkyTable light = layers.get(l).light();
                int from = strip * Surface.LANES;
                int own = skyView.differ(before.bins[l], after.bins[l], from, light.leastSteps[sector])
                        ? matters(light.atBorder[sector], before.bins[l], after.bins[l], from)
                        : 0;
                lanesOfLayer[l][used] = own;
                lanes |= own;
            }
            if (lanes != 0) {
                take(tile, strip, lanes, used, before, after);
                used++;
            }
        }
        return used;
    }

    /** A bit for each cell of a strip for which the border matters. */
    private static int matters(float[] above, short[] before, short[] after, int from) {
        int lanes = 0;
        for (int lane = 0; lane < Surface.LANES; lane++) {
            float between = above[before[from + lane]] - above[after[from + lane]];
            lanes |= Math.abs(between) > LIMIT ? 1 << lane : 0;
        }
        return lanes;
    }

    private void take(TileCells tile, int strip, int lanes, int at, Look before, Look after) {
        cells[at] = tile.cells()[strip];
        strips[at] = strip;
        int from = strip * Surface.LANES;
        int to = at * Surface.LANES;
        System.arraycopy(tile.east(), from, east, to, Surface.LANES);
        System.arraycopy(tile.north(), from, north, to, Surface.LANES);
        boolean far = before.relief.length > 0;
        for (int lane = 0; lane < Surface.LANES; lane++) {
            up[to + lane] = (lanes >> lane & 1) == 0 ? 0 : tile.up()[from + lane];
            float relief = far ? (before.relief[from + lane] + after.relief[from + lane]) / 2 : 0;
            int lower = Math.min(before.bins[0][from + lane], after.bins[0][from + lane]);
            tangents[to + lane] = Math.max(relief, SkyTable.TANGENTS[lower]);
        }
    }

    /** The quarters beside the border get the bins just found in place of those of their sectors. */
    private void replace(SkyTable light, int sector, short[] before, short[] after, int used, int layer, float[] sums) {
        int chosen = 0;
        for (int strip = 0; strip < used; strip++) {
            for (int lanes = lanesOfLayer[layer][strip]; lanes != 0; lanes &= lanes - 1) {
                int lane = Integer.numberOfTrailingZeros(lanes);
                int from = strip * Surface.LANES + lane;
                int cell = strips[strip] * Surface.LANES + lane;
                places[chosen] = cell * SkyTable.PERIODS;
                chosenEast[chosen] = east[from];
                chosenNorth[chosen] = north[from];
                chosenUp[chosen] = up[from];
                chosenBins[0][chosen] = bins[from];
                chosenBins[1][chosen] = before[cell];
                chosenBins[2][chosen] = after[cell];
                chosen++;
                if (chosen == BATCH) {
                    replace(light, sector, chosen, sums);
                    chosen = 0;
                }
            }
        }
        if (chosen > 0) {
            replace(light, sector, chosen, sums);
        }
    }

    private void replace(SkyTable light, int sector, int chosen, float[] sums) {
        float[] ends = light.lastQuarters[Math.floorMod(sector - 1, light.azimuths())];
        float[] begins = light.firstQuarters[sector];
        // One of the two may be without sun; its table is empty and stands last, uncounted.
        boolean inOrder = ends.length > 0;
        float[][] tables = {inOrder ? ends : begins, inOrder ? begins : ends};
        int group = ends.length > 0 && begins.length > 0 ? 2 : 1;
        short[][] seen = {chosenBins[0], chosenBins[0]};
        short[][] thought = {chosenBins[inOrder ? 1 : 2], chosenBins[inOrder ? 2 : 1]};
        Arrays.fill(now, 0, chosen * SkyTable.PERIODS, 0);
        Arrays.fill(known, 0, chosen * SkyTable.PERIODS, 0);
        cellSums.add(tables, seen, group, chosenEast, chosenNorth, chosenUp, chosen, now);
        cellSums.add(tables, thought, group, chosenEast, chosenNorth, chosenUp, chosen, known);
        for (int i = 0; i < chosen; i++) {
            for (int p = 0; p < SkyTable.PERIODS; p++) {
                sums[places[i] + p] += now[i * SkyTable.PERIODS + p] - known[i * SkyTable.PERIODS + p];
            }
        }
    }

    private void grow(int most, int layers) {
        if (cells.length < most || lanesOfLayer.length < layers) {
            int size = most * Surface.LANES;
            cells = new int[most];
            strips = new int[most];
            lanesOfLayer = new int[layers][most];
            east = new float[size];
            north = new float[size];
            up = new float[size];
            tangents = new float[size];
            unused = new float[size];
            bins = new short[size];
        }
    }
}
