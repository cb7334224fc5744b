package fr.heliotoit.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The irradiation of the wanted cells of one tile: all azimuths, one after the other, with everything that is written staying in the
 * cache. The memory is used again for the next tile; one object per thread.
 *
 * <p>Use: {@link #begin}, {@link #want} for each cell wanted, {@link #run}, then {@link #sum}, {@link #skyView}.
 */
public final class TileSums {
    /** Azimuths summed in one pass over the cells: their tables fit in the second-level cache. */
    private static final int GROUP = 6;

    private final HorizonMarch march;
    private final SkyView skyView;
    private final CellSums cellSums;
    private final HorizonMarch.Scratch scratch = new HorizonMarch.Scratch();

    private int columns;
    private int strips;
    /** Per strip of the tile its place among the strips in use, or −1. */
    private int[] slot = new int[0];

    private int used;
    /** Per strip in use: its first cell in the surface. */
    private int[] cells = new int[0];

    private float[] east = new float[0];
    private float[] north = new float[0];
    private float[] up = new float[0];
    private float[] tangents = new float[0];
    private float[] sums = new float[0];
    private int layerCount;
    /** Per layer what {@link SkyView} finds. */
    private final List<View> views = new ArrayList<>();

    /** Memory for one layer. */
    private static final class View {
        private final float[] sky;
        private final float[] ring;
        private final short[][] bins;
        /** Share that the layer has in the even light of the sky. */
        private float share = 1;

        View(int cells) {
            sky = new float[cells];
            ring = new float[cells];
            bins = new short[GROUP][cells];
        }
    }

    public TileSums() {
        this(Kernels.march(), Kernels.skyView(), Kernels.cellSums());
    }

    TileSums(HorizonMarch march, SkyView skyView, CellSums cellSums) {
        this.march = march;
        this.skyView = skyView;
        this.cellSums = cellSums;
    }

    /** Starts a tile in which no cell is wanted yet. */
    public void begin(int columns, int rows) {
        this.columns = columns;
        strips = Math.ceilDiv(columns, Surface.LANES);
        int most = strips * rows;
        if (slot.length < most) {
            int cellCount = most * Surface.LANES;
            slot = new int[most];
            cells = new int[most];
            east = new float[cellCount];
            north = new float[cellCount];
            up = new float[cellCount];
            tangents = new float[cellCount];
            sums = new float[cellCount * SkyTable.PERIODS];
            views.clear();
        }
        Arrays.fill(slot, 0, most, -1);
        used = 0;
    }

    /**
     * Asks for a cell.
     *
     * @param column within the tile
     * @param row within the tile
     * @param slopeEast rise of the plane per metre to the east
     * @param slopeNorth rise of the plane per metre to the north
     */
    public void want(int column, int row, double slopeEast, double slopeNorth) {
        int strip = row * strips + column / Surface.LANES;
        if (slot[strip] < 0) {
            slot[strip] = used;
            cells[used] = strip;
            int from = used * Surface.LANES;
            Arrays.fill(up, from, from + Surface.LANES, 0);
            Arrays.fill(east, from, from + Surface.LANES, 0);
            Arrays.fill(north, from, from + Surface.LANES, 0);
            used++;
        }
        int at = slot[strip] * Surface.LANES + column % Surface.LANES;
        double length = Math.sqrt(1 + slopeEast * slopeEast + slopeNorth * slopeNorth);
        east[at] = (float) (-slopeEast / length);
        north[at] = (float) (-slopeNorth / length);
        up[at] = (float) (1 / length);
    }

    /** Whether any cell is wanted. */
    public boolean any() {
        return used > 0;
    }

    /** Computes one layer. */
    public void run(Surface surface, int tileColumn, int tileRow, int reach, SkyTable table, Relief far) {
        run(List.of(new Layer(surface, table)), tileColumn, tileRow, reach, far);
    }

    /**
     * Computes.
     *
     * @param layers at least one; their surfaces hold the tile at this column (a multiple of {@link Surface#LANES}) and row with a halo of
     *     {@code reach} cells and two strips
     * @param reach steps of the rays [cells]
     */
    public void run(List<Layer> layers, int tileColumn, int tileRow, int reach, Relief far) {
        Surface ground = layers.getFirst().surface();
        int count = used * Surface.LANES;
        for (int i = 0; i < used; i++) {
            int row = cells[i] / strips;
            int column = cells[i] % strips * Surface.LANES;
            cells[i] = ground.cell(tileColumn + column, tileRow + row);
        }
        begin(layers, count);
        SkyTable sectors = layers.getFirst().light();
        int[] groups = new int[layers.size()];
        float[][][] tables = new float[layers.size()][GROUP][];
        for (int azimuth = 0; azimuth < sectors.azimuths(); azimuth++) {
            double direction = sectors.azimuth(azimuth);
            far.tangents(azimuth, cells, used, tangents);
            skyView.ownHorizon(east, north, up, count, direction, tangents);
            Ray ray = new Ray(ground, direction, reach);
            for (int l = 0; l < groups.length; l++) {
                SkyTable table = layers.get(l).light();
                View view = views.get(l);
                int group = groups[l];
                // What an earlier layer hides, a later one hides too: each march goes on from the one before.
                march.raise(ground, layers.get(l).surface(), ray, cells, used, tangents, scratch);
                skyView.look(
                        east,
                        north,
                        up,
                        count,
                        direction,
                        table.width(azimuth),
                        tangents,
                        view.bins[group],
                        view.sky,
                        view.ring);
                if (table.sunBins[azimuth] > 0) {
                    tables[l][group++] = table.entries[azimuth];
                }
                if (group == GROUP || (azimuth == sectors.azimuths() - 1 && group > 0)) {
                    cellSums.add(tables[l], view.bins, group, east, north, up, count, sums);
                    group = 0;
                }
                groups[l] = group;
            }
        }
        for (int l = 0; l < groups.length; l++) {
            addEven(layers.get(l).light(), views.get(l), count);
        }
    }

    private void begin(List<Layer> layers, int count) {
        while (views.size() < layers.size()) {
            views.add(new View(up.length));
        }
        float all = 0;
        for (Layer layer : layers) {
            all += layer.light().evenLight();
        }
        for (int l = 0; l < layers.size(); l++) {
            View view = views.get(l);
            Arrays.fill(view.sky, 0, count, 0);
            Arrays.fill(view.ring, 0, count, 0);
            view.share = all > 0 ? layers.get(l).light().evenLight() / all : 1f / layers.size();
        }
        layerCount = layers.size();
        Arrays.fill(sums, 0, count * SkyTable.PERIODS, 0);
    }

    /** Isotropic sky, horizon ring and ground. */
    private void addEven(SkyTable table, View view, int count) {
        for (int cell = 0; cell < count; cell++) {
            float ground = 0.5f * (1 - up[cell]);
            int at = cell * SkyTable.PERIODS;
            for (int period = 0; period < SkyTable.PERIODS; period++) {
                sums[at + period] += view.sky[cell] * table.isotropic[period]
                        + view.ring[cell] * table.ring[period]
                        + ground * table.ground[period];
            }
        }
    }

    /** Energy of a period on a cell, in the unit of the table; NaN for a cell that was not wanted. */
    public float sum(int column, int row, int period) {
        int at = at(column, row);
        return at < 0 ? Float.NaN : sums[at * SkyTable.PERIODS + period];
    }

    /** Share of the light of an even sky that the cell's plane gets, 0–1; NaN for a cell that was not wanted. */
    public float skyView(int column, int row) {
        int at = at(column, row);
        float seen = at < 0 ? Float.NaN : 0;
        for (int l = 0; l < layerCount && at >= 0; l++) {
            seen += views.get(l).share * views.get(l).sky[at];
        }
        return seen;
    }

    private int at(int column, int row) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(column);
        }
        int place = slot[row * strips + column / Surface.LANES];
        int at = place * Surface.LANES + column % Surface.LANES;
        return place < 0 || !(up[at] > 0) ? -1 : at;
    }
}
