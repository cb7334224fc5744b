package fr.heliotoit.kernel;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Look-ups of sky tables and their accumulation, 12 months at once: cell-directions per microsecond. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SumsBench {
    private static final int CELLS = 4096;
    private static final int GROUP = 6;

    /** Which twin. */
    @Param({"plain", "vector"})
    public String kernel = "";

    private final float[][] tables = new float[GROUP][(SkyTable.BINS + 1) * SkyTable.ENTRY];
    private final short[][] bins = new short[GROUP][CELLS];
    private final float[] east = new float[CELLS];
    private final float[] north = new float[CELLS];
    private final float[] up = new float[CELLS];
    private final float[] sums = new float[CELLS * SkyTable.PERIODS];
    private CellSums twin = new ScalarCellSums();

    @Setup
    public void prepare() {
        Random random = new Random(3);
        for (int g = 0; g < GROUP; g++) {
            for (int i = 0; i < tables[g].length; i++) {
                tables[g][i] = random.nextFloat();
            }
            for (int i = 0; i < CELLS; i++) {
                bins[g][i] = (short) random.nextInt(SkyTable.BINS + 1);
            }
        }
        for (int i = 0; i < CELLS; i++) {
            east[i] = random.nextFloat() - 0.5f;
            north[i] = random.nextFloat() - 0.5f;
            up[i] = random.nextFloat();
        }
        twin = kernel.equals("plain") ? new ScalarCellSums() : Kernels.cellSums();
        float[] plain = new float[sums.length];
        float[] found = new float[sums.length];
        new ScalarCellSums().add(tables, bins, GROUP, east, north, up, CELLS, plain);
        twin.add(tables, bins, GROUP, east, north, up, CELLS, found);
        if (!Arrays.equals(plain, found)) {
            throw new IllegalStateException("the twins differ");
        }
    }

    @Benchmark
    @OperationsPerInvocation(CELLS * GROUP)
    public float[] tables() {
        Arrays.fill(sums, 0);
        twin.add(tables, bins, GROUP, east, north, up, CELLS, sums);
        return sums;
    }
}
