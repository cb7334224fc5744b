package fr.heliotoit.app;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.kernel.Horizons;
import fr.heliotoit.kernel.Kernels;
import fr.heliotoit.kernel.Ray;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.TileSums;
import fr.heliotoit.solar.Climate;
import fr.heliotoit.solar.Place;
import fr.heliotoit.solar.PlaneCells;
import fr.heliotoit.solar.PlaneRun;
import fr.heliotoit.solar.SkyTables;
import fr.heliotoit.solar.SurfaceIrradiation;
import fr.heliotoit.solar.SyntheticYear;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures the numeric core on a made-up town and checks its results in the same run. CPU seconds are those of the whole process in
 * the measured section, the compiler and the collector included; they are the honest figure on a busy machine.
 */
public final class Benchmark {
    /**
     * What was measured.
     *
     * @param cells cells computed
     * @param azimuths directions per cell
     * @param heapBytes highest sum of the heap's pools; 0 when not asked for
     * @param worst greatest difference found by the check, in the unit of the check
     */
    public record Result(
            String name, long cells, int azimuths, double cpuS, double wallS, long heapBytes, double worst) {
        /** Cells times azimuths per CPU second. */
        public double cellDirectionsPerCpuS() {
            return cells * (double) azimuths / cpuS;
        }
    }

    private static final double[] MONTHS_KWH_M2 = {20, 36, 76, 118, 150, 162, 162, 135, 97, 56, 26, 16};

    /** A prime, so that leaps of it meet every cell of a tile. */
    private static final long LEAP = 1_000_003;

    private final int size;
    private final int azimuths;
    private final SurfaceIrradiation.Options options;
    private final RasterSource town;
    /** Cells on roofs, made beforehand as the model is. */
    private final BitSet roofs = new BitSet();

    /**
     * @param size cells of 0.5 m on each side
     * @param threads at least 1
     */
    public Benchmark(int size, int azimuths, int threads, int tile) {
        this.size = size;
        this.azimuths = azimuths;
        this.options = SurfaceIrradiation.Options.DEFAULT.withThreads(threads).withTile(tile);
        // A small model is made beforehand so that making it is not measured; a large one is made where it is read.
        UrbanModel model = new UrbanModel(size);
        this.town = size <= 4000 ? new Kept(model) : model;
        for (int cell = 0; cell < size * size && size <= 4000; cell++) {
            roofs.set(cell, UrbanModel.roof(cell % size, cell / size));
        }
    }

    /** Machine, JVM and kernels, language-free. */
    public static String machine() {
        return System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " CPU, "
                + System.getProperty("java.vm.name")
                + " "
                + Runtime.version()
                + ", max heap "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB, "
                + Kernels.description();
    }

    /** Horizons alone, one thread, of at most 1000 × 1000 cells; checked against a march written out here [°]. */
    public Result horizons() throws Failure {
        int side = Math.min(size, 1000);
        float[] z = town.read(0, 0, side, side).values();
        Horizons.Sweep sweep = new Horizons.Sweep(z, side, 0.5, 0.5, options.reach());
        for (int warm = 0; warm < azimuths; warm++) { // the compiler's work is over when time is taken
            sweep.run(2 * Math.PI * warm / azimuths);
        }
        double worst = 0;
        double cpu = 0;
        long wall = System.nanoTime();
        for (int i = 0; i < azimuths; i++) {
            double azimuth = 2 * Math.PI * i / azimuths;
            double before = cpuS();
            sweep.run(azimuth);
            cpu += cpuS() - before;
            int column = (int) ((i * 0.618 % 1) * side);
            int row = (int) ((i * 0.414 % 1) * side);
            double tangent = march(z, side, column, row, azimuth, options.reach());
            worst = Math.max(
                    worst, Math.abs(Math.toDegrees(Math.atan(tangent) - Math.atan(sweep.tangent(column, row)))));
        }
        return new Result("horizons", (long) side * side, azimuths, cpu, (System.nanoTime() - wall) * 1e-9, 0, worst);
    }

    /** The horizon's tangent in double precision, by definition: where the ray crosses columns and rows of centres, and halfway between. */
    private static double march(float[] z, int side, int column, int row, double azimuth, int reach) {
        double dx = Math.sin(azimuth);
        double dy = -Math.cos(azimuth);
        double faster = Math.max(Math.abs(dx), Math.abs(dy));
        double slower = Math.min(Math.abs(dx), Math.abs(dy));
        double best = 0;
        double before = reach;
        for (double d = 1 / faster; d <= (reach + 0.5) / faster; ) {
            boolean middle = d * faster <= Ray.PATCHES + 0.001 && (d - before) * slower > Ray.SLIVER;
            best = Math.max(best, tangent(z, side, column, row, dx, dy, d));
            best = middle ? Math.max(best, tangent(z, side, column, row, dx, dy, (before + d) / 2)) : best;
            before = d;
            double line = Math.floor(d * faster + 1.001) / faster;
            double other = Math.floor(d * slower + 1.001) / slower;
            d = line > Ray.NEAR / faster + 0.001 ? line : Math.min(line, other);
        }
        return best;
    }

    private static double tangent(float[] z, int side, int column, int row, double dx, double dy, double d) {
        return (height(z, side, column + dx * d, row + dy * d) - z[row * side + column]) / (0.5 * d);
    }

    /** Between four centres; far below everything outside. */
    private static double height(float[] z, int side, double x, double y) {
        int c = (int) Math.floor(x + 1e-9);
        int r = (int) Math.floor(y + 1e-9);
        double fx = Math.max(0, x - c);
        double fy = Math.max(0, y - r);
        int c1 = fx < 1e-6 ? c : c + 1;
        int r1 = fy < 1e-6 ? r : r + 1;
        if (c < 0 || r < 0 || c1 >= side || r1 >= side) {
            return Double.NEGATIVE_INFINITY;
        }
        double north = z[r * side + c] * (1 - fx) + z[r * side + c1] * fx;
        double south = z[r1 * side + c] * (1 - fx) + z[r1 * side + c1] * fx;
        return north * (1 - fy) + south * fy;
    }

    /** Year and twelve months; checked by computing cells again one by one in other tiles: not a bit may differ [kWh/m²]. */
    public Result irradiation(boolean roofsOnly, Progress progress) throws Failure {
        SkyTable sky = sky();
        LongAdder cells = new LongAdder();
        List<PlaneCells> samples = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        double cpu = cpuS();
        long wall = System.nanoTime();
        new SurfaceIrradiation(town, sky, options)
                .run(
                        (tile, heights, sums) -> want(tile, heights, sums, roofsOnly, cells),
                        (tile, sums) -> sample(tile, sums, samples, values),
                        progress);
        double cpuS = cpuS() - cpu;
        double wallS = (System.nanoTime() - wall) * 1e-9;
        return new Result(
                roofsOnly ? "roofs" : "all",
                cells.sum(),
                azimuths,
                cpuS,
                wallS,
                peakHeap(),
                difference(sky, samples, values));
    }

    private boolean roof(int column, int row) {
        return size <= 4000 ? roofs.get(row * size + column) : UrbanModel.roof(column, row);
    }

    private void want(SurfaceIrradiation.Tile tile, Raster heights, TileSums sums, boolean roofsOnly, LongAdder cells) {
        int count = 0;
        for (int row = 0; row < tile.rows(); row++) {
            for (int column = 0; column < tile.columns(); column++) {
                if (!roofsOnly || roof(tile.column() + column, tile.row() + row)) {
                    sums.want(
                            column,
                            row,
                            slopeEast(heights, column + 1, row + 1),
                            slopeNorth(heights, column + 1, row + 1));
                    count++;
                }
            }
        }
        cells.add(count);
    }

    private static double slopeEast(Raster z, int column, int row) {
        return finite(
                (z.at(column + 1, row) - z.at(column - 1, row)) / (2 * z.grid().cellWidth()));
    }

    private static double slopeNorth(Raster z, int column, int row) {
        return finite(
                (z.at(column, row - 1) - z.at(column, row + 1)) / (2 * z.grid().cellHeight()));
    }

    private static double finite(double slope) {
        return Double.isFinite(slope) ? slope : 0;
    }

    /** Keeps a wanted cell of each tile, for the check: cells are tried in an order that leaps through the tile. */
    private void sample(SurfaceIrradiation.Tile tile, TileSums sums, List<PlaneCells> samples, List<Float> values)
            throws Failure {
        int cells = tile.columns() * tile.rows();
        for (int i = 0; i < cells; i++) {
            int cell = (int) ((i + 1L) * LEAP % cells);
            int x = cell % tile.columns();
            int y = cell / tile.columns();
            float year = 0;
            for (int month = 0; month < SkyTables.MONTHS; month++) {
                year += sums.sum(x, y, month);
            }
            if (Float.isFinite(year)) {
                int column = tile.column() + x;
                int row = tile.row() + y;
                Raster around = town.read(column - 1, row - 1, 3, 3);
                synchronized (samples) {
                    samples.add(new PlaneCells(
                            new int[] {column}, new int[] {row}, slopeEast(around, 1, 1), slopeNorth(around, 1, 1)));
                    values.add(year);
                }
                return;
            }
        }
    }

    private double difference(SkyTable sky, List<PlaneCells> samples, List<Float> values) throws Failure {
        List<PlaneCells> few = samples.subList(0, Math.min(samples.size(), 16));
        List<PlaneCells.Irradiation> again =
                new PlaneRun(town, sky, options.withTile(48).withThreads(1)).run(few, Progress.NONE);
        double worst = few.isEmpty() ? Double.NaN : 0;
        for (int i = 0; i < few.size(); i++) {
            worst = Math.max(worst, Math.abs(again.get(i).annual()[0] - values.get(i)));
        }
        return worst;
    }

    private SkyTable sky() throws Failure {
        List<Climate.Month> months = new ArrayList<>();
        for (double kWhM2 : MONTHS_KWH_M2) {
            months.add(new Climate.Month(kWhM2, 11, 3));
        }
        Climate climate = new Climate(new Place(50.43, 2.83, 40), "bench", "bench", false, months);
        return SkyTables.of(SyntheticYear.of("bench", climate), -0.13, 0.2, azimuths, SkyTables.PARTS);
    }

    static double cpuS() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime() * 1e-9
                : Double.NaN;
    }

    private static long peakHeap() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes;
    }

    /** A raster held in memory. */
    static final class Kept implements RasterSource {
        private final Raster all;
        private final RasterSource source;

        Kept(RasterSource source) {
            this.source = source;
            try {
                this.all = source.readAll();
            } catch (Failure e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public fr.heliotoit.geo.GridGeometry grid() {
            return all.grid();
        }

        @Override
        public java.util.Optional<fr.heliotoit.geo.Crs> crs() {
            return source.crs();
        }

        @Override
        public Raster read(int column, int row, int columns, int rows) {
            float[] values = new float[columns * rows];
            java.util.Arrays.fill(values, Float.NaN);
            int first = Math.max(0, -column);
            int last = Math.min(columns, all.grid().columns() - column);
            for (int r = Math.max(0, -row); r < Math.min(rows, all.grid().rows() - row) && first < last; r++) {
                int from = (row + r) * all.grid().columns() + column + first;
                System.arraycopy(all.values(), from, values, r * columns + first, last - first);
            }
            return new Raster(all.grid().window(column, row, columns, rows), values);
        }

        @Override
        public void close() {}
    }
}
