package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.MemoryRaster;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.kernel.Terrain;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads the ground around a surface model from a terrain raster of any size and system: at most {@link #RANGE_M} away, cells averaged
 * until {@link #MOST_CELLS} are enough.
 */
final class FarTerrain {
    /** What lies farther away than this is not looked at [m]: there a mountain of 2000 m still stands 1.6° high. */
    private static final double RANGE_M = 60_000;

    private static final int MOST_CELLS = 4_000_000;

    /** Rows read at once. */
    private static final int STRIP = 256;

    private FarTerrain() {}

    /**
     * @param given system of a file that names none; null for the model's
     * @param model grid of the surface model, in metres
     */
    static Terrain read(List<Path> files, @Nullable Crs given, GridGeometry model, Crs crs) throws Failure {
        try (RasterSource source = RasterFiles.open(files, given)) {
            Crs from = source.crs().orElse(crs);
            Envelope around = model.envelope();
            around.expandBy(RANGE_M);
            Envelope wanted = new CellPlaces(one(around, 64), crs, from)
                    .box()
                    .intersection(source.grid().envelope());
            GridGeometry grid = source.grid();
            if (wanted.isNull()
                    || wanted.getWidth() < 2 * grid.cellWidth()
                    || wanted.getHeight() < 2 * grid.cellHeight()) {
                throw Failure.of(
                        "app.irradiance.dtmElsewhere",
                        String.valueOf(files.getFirst().getFileName()),
                        from.code());
            }
            Raster ground = coarse(source, wanted);
            Raster here = from.equals(crs) ? ground : moved(ground, from, crs, around);
            return new Terrain(
                    here.values(),
                    here.grid().columns(),
                    here.grid().west() - model.west(),
                    model.north() - here.grid().north(),
                    here.grid().cellWidth(),
                    here.grid().cellHeight());
        }
    }

    /** A grid of so many cells on each side over a box. */
    private static GridGeometry one(Envelope box, int cells) {
        return new GridGeometry(
                cells, cells, box.getMinX(), box.getMaxY(), box.getWidth() / cells, box.getHeight() / cells);
    }

    /** The part of a raster in a box, blocks of cells averaged. */
    private static Raster coarse(RasterSource source, Envelope box) throws Failure {
        GridGeometry grid = source.grid();
        int column = (int) Math.max(0, Math.floor((box.getMinX() - grid.west()) / grid.cellWidth()));
        int row = (int) Math.max(0, Math.floor((grid.north() - box.getMaxY()) / grid.cellHeight()));
        int columns =
                (int) Math.min(grid.columns(), Math.ceil((box.getMaxX() - grid.west()) / grid.cellWidth())) - column;
        int rows = (int) Math.min(grid.rows(), Math.ceil((grid.north() - box.getMinY()) / grid.cellHeight())) - row;
        int block = (int) Math.max(1, Math.ceil(Math.sqrt((double) columns * rows / MOST_CELLS)));
        block = Math.min(block, Math.min(columns, rows) / 2);
        int width = columns / block;
        int height = rows / block;
        double[] sums = new double[width * height];
        int[] counts = new int[width * height];
        for (int from = 0; from < height * block; from += STRIP) {
            int count = Math.min(STRIP, height * block - from);
            Raster strip = source.read(column, row + from, width * block, count);
            for (int r = 0; r < count; r++) {
                for (int c = 0; c < width * block; c++) {
                    float z = strip.at(c, r);
                    if (Float.isFinite(z)) {
                        sums[(from + r) / block * width + c / block] += z;
                        counts[(from + r) / block * width + c / block]++;
                    }
                }
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i]); // NaN where there is none
        }
        GridGeometry part = grid.window(column, row, columns, rows);
        return new Raster(
                new GridGeometry(
                        width, height, part.west(), part.north(), grid.cellWidth() * block, grid.cellHeight() * block),
                means);
    }

    /** The raster in the surface model's system, with cells of about the same size. */
    private static Raster moved(Raster ground, Crs from, Crs to, Envelope around) throws Failure {
        Envelope box = new CellPlaces(one(ground.grid().envelope(), 64), from, to)
                .box()
                .intersection(around);
        double shape = box.getWidth() / box.getHeight();
        int rows = (int) Math.max(2, Math.sqrt(ground.values().length / shape));
        int columns = (int) Math.max(2, rows * shape);
        GridGeometry grid = new GridGeometry(
                columns, rows, box.getMinX(), box.getMaxY(), box.getWidth() / columns, box.getHeight() / rows);
        try (RasterSource moved = new AlignedRaster(new MemoryRaster(ground, from), from, grid, to)) {
            return moved.readAll();
        }
    }
}
