package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.GridGeometry;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.task.Parallel;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;

/** A temporary folder with the made-up files of a measurement, all in Lambert-93. */
final class BenchFolder implements AutoCloseable {
    private final Path folder;

    private BenchFolder(Path folder) {
        this.folder = folder;
    }

    /** What a cell of a made-up map holds. */
    @FunctionalInterface
    interface Cells {
        float at(int column, int row);
    }

    static BenchFolder create() throws Failure {
        try {
            return new BenchFolder(Files.createTempDirectory("heliotoit-bench"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a tiled, deflated GeoTIFF of any size; memory holds some tiles. */
    void map(String name, GridGeometry grid, Cells cells, Progress progress) throws Failure {
        int across = Math.ceilDiv(grid.columns(), GeoTiffWriter.TILE);
        int down = Math.ceilDiv(grid.rows(), GeoTiffWriter.TILE);
        try (GeoTiffWriter writer =
                GeoTiffWriter.create(file(name), grid, Crs.LAMBERT_93, List.of("bench"), Map.of())) {
            Parallel.each(across * down, "app.stage.bench", progress, t -> {
                int column = t % across * GeoTiffWriter.TILE;
                int row = t / across * GeoTiffWriter.TILE;
                int columns = Math.min(GeoTiffWriter.TILE, grid.columns() - column);
                int rows = Math.min(GeoTiffWriter.TILE, grid.rows() - row);
                float[] values = new float[columns * rows];
                for (int i = 0; i < values.length; i++) {
                    values[i] = cells.at(column + i % columns, row + i / columns);
                }
                writer.write(0, column, row, new Raster(grid.window(column, row, columns, rows), values));
            });
            writer.finish();
        }
    }

    /** Writes a shapefile. */
    void zones(String stem, List<Polygon> polygons) throws Failure {
        try {
            BenchShapefile.write(file(stem), polygons, Crs.LAMBERT_93);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    static Failure unwritable(IOException cause) {
        return new Failure(Message.of("app.bench.folder", String.valueOf(cause.getMessage())), cause);
    }

    /** Deletes the files. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.getLogger(BenchFolder.class.getName()).log(System.Logger.Level.WARNING, folder.toString(), e);
        }
    }
}
