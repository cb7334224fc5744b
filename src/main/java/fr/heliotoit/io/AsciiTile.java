package fr.heliotoit.io;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ESRI ASCII grid among many: its text is read when a window wants it, so that a mosaic of any number of them fits in memory. */
final class AsciiTile implements RasterSource {
    private final Path file;
    private final GridGeometry grid;
    private final @Nullable Crs crs;
    private final BlockCache cache;

    AsciiTile(Path file, GridGeometry grid, @Nullable Crs crs, BlockCache cache) {
        this.file = file;
        this.grid = grid;
        this.crs = crs;
        this.cache = cache;
    }

    @Override
    public GridGeometry grid() {
        return grid;
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.ofNullable(crs);
    }

    @Override
    public Raster read(int column, int row, int columns, int rows) throws Failure {
        float[] all = cache.block(
                this, 0, block -> AsciiGrid.read(file, crs).readAll().values());
        return new MemoryRaster(new Raster(grid, all), crs).read(column, row, columns, rows);
    }

    @Override
    public void close() {}
}
