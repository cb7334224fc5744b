package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many tiles of one grid, seen as one raster: same system, same cells, origins apart by whole cells. Where tiles lie over each other
 * the first one in the list that has data there counts; where none lies there is no data. Tiles stay where they are and are read where
 * a window needs them.
 */
final class MosaicSource implements RasterSource {
    /** Origins may miss the common grid by this share of a cell: rounding in the tiles' headers. */
    private static final double OFF_GRID = 0.01;

    /** Cell sizes may differ by this share of a cell over the whole mosaic. */
    private static final double DRIFT = 0.1;

    private static final long LONGEST_SIDE = 2_000_000;

    /** A tile and the place of its north-west cell in the mosaic. */
    private record Tile(RasterSource source, Path file, int column, int row) {
        int east() {
            return column + source.grid().columns();
        }

        int south() {
            return row + source.grid().rows();
        }
    }

    private final List<Tile> tiles;
    private final GridGeometry grid;
    private final @Nullable Crs crs;

    private MosaicSource(List<Tile> tiles, GridGeometry grid, @Nullable Crs crs) {
        this.tiles = tiles;
        this.grid = grid;
        this.crs = crs;
    }

    /**
     * @param sources opened; closed here when they do not fit together
     * @param files where they come from, for messages
     */
    static RasterSource of(List<RasterSource> sources, List<Path> files) throws Failure {
        try {
            return fitted(sources, files);
        } catch (Failure | RuntimeException e) {
            sources.forEach(RasterSource::close);
            throw e;
        }
    }

    private static RasterSource fitted(List<RasterSource> sources, List<Path> files) throws Failure {
        GridGeometry first = sources.getFirst().grid();
        Crs crs = sources.getFirst().crs().orElse(null);
        long[] west = new long[sources.size()];
        long[] north = new long[sources.size()];
        long[] bounds = {0, 0, 0, 0};
        for (int i = 0; i < sources.size(); i++) {
            GridGeometry tile = sources.get(i).grid();
            Crs named = sources.get(i).crs().orElse(null);
            String name = RasterFiles.name(files.get(i));
            String reference = RasterFiles.name(files.getFirst());
            if (crs != null ? !crs.equals(named) : named != null) {
                throw Failure.of("io.mosaic.crs", name, code(named), reference, code(crs));
            }
            double drift = Math.max(
                    Math.abs(tile.cellWidth() / first.cellWidth() - 1) * tile.columns(),
                    Math.abs(tile.cellHeight() / first.cellHeight() - 1) * tile.rows());
            if (!(drift < DRIFT)) {
                throw Failure.of(
                        "io.mosaic.cells",
                        name,
                        tile.cellWidth() + " × " + tile.cellHeight(),
                        reference,
                        first.cellWidth() + " × " + first.cellHeight());
            }
            double x = (tile.west() - first.west()) / first.cellWidth();
            double y = (first.north() - tile.north()) / first.cellHeight();
            if (Math.abs(x - Math.rint(x)) > OFF_GRID || Math.abs(y - Math.rint(y)) > OFF_GRID) {
                throw Failure.of("io.mosaic.origin", name, reference);
            }
            west[i] = Math.round(x);
            north[i] = Math.round(y);
            bounds[0] = Math.min(bounds[0], west[i]);
            bounds[1] = Math.min(bounds[1], north[i]);
            bounds[2] = Math.max(bounds[2], west[i] + tile.columns());
            bounds[3] = Math.max(bounds[3], north[i] + tile.rows());
            if (bounds[2] - bounds[0] > LONGEST_SIDE || bounds[3] - bounds[1] > LONGEST_SIDE) {
                throw Failure.of("io.mosaic.far", name, reference);
            }
        }
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            tiles.add(
                    new Tile(sources.get(i), files.get(i), (int) (west[i] - bounds[0]), (int) (north[i] - bounds[1])));
        }
        GridGeometry grid = new GridGeometry(
                (int) (bounds[2] - bounds[0]),
                (int) (bounds[3] - bounds[1]),
                first.west() + bounds[0] * first.cellWidth(),
                first.north() - bounds[1] * first.cellHeight(),
                first.cellWidth(),
                first.cellHeight());
        return new MosaicSource(List.copyOf(tiles), grid, crs);
    }

    private static String code(@Nullable Crs crs) {
        return crs == null ? "?" : crs.code();
    }

    @Override
    public GridGeometry grid() {
        return grid;
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.ofNullable(crs);
    }

    /** Blocks of the tiles when all of them lie on one pattern of blocks; else pieces that are good to work with. */
    @Override
    public int blockColumns() {
        int block = tiles.getFirst().source().blockColumns();
        boolean same = tiles.stream().allMatch(t -> t.source().blockColumns() == block && t.column() % block == 0);
        return same && block >= 64 ? block : Math.min(512, grid.columns());
    }

    @Override
    public int blockRows() {
        int block = tiles.getFirst().source().blockRows();
        boolean same = tiles.stream().allMatch(t -> t.source().blockRows() == block && t.row() % block == 0);
        return same && block >= 64 ? block : Math.min(512, grid.rows());
    }

    @Override
    public Raster read(int column, int row, int columns, int rows) throws Failure {
        RasterFiles.checkMemory(tiles.getFirst().file(), columns, rows);
        float[] values = new float[columns * rows];
        read(column, row, columns, rows, values);
        return new Raster(grid.window(column, row, columns, rows), values);
    }

    @Override
    public void read(int column, int row, int columns, int rows, float[] into) throws Failure {
        boolean empty = true;
        for (Tile tile : tiles) {
            int west = Math.max(column, tile.column());
            int north = Math.max(row, tile.row());
            int east = Math.min(column + columns, tile.east());
            int south = Math.min(row + rows, tile.south());
            if (west >= east || north >= south) {
                continue;
            }
            if (empty && west == column && north == row && east == column + columns && south == row + rows) {
                tile.source().read(column - tile.column(), row - tile.row(), columns, rows, into);
            } else {
                if (empty) {
                    Arrays.fill(into, 0, columns * rows, Float.NaN);
                }
                Raster part = tile.source().read(west - tile.column(), north - tile.row(), east - west, south - north);
                fill(part, into, (north - row) * columns + west - column, columns);
            }
            empty = false;
        }
        if (empty) {
            Arrays.fill(into, 0, columns * rows, Float.NaN);
        }
    }

    /** Takes the values of a tile where no tile before it had one. */
    private static void fill(Raster part, float[] into, int at, int stride) {
        int width = part.grid().columns();
        for (int r = 0; r < part.grid().rows(); r++) {
            for (int c = 0; c < width; c++) {
                int to = at + r * stride + c;
                if (Float.isNaN(into[to])) {
                    into[to] = part.values()[r * width + c];
                }
            }
        }
    }

    @Override
    public void close() {
        tiles.forEach(tile -> tile.source().close());
    }
}
