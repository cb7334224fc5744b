package fr.heliotoit.solar;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.TileSums;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * The irradiation of the cells of roof planes. A cell may lie in several planes (footprints that overlap); it is then computed once
 * for each, in rounds.
 */
public final class PlaneRun {
    private final RasterSource surface;
    private final SkyTable sky;
    private final Surroundings surroundings;
    private final SurfaceIrradiation.Options options;

    /** @param sky as {@link SkyTables} makes it */
    public PlaneRun(RasterSource surface, SkyTable sky, SurfaceIrradiation.Options options) {
        this(surface, sky, Surroundings.NONE, options);
    }

    /** @param sky as {@link SkyTables} makes it; with crowns around, the light that passes them */
    public PlaneRun(RasterSource surface, SkyTable sky, Surroundings surroundings, SurfaceIrradiation.Options options) {
        this.surface = surface;
        this.sky = sky;
        this.surroundings = surroundings;
        this.options = options;
    }

    /**
     * The irradiation of each plane's cells, in the order given; NaN for a cell that has no height or lies outside the surface model.
     */
    public List<PlaneCells.Irradiation> run(List<PlaneCells> planes, Progress progress) throws Failure {
        List<PlaneCells.Irradiation> results = new ArrayList<>();
        List<BitSet> open = new ArrayList<>();
        for (PlaneCells plane : planes) {
            int cells = plane.columns().length;
            PlaneCells.Irradiation result = new PlaneCells.Irradiation(cells);
            java.util.Arrays.fill(result.annual(), Float.NaN);
            java.util.Arrays.fill(result.direct(), Float.NaN);
            java.util.Arrays.fill(result.skyView(), Float.NaN);
            for (float[] months : result.months()) {
                java.util.Arrays.fill(months, Float.NaN);
            }
            results.add(result);
            BitSet all = new BitSet(cells);
            all.set(0, cells);
            open.add(all);
        }
        for (TreeMap<Long, List<Cell>> round = round(planes, open); !round.isEmpty(); round = round(planes, open)) {
            run(round, planes, results, progress);
        }
        return results;
    }

    private record Cell(int plane, int index) {}

    /** One open cell of each place, by tile in reading order. */
    private TreeMap<Long, List<Cell>> round(List<PlaneCells> planes, List<BitSet> open) {
        int width = surface.grid().columns();
        TreeMap<Long, List<Cell>> byTile = new TreeMap<>();
        TreeMap<Long, BitSet> taken = new TreeMap<>();
        for (int p = 0; p < planes.size(); p++) {
            PlaneCells plane = planes.get(p);
            BitSet left = open.get(p);
            for (int k = left.nextSetBit(0); k >= 0; k = left.nextSetBit(k + 1)) {
                int column = plane.columns()[k];
                int row = plane.rows()[k];
                if (column < 0
                        || row < 0
                        || column >= width
                        || row >= surface.grid().rows()) {
                    left.clear(k);
                    continue;
                }
                int side = options.tile();
                long tile = (long) (row / side) << 32 | column / side;
                BitSet places = taken.computeIfAbsent(tile, t -> new BitSet(side * side));
                int place = row % side * side + column % side;
                if (!places.get(place)) {
                    places.set(place);
                    left.clear(k);
                    byTile.computeIfAbsent(tile, t -> new ArrayList<>()).add(new Cell(p, k));
                }
            }
        }
        return byTile;
    }

    private void run(
            TreeMap<Long, List<Cell>> round,
            List<PlaneCells> planes,
            List<PlaneCells.Irradiation> results,
            Progress progress)
            throws Failure {
        int side = options.tile();
        List<SurfaceIrradiation.Tile> tiles = new ArrayList<>();
        for (long key : round.keySet()) {
            int column = (int) key * side;
            int row = (int) (key >> 32) * side;
            tiles.add(new SurfaceIrradiation.Tile(
                    column,
                    row,
                    Math.min(side, surface.grid().columns() - column),
                    Math.min(side, surface.grid().rows() - row)));
        }
        new SurfaceIrradiation(surface, sky, surroundings, options)
                .run(
                        tiles,
                        (tile, heights, sums) -> {
                            for (Cell cell : cells(round, tile)) {
                                want(planes.get(cell.plane), cell.index, tile, heights, sums);
                            }
                        },
                        (tile, sums) -> {
                            for (Cell cell : cells(round, tile)) {
                                take(planes.get(cell.plane), cell.index, tile, sums, results.get(cell.plane));
                            }
                        },
                        progress);
    }

    private List<Cell> cells(TreeMap<Long, List<Cell>> round, SurfaceIrradiation.Tile tile) {
        long key = (long) (tile.row() / options.tile()) << 32 | tile.column() / options.tile();
        return round.getOrDefault(key, List.of());
    }

    private static void want(PlaneCells plane, int index, SurfaceIrradiation.Tile tile, Raster heights, TileSums sums) {
        int column = plane.columns()[index] - tile.column();
        int row = plane.rows()[index] - tile.row();
        if (Float.isFinite(heights.at(column + 1, row + 1))) {
            sums.want(column, row, plane.slopeEast(), plane.slopeNorth());
        }
    }

    private static void take(
            PlaneCells plane, int index, SurfaceIrradiation.Tile tile, TileSums sums, PlaneCells.Irradiation result) {
        int column = plane.columns()[index] - tile.column();
        int row = plane.rows()[index] - tile.row();
        float annual = 0;
        for (int month = 0; month < SkyTables.MONTHS; month++) {
            float sum = sums.sum(column, row, month);
            result.months()[index][month] = sum;
            annual += sum;
        }
        result.annual()[index] = annual;
        result.direct()[index] = sums.sum(column, row, SkyTables.DIRECT);
        result.skyView()[index] = sums.skyView(column, row);
    }
}
