package fr.heliotoit.app;

import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.GeoTiffWriter;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures {@code heliotoit irradiance} as its user runs it, on the roofs of a made-up town of any size, in a JVM of its own with a
 * limit to its heap. The check computes a piece from the middle of the town again by itself, with other tiles and another heap: the
 * cells that see the same surroundings must be the same to the last bit.
 */
public final class IrradianceBenchmark implements AutoCloseable {
    /** Cells in the middle that are compared, on each side. */
    private static final int COMPARED = 256;

    private final UrbanModel model;
    private final BenchFolder folder;
    private final int azimuths;

    /**
     * One run of the command.
     *
     * @param cells of the surface model
     * @param roofCells cells with a figure
     * @param cpuS user and system time, start of the JVM included; NaN where the system does not tell
     * @param heapBytes most that was in use on the heap when the collector looked
     * @param residentBytes highest memory in use; 0 where the system does not tell
     * @param compared cells of the check
     * @param different cells of the check that are not the same bit for bit
     */
    public record Result(
            long cells,
            long roofCells,
            double cpuS,
            double wallS,
            long heapBytes,
            long residentBytes,
            int compared,
            int different) {}

    private IrradianceBenchmark(int size, int azimuths, BenchFolder folder) {
        this.model = new UrbanModel(size);
        this.azimuths = azimuths;
        this.folder = folder;
    }

    /**
     * Makes the files in a folder for temporary files.
     *
     * @param size cells of 0.5 m on each side, at least 512 and even
     */
    public static IrradianceBenchmark create(int size, int azimuths, Progress progress) throws Failure {
        BenchFolder folder = BenchFolder.create();
        try {
            IrradianceBenchmark made = new IrradianceBenchmark(size, azimuths, folder);
            folder.map("town.tif", made.model.grid(), UrbanModel::height, progress);
            folder.zones("roofs", made.model.roofs());
            int piece = Math.min(size, COMPARED + 2 * SurfaceIrradiation.Options.DEFAULT.reach() + 64);
            int from = (size - piece) / 2;
            folder.map(
                    "piece.tif",
                    made.model.grid().window(from, from, piece, piece),
                    (column, row) -> UrbanModel.height(from + column, from + row),
                    progress);
            return made;
        } catch (Failure | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Runs the command once and checks its map.
     *
     * @param heap limit, for example {@code 1500m}
     * @param months whether the months are computed and written too
     */
    public Result run(String heap, boolean months) throws Failure {
        ChildProcess.Measured measured = ChildProcess.heliotoit(command("town.tif", "out.tif", months), heap);
        ChildProcess.heliotoit(command("piece.tif", "again.tif", months), "1g");
        try (RasterSource whole = RasterFiles.open(folder.file("out.tif"));
                RasterSource piece = RasterFiles.open(folder.file("again.tif"))) {
            int from = (whole.grid().columns() - COMPARED) / 2;
            int inPiece = (piece.grid().columns() - COMPARED) / 2;
            float[] a = whole.read(from, from, COMPARED, COMPARED).values();
            float[] b = piece.read(inPiece, inPiece, COMPARED, COMPARED).values();
            int compared = 0;
            int different = 0;
            for (int i = 0; i < a.length; i++) {
                compared += Float.isNaN(a[i]) ? 0 : 1;
                different += Float.floatToIntBits(a[i]) == Float.floatToIntBits(b[i]) ? 0 : 1;
            }
            return new Result(
                    (long) whole.grid().columns() * whole.grid().rows(),
                    known(whole),
                    measured.cpuS(),
                    measured.wallS(),
                    measured.heapBytes(),
                    measured.residentBytes(),
                    compared,
                    different);
        }
    }

    private List<String> command(String surface, String out, boolean months) throws Failure {
        List<String> command = new ArrayList<>(List.of(
                "irradiance",
                "--dsm",
                folder.file(surface).toString(),
                "--weather",
                Installation.data().resolve("demo").resolve("meteo.epw").toString(),
                "--roofs",
                folder.file("roofs.shp").toString(),
                "--azimuths",
                Integer.toString(azimuths),
                "--out",
                folder.file(out).toString()));
        if (months) {
            command.add("--months");
        }
        return command;
    }

    private static long known(RasterSource map) throws Failure {
        long known = 0;
        float[] band = new float[map.grid().columns() * GeoTiffWriter.TILE];
        for (int row = 0; row < map.grid().rows(); row += GeoTiffWriter.TILE) {
            int rows = Math.min(GeoTiffWriter.TILE, map.grid().rows() - row);
            map.read(0, row, map.grid().columns(), rows, band);
            for (int i = 0; i < rows * map.grid().columns(); i++) {
                known += Float.isNaN(band[i]) ? 0 : 1;
            }
        }
        return known;
    }

    /** Deletes the files. */
    @Override
    public void close() {
        folder.close();
    }
}
