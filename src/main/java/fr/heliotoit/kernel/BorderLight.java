package fr.heliotoit.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Looks along the border of two sectors for those cells for which it matters, and puts right what the sun in the quarters beside the border
 * gives: they take the border's horizon instead of the one in the middle of their sector.
 *
 * <p>It matters where more light than {@link #LIMIT} times what a sum may err comes from between the two sectors' horizons. Few cells need
 * it for few borders, mostly for the low sun of winter, and the error of the sums falls by a quarter. The choice is each cell's own, so
 * results stay the same bits for any tile.
 */
final class BorderLight {
    /** About one extra look per cell; half of it gives three times as many and a fifth less error. */
    static final float LIMIT = 12;

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

    // The chosen cells alone: where their sums are, normals, bins along the border, before it and after it, sums.
    private int[] places = new int[0];
    private float[] chosenEast = new float[0];
    private float[] chosenNorth = new float[0];
    private float[] chosenUp = new float[0];
    private short[][] chosenBins = new short[3][0];
    private float[] now = new float[0];
    private float[] known = new float[0];

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
            replace(layers.get(l).light(), sector, before.bins[l], after.bins[l], count, l, sums);
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
                int own = matters(light, sector, before.bins[l], after.bins[l], strip * Surface.LANES);
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
    private static int matters(SkyTable light, int sector, short[] before, short[] after, int from) {
        float[] above = light.atBorder[sector];
        int lanes = 0;
        for (int lane = 0; lane < Surface.LANES && above.length > 0; lane++) {
            float between = above[before[from + lane]] - above[after[from + lane]];
            lanes |= Math.abs(between) > LIMIT ? 1 << lane : 0;
        }
        return lanes;
    }

    private void take(TileCells tile, int strip, int lanes, int at, Look before, Look after) {
        cells[at] = tile.cells()[strip];
        strips[at] = strip;
        for (int lane = 0; lane < Surface.LANES; lane++) {
            int from = strip * Surface.LANES + lane;
            int to = at * Surface.LANES + lane;
            up[to] = (lanes >> lane & 1) == 0 ? 0 : tile.up()[from];
            east[to] = tile.east()[from];
            north[to] = tile.north()[from];
            tangents[to] = before.relief.length == 0 ? 0 : (before.relief[from] + after.relief[from]) / 2;
        }
    }

    /** The quarters beside the border get the bins just found in place of those of their sectors. */
    private void replace(
            SkyTable light, int sector, short[] before, short[] after, int count, int layer, float[] sums) {
        int chosen = 0;
        for (int i = 0; i < count; i++) {
            boolean matters = (lanesOfLayer[layer][i / Surface.LANES] >> i % Surface.LANES & 1) != 0;
            if (matters && up[i] > 0) {
                int cell = strips[i / Surface.LANES] * Surface.LANES + i % Surface.LANES;
                places[chosen] = cell * SkyTable.PERIODS;
                chosenEast[chosen] = east[i];
                chosenNorth[chosen] = north[i];
                chosenUp[chosen] = up[i];
                chosenBins[0][chosen] = bins[i];
                chosenBins[1][chosen] = before[cell];
                chosenBins[2][chosen] = after[cell];
                chosen++;
            }
        }
        Arrays.fill(now, 0, chosen * SkyTable.PERIODS, 0);
        Arrays.fill(known, 0, chosen * SkyTable.PERIODS, 0);
        add(light.lastQuarters[Math.floorMod(sector - 1, light.azimuths())], chosenBins[1], chosen);
        add(light.firstQuarters[sector], chosenBins[2], chosen);
        for (int i = 0; i < chosen; i++) {
            for (int p = 0; p < SkyTable.PERIODS; p++) {
                sums[places[i] + p] += now[i * SkyTable.PERIODS + p] - known[i * SkyTable.PERIODS + p];
            }
        }
    }

    private void add(float[] table, short[] knownBins, int chosen) {
        if (table.length > 0) {
            float[][] tables = {table};
            cellSums.add(tables, new short[][] {chosenBins[0]}, 1, chosenEast, chosenNorth, chosenUp, chosen, now);
            cellSums.add(tables, new short[][] {knownBins}, 1, chosenEast, chosenNorth, chosenUp, chosen, known);
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
            places = new int[size];
            chosenEast = new float[size];
            chosenNorth = new float[size];
            chosenUp = new float[size];
            chosenBins = new short[3][size];
            now = new float[size * SkyTable.PERIODS];
            known = new float[size * SkyTable.PERIODS];
        }
    }
}
