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
    private final BorderLight borders;
    private final TileCells tile = new TileCells();

    private float[] tangents = new float[0];
    private float[] sums = new float[0];
    /** Looks into the sectors of a group and the one before it, and into the first sector. */
    private final List<BorderLight.Look> looks = new ArrayList<>();
    /** Per layer what {@link SkyView} finds. */
    private final List<View> views = new ArrayList<>();

    private int layerCount;

    /** Memory for one layer. */
    private static final class View {
        private final float[] sky;
        private final float[] ring;
        /** Share that the layer has in the even light of the sky. */
        private float share = 1;

        View(int cells) {
            sky = new float[cells];
            ring = new float[cells];
        }
    }

    public TileSums() {
        this(Kernels.march(), Kernels.skyView(), Kernels.cellSums());
    }

    TileSums(HorizonMarch march, SkyView skyView, CellSums cellSums) {
        this.march = march;
        this.skyView = skyView;
        this.cellSums = cellSums;
        this.borders = new BorderLight(march, skyView, cellSums, scratch);
    }

    /** Starts a tile in which no cell is wanted yet. */
    public void begin(int columns, int rows) {
        tile.begin(columns, rows);
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
        tile.want(column, row, slopeEast, slopeNorth);
    }

    /** Whether any cell is wanted. */
    public boolean any() {
        return tile.any();
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
        tile.pack(layers.getFirst().surface(), tileColumn, tileRow);
        begin(layers, far == Relief.FLAT ? 0 : tile.most());
        int azimuths = layers.getFirst().light().azimuths();
        for (int azimuth = 0; azimuth < azimuths; azimuth++) {
            look(layers, azimuth, reach, far);
            if (azimuth > 0) {
                borders.add(layers, azimuth, reach, tile, slot(azimuth - 1), slot(azimuth), sums);
            }
            if ((azimuth + 1) % GROUP == 0 || azimuth + 1 == azimuths) {
                addSun(layers, azimuth - azimuth % GROUP, azimuth);
            }
        }
        borders.add(layers, 0, reach, tile, slot(azimuths - 1), slot(0), sums);
        for (int l = 0; l < layers.size(); l++) {
            addEven(layers.get(l).light(), views.get(l));
        }
    }

    private int count() {
        return tile.used() * Surface.LANES;
    }

    private BorderLight.Look slot(int azimuth) {
        return looks.get(azimuth == 0 ? GROUP + 1 : azimuth % (GROUP + 1));
    }

    private void begin(List<Layer> layers, int reliefs) {
        int most = tile.most();
        if (tangents.length < most
                || views.size() < layers.size()
                || looks.getFirst().relief().length < reliefs) {
            tangents = new float[most];
            sums = new float[most * SkyTable.PERIODS];
            views.clear();
            layers.forEach(layer -> views.add(new View(most)));
            looks.clear();
            for (int i = 0; i < GROUP + 2; i++) {
                looks.add(new BorderLight.Look(new short[layers.size()][most], new float[reliefs]));
            }
        }
        float all = 0;
        for (Layer layer : layers) {
            all += layer.light().evenLight();
        }
        for (int l = 0; l < layers.size(); l++) {
            View view = views.get(l);
            Arrays.fill(view.sky, 0, count(), 0);
            Arrays.fill(view.ring, 0, count(), 0);
            view.share = all > 0 ? layers.get(l).light().evenLight() / all : 1f / layers.size();
        }
        layerCount = layers.size();
        Arrays.fill(sums, 0, count() * SkyTable.PERIODS, 0);
    }

    /** Into the middle of a sector. */
    private void look(List<Layer> layers, int azimuth, int reach, Relief far) {
        Surface ground = layers.getFirst().surface();
        double direction = layers.getFirst().light().azimuth(azimuth);
        BorderLight.Look look = slot(azimuth);
        far.tangents(azimuth, tile.cells(), tile.used(), tangents);
        if (look.relief().length > 0) {
            System.arraycopy(tangents, 0, look.relief(), 0, count());
        }
        skyView.ownHorizon(tile.east(), tile.north(), tile.up(), count(), direction, tangents);
        Ray ray = new Ray(ground, direction, reach);
        for (int l = 0; l < layers.size(); l++) {
            // What an earlier layer hides, a later one hides too: each march goes on from the one before.
            march.raise(ground, layers.get(l).surface(), ray, tile.cells(), tile.used(), tangents, scratch);
            skyView.look(
                    tile.east(),
                    tile.north(),
                    tile.up(),
                    count(),
                    direction,
                    layers.get(l).light().width(azimuth),
                    tangents,
                    look.bins()[l],
                    views.get(l).sky,
                    views.get(l).ring);
        }
    }

    /** The sun of some sectors. */
    private void addSun(List<Layer> layers, int first, int last) {
        float[][] tables = new float[GROUP][];
        short[][] bins = new short[GROUP][];
        for (int l = 0; l < layers.size(); l++) {
            SkyTable light = layers.get(l).light();
            int group = 0;
            for (int azimuth = first; azimuth <= last; azimuth++) {
                if (light.sunBins[azimuth] > 0) {
                    tables[group] = light.entries[azimuth];
                    bins[group++] = slot(azimuth).bins()[l];
                }
            }
            if (group > 0) {
                cellSums.add(tables, bins, group, tile.east(), tile.north(), tile.up(), count(), sums);
            }
        }
    }

    /** Isotropic sky, horizon ring and ground. */
    private void addEven(SkyTable table, View view) {
        for (int cell = 0; cell < count(); cell++) {
            float ground = 0.5f * (1 - tile.up()[cell]);
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
        int at = tile.at(column, row);
        return at < 0 ? Float.NaN : sums[at * SkyTable.PERIODS + period];
    }

    /** Share of the light of an even sky that the cell's plane gets, 0–1; NaN for a cell that was not wanted. */
    public float skyView(int column, int row) {
        int at = tile.at(column, row);
        float seen = at < 0 ? Float.NaN : 0;
        for (int l = 0; l < layerCount && at >= 0; l++) {
            seen += views.get(l).share * views.get(l).sky[at];
        }
        return seen;
    }
}
