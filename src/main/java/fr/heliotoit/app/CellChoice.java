package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.kernel.TileSums;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which cells of a surface model are computed, and how they are tilted: all cells or those whose centre lies in a roof; slope and
 * aspect from rasters, else from the surface by the 3 × 3 window of B. Horn, "Hill shading and the reflectance map", Proceedings of the
 * IEEE 69 (1981) 14–47.
 */
public final class CellChoice implements AutoCloseable {
    private final @Nullable STRtree roofs;
    private final @Nullable RasterSource slope;
    private final @Nullable RasterSource aspect;

    private CellChoice(@Nullable STRtree roofs, @Nullable RasterSource slope, @Nullable RasterSource aspect) {
        this.roofs = roofs;
        this.slope = slope;
        this.aspect = aspect;
    }

    /**
     * @param roofs polygons; null for all cells
     * @param slope tilt in degrees on the cells of the surface model; null to derive it
     * @param aspect direction of descent in degrees counter-clockwise from east, as GRASS writes it; null with {@code slope} null
     * @param given system of files that name none
     */
    public static CellChoice open(
            RasterSource surface,
            Crs crs,
            @Nullable Path roofs,
            @Nullable Path slope,
            @Nullable Path aspect,
            @Nullable Crs given)
            throws Failure {
        STRtree tree = roofs == null ? null : roofs(roofs, crs, given);
        if (slope == null || aspect == null) {
            return new CellChoice(tree, null, null);
        }
        RasterSource slopes = RasterFiles.open(slope, given);
        RasterSource aspects = RasterFiles.open(aspect, given);
        if (!slopes.grid().equals(surface.grid()) || !aspects.grid().equals(surface.grid())) {
            slopes.close();
            aspects.close();
            throw Failure.of("app.irradiance.grid", slope.toString(), aspect.toString());
        }
        return new CellChoice(tree, slopes, aspects);
    }

    private static STRtree roofs(Path file, Crs crs, @Nullable Crs given) throws Failure {
        STRtree tree = new STRtree();
        try (VectorSource source = VectorFiles.open(file)) {
            Crs from = source.crs().orElse(given == null ? crs : given);
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                Geometry shape = f.geometry();
                if (shape != null && shape.getDimension() == 2) {
                    Geometry here = from.transform(shape, crs);
                    tree.insert(here.getEnvelopeInternal(), here);
                }
            }
        }
        if (tree.isEmpty()) {
            throw Failure.of("app.irradiance.roofs", file.toString());
        }
        tree.build();
        return tree;
    }

    /** Asks for the cells of a tile. */
    void choose(SurfaceIrradiation.Tile tile, Raster heights, TileSums sums) throws Failure {
        Slopes slopes = slope == null || aspect == null
                ? new Slopes(heights)
                : new Slopes(
                        heights,
                        slope.read(tile.column(), tile.row(), tile.columns(), tile.rows()),
                        aspect.read(tile.column(), tile.row(), tile.columns(), tile.rows()));
        if (roofs == null) {
            for (int row = 0; row < tile.rows(); row++) {
                for (int column = 0; column < tile.columns(); column++) {
                    slopes.want(column, row, sums);
                }
            }
            return;
        }
        GridGeometry grid = heights.grid().window(1, 1, tile.columns(), tile.rows());
        for (Object found : roofs.query(grid.envelope())) {
            inside((Geometry) found, grid, slopes, sums);
        }
    }

    private static void inside(Geometry roof, GridGeometry grid, Slopes slopes, TileSums sums) {
        Envelope box = roof.getEnvelopeInternal().intersection(grid.envelope());
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(roof);
        int firstColumn = Math.max(0, (int) ((box.getMinX() - grid.west()) / grid.cellWidth()));
        int lastColumn = Math.min(grid.columns() - 1, (int) ((box.getMaxX() - grid.west()) / grid.cellWidth()));
        int firstRow = Math.max(0, (int) ((grid.north() - box.getMaxY()) / grid.cellHeight()));
        int lastRow = Math.min(grid.rows() - 1, (int) ((grid.north() - box.getMinY()) / grid.cellHeight()));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                if (locator.locate(new Coordinate(grid.x(column), grid.y(row))) != Location.EXTERIOR) {
                    slopes.want(column, row, sums);
                }
            }
        }
    }

    @Override
    public void close() {
        if (slope != null) {
            slope.close();
        }
        if (aspect != null) {
            aspect.close();
        }
    }

    /** Slopes of the cells of a tile. */
    private static final class Slopes {
        private final Raster heights;
        private final @Nullable Raster slope;
        private final @Nullable Raster aspect;

        Slopes(Raster heights) {
            this(heights, null, null);
        }

        Slopes(Raster heights, @Nullable Raster slope, @Nullable Raster aspect) {
            this.heights = heights;
            this.slope = slope;
            this.aspect = aspect;
        }

        void want(int column, int row, TileSums sums) {
            if (!Float.isFinite(heights.at(column + 1, row + 1))) {
                return;
            }
            if (slope == null || aspect == null) {
                sums.want(column, row, east(column, row), north(column, row));
                return;
            }
            double tilt = Math.tan(Math.toRadians(slope.at(column, row)));
            double down = Math.toRadians(aspect.at(column, row));
            double east = -tilt * Math.cos(down);
            double north = -tilt * Math.sin(down);
            if (Double.isFinite(east + north)) {
                sums.want(column, row, east, north);
            }
        }

        private double east(int c, int r) {
            return (z(c, r, 1, -1)
                            + 2 * z(c, r, 1, 0)
                            + z(c, r, 1, 1)
                            - z(c, r, -1, -1)
                            - 2 * z(c, r, -1, 0)
                            - z(c, r, -1, 1))
                    / (8 * heights.grid().cellWidth());
        }

        private double north(int c, int r) {
            return (z(c, r, -1, -1)
                            + 2 * z(c, r, 0, -1)
                            + z(c, r, 1, -1)
                            - z(c, r, -1, 1)
                            - 2 * z(c, r, 0, 1)
                            - z(c, r, 1, 1))
                    / (8 * heights.grid().cellHeight());
        }

        /** Height of a neighbour; of the cell itself where the neighbour is a hole. */
        private double z(int column, int row, int dx, int dy) {
            float z = heights.at(column + 1 + dx, row + 1 + dy);
            return Float.isFinite(z) ? z : heights.at(column + 1, row + 1);
        }
    }
}
