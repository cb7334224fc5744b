package fr.heliotoit.kernel;

import java.util.Arrays;

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
    private float[] relief = new float[0];
    private float[] tangents = new float[0];
    private float[] sky = new float[0];
    private float[] ring = new float[0];
    private float[] sums = new float[0];
    private final short[][] bins = new short[GROUP][0];

    public TileSums() {
        this(Kernels.march(), Kernels.cellSums());
    }

    TileSums(HorizonMarch march, CellSums cellSums) {
        this.march = march;
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
            relief = new float[cellCount];
            tangents = new float[cellCount];
            sky = new float[cellCount];
            ring = new float[cellCount];
            sums = new float[cellCount * SkyTable.PERIODS];
            for (int g = 0; g < GROUP; g++) {
                bins[g] = new short[cellCount];
            }
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

    /**
     * Computes.
     *
     * @param surface holds the tile at this column (a multiple of {@link Surface#LANES}) and row with a halo of {@code reach} cells and
     *     two strips
     * @param reach steps of the rays [cells]
     */
    public void run(Surface surface, int tileColumn, int tileRow, int reach, SkyTable table, Relief far) {
        int count = used * Surface.LANES;
        for (int i = 0; i < used; i++) {
            int row = cells[i] / strips;
            int column = cells[i] % strips * Surface.LANES;
            cells[i] = surface.cell(tileColumn + column, tileRow + row);
        }
        Arrays.fill(sky, 0, count, 0);
        Arrays.fill(ring, 0, count, 0);
        Arrays.fill(sums, 0, count * SkyTable.PERIODS, 0);
        float[][] tables = new float[GROUP][];
        int group = 0;
        for (int azimuth = 0; azimuth < table.azimuths(); azimuth++) {
            double direction = table.azimuth(azimuth);
            far.tangents(azimuth, cells, used, relief);
            SkyView.ownHorizon(east, north, up, count, direction, relief, tangents);
            march.raise(surface, new Ray(surface, direction, reach), cells, used, tangents, scratch);
            SkyView.look(east, north, up, count, direction, table.width(azimuth), tangents, bins[group], sky, ring);
            if (table.sunBins[azimuth] > 0) {
                tables[group++] = table.entries[azimuth];
            }
            if (group == GROUP || (azimuth == table.azimuths() - 1 && group > 0)) {
                cellSums.add(tables, bins, group, east, north, up, count, sums);
                group = 0;
            }
        }
        addEven(table, count);
    }

    /** Isotropic sky, horizon ring and ground. */
    private void addEven(SkyTable table, int count) {
        for (int cell = 0; cell < count; cell++) {
            float ground = 0.5f * (1 - up[cell]);
            int at = cell * SkyTable.PERIODS;
            for (int period = 0; period < SkyTable.PERIODS; period++) {
                sums[at + period] += sky[cell] * table.isotropic[period]
                        + ring[cell] * table.ring[period]
                        + ground * table.ground[period];
            }
        }
    }

    /** Energy of a period on a cell, in the unit of the table; NaN for a cell that was not wanted. */
    public float sum(int column, int row, int period) {
        int at = at(column, row);
        return at < 0 ? Float.NaN : sums[at * SkyTable.PERIODS + period];
    }

    /** Share of an even sky that the cell's plane sees, 0–1; NaN for a cell that was not wanted. */
    public float skyView(int column, int row) {
        int at = at(column, row);
        return at < 0 ? Float.NaN : sky[at];
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
