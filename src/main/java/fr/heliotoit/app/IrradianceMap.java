package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.TileSums;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.Surroundings;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the irradiation of the cells of a surface model as a GeoTIFF: the year, or the year and its months, or one clear day. Tiles
 * are computed in parallel and written as they come; memory does not depend on the size of the model.
 */
public final class IrradianceMap {
    /** What the file holds. */
    public enum Bands {
        /** One band: the year, global [kWh/m²]. */
        YEAR(List.of("kWh/m2/an")),
        /** The year and its twelve months, global [kWh/m²]. */
        MONTHS(months()),
        /** One clear day: direct and global [Wh/m²]. */
        DAY(List.of("direct Wh/m2/jour", "global Wh/m2/jour"));

        private final List<String> names;

        Bands(List<String> names) {
            this.names = names;
        }

        private static List<String> months() {
            List<String> names = new ArrayList<>(List.of("kWh/m2/an"));
            for (int month = 1; month <= SkyTables.MONTHS; month++) {
                names.add("kWh/m2 mois " + month);
            }
            return names;
        }
    }

    private final RasterSource surface;
    private final Crs crs;
    private final SkyTable sky;
    private final Surroundings surroundings;
    private final CellChoice choice;
    private final SurfaceIrradiation.Options options;

    /** @param options the side of a tile must be a multiple of {@link GeoTiffWriter#TILE} */
    public IrradianceMap(
            RasterSource surface,
            Crs crs,
            SkyTable sky,
            Surroundings surroundings,
            CellChoice choice,
            SurfaceIrradiation.Options options) {
        this.surface = surface;
        this.crs = crs;
        this.sky = sky;
        this.surroundings = surroundings;
        this.choice = choice;
        this.options = options;
    }

    /**
     * @param metadata kept in the file: parameters and sources
     * @return what to tell the user about the heights
     * @throws Failure also when there is no cell to compute; there is then no file
     */
    public List<Message> write(Path out, Bands bands, Map<String, String> metadata, Progress progress) throws Failure {
        AtomicLong known = new AtomicLong();
        HeightCheck check = new HeightCheck();
        try (GeoTiffWriter writer = GeoTiffWriter.create(out, surface.grid(), crs, bands.names, metadata)) {
            new SurfaceIrradiation(surface, sky, surroundings, options)
                    .run(
                            (tile, heights, sums) -> {
                                check.look(heights);
                                choice.choose(tile, heights, sums);
                            },
                            (tile, sums) -> {
                                for (int band = 0; band < bands.names.size(); band++) {
                                    Raster raster = raster(tile, sums, bands, band);
                                    writer.write(band, tile.column(), tile.row(), raster);
                                    known.addAndGet(band > 0 ? 0 : count(raster));
                                }
                            },
                            progress);
            if (known.get() == 0) {
                throw Failure.of("app.irradiance.nothing", String.valueOf(out.getFileName()));
            }
            writer.finish();
        }
        return check.notes();
    }

    private static int count(Raster raster) {
        int count = 0;
        for (float value : raster.values()) {
            count += Float.isFinite(value) ? 1 : 0;
        }
        return count;
    }

    private Raster raster(SurfaceIrradiation.Tile tile, TileSums sums, Bands bands, int band) {
        GridGeometry grid = surface.grid().window(tile.column(), tile.row(), tile.columns(), tile.rows());
        float[] values = new float[tile.columns() * tile.rows()];
        for (int row = 0; row < tile.rows(); row++) {
            for (int column = 0; column < tile.columns(); column++) {
                values[row * tile.columns() + column] = value(sums, column, row, bands, band);
            }
        }
        return new Raster(grid, values);
    }

    private static float value(TileSums sums, int column, int row, Bands bands, int band) {
        if (bands == Bands.DAY) {
            return sums.sum(column, row, band == 0 ? SkyTables.DIRECT : 0);
        }
        if (band > 0) {
            return sums.sum(column, row, band - 1);
        }
        float year = 0;
        for (int month = 0; month < SkyTables.MONTHS; month++) {
            year += sums.sum(column, row, month);
        }
        return year;
    }
}
