package fr.heliotoit.solar;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.FarRelief;
import fr.heliotoit.kernel.Layer;
import fr.heliotoit.kernel.Relief;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.Surface;
import fr.heliotoit.kernel.Terrain;
import fr.heliotoit.kernel.TileSums;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The irradiation of cells of a surface model of any size: tiles with a halo, all azimuths inside a tile, tiles in parallel.
 *
 * <p>A cell's figures depend on the surface, the sky table and {@link Options#reach} alone: they are the same, bit for bit, for any
 * number of threads and any size of tile. Memory holds one tile and its halo per thread.
 */
public final class SurfaceIrradiation {
    /**
     * How to run.
     *
     * @param reach how far full-resolution rays go [cells]; what lies beyond is far relief
     * @param tile side of a tile [cells]
     * @param threads at least 1
     */
    public record Options(int reach, int tile, int threads) {
        public static final Options DEFAULT =
                new Options(512, 512, Runtime.getRuntime().availableProcessors());

        public Options {
            if (reach < 1 || tile < 1 || threads < 1) {
                throw new IllegalArgumentException(reach + " " + tile + " " + threads);
            }
        }

        public Options withTile(int cells) {
            return new Options(reach, cells, threads);
        }

        public Options withThreads(int count) {
            return new Options(reach, tile, count);
        }
    }

    /** A rectangle of cells of the surface model. */
    public record Tile(int column, int row, int columns, int rows) {}

    /** Says which cells are wanted and how they are tilted. Called from several threads at once. */
    @FunctionalInterface
    public interface Wanted {
        /**
         * @param heights the tile's heights with a margin of one cell on each side
         * @param sums take {@link TileSums#want} for each cell wanted, columns and rows counted within the tile
         */
        void in(Tile tile, Raster heights, TileSums sums) throws Failure;
    }

    /** Takes the results of a tile. Called from several threads at once; must copy what it keeps. */
    @FunctionalInterface
    public interface Sink {
        void take(Tile tile, TileSums sums) throws Failure;
    }

    private final RasterSource surface;
    private final SkyTable sky;
    private final Surroundings surroundings;
    private final Options options;

    public SurfaceIrradiation(RasterSource surface, SkyTable sky, Options options) {
        this(surface, sky, Surroundings.NONE, options);
    }

    /** @param sky with crowns around, the light that passes them */
    public SurfaceIrradiation(RasterSource surface, SkyTable sky, Surroundings surroundings, Options options) {
        this.surface = surface;
        this.sky = sky;
        this.surroundings = surroundings;
        this.options = options;
    }

    /** Runs over all tiles; tiles in which nothing is wanted cost one read. */
    public void run(Wanted wanted, Sink sink, Progress progress) throws Failure {
        List<Tile> tiles = new ArrayList<>();
        int side = options.tile();
        for (int row = 0; row < surface.grid().rows(); row += side) {
            for (int column = 0; column < surface.grid().columns(); column += side) {
                tiles.add(new Tile(
                        column,
                        row,
                        Math.min(side, surface.grid().columns() - column),
                        Math.min(side, surface.grid().rows() - row)));
            }
        }
        run(tiles, wanted, sink, progress);
    }

    /** Runs over the tiles given. */
    public void run(List<Tile> tiles, Wanted wanted, Sink sink, Progress progress) throws Failure {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        int threads = Math.min(options.threads(), Math.max(1, tiles.size()));
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("heliotoit-tile-", 0).factory());
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    TileSums sums = new TileSums();
                    for (int t = next.getAndIncrement(); t < tiles.size(); t = next.getAndIncrement()) {
                        progress.check();
                        tile(tiles.get(t), wanted, sink, sums);
                        progress.at("app.stage.irradiation", done.incrementAndGet(), tiles.size());
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                join(worker);
            }
        } finally {
            next.set(tiles.size()); // whoever still runs stops after its tile
            pool.shutdown();
        }
    }

    private static void join(Future<?> worker) throws Failure {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Failure failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException defect) {
                throw defect;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }

    private void tile(Tile tile, Wanted wanted, Sink sink, TileSums sums) throws Failure {
        sums.begin(tile.columns(), tile.rows());
        wanted.in(tile, surface.read(tile.column() - 1, tile.row() - 1, tile.columns() + 2, tile.rows() + 2), sums);
        if (sums.any()) {
            int halo = Math.ceilDiv(options.reach() + 2 * Surface.LANES, Surface.LANES) * Surface.LANES;
            int column = tile.column() - halo;
            int row = tile.row() - halo;
            Raster window = surface.read(column, row, tile.columns() + 2 * halo, tile.rows() + 2 * halo);
            List<Layer> layers = surroundings.layers(window, column, row, sky);
            sums.run(layers, halo, halo, options.reach(), far(layers.getFirst().surface(), column, row));
        }
        sink.take(tile, sums);
    }

    private Relief far(Surface window, int column, int row) {
        Terrain terrain = surroundings.terrain();
        return terrain == null
                ? Relief.FLAT
                : new FarRelief(
                        terrain,
                        window,
                        column,
                        row,
                        surface.grid().columns(),
                        surface.grid().rows(),
                        sky,
                        options.reach());
    }
}
