package fr.heliotoit.kernel;

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

/** Horizons of 512 × 512 cells in eight directions: cell-directions per microsecond. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HorizonBench {
    private static final int SIDE = 512;
    private static final int DIRECTIONS = 8;

    /** Which twin. */
    @Param({"plain", "vector"})
    public String kernel = "";

    private HorizonMarch march = new ScalarHorizonMarch();
    private Horizons.Sweep sweep = new Horizons.Sweep(new float[256], 16, 1, 1, 16);

    @Setup
    public void prepare() {
        march = kernel.equals("plain") ? new ScalarHorizonMarch() : Kernels.march();
        float[] z = Scene.heights(SIDE);
        sweep = new Horizons.Sweep(z, SIDE, Scene.CELL_M, Scene.CELL_M, 512);
        for (int i = 0; i < DIRECTIONS; i++) {
            double azimuth = azimuth(i);
            float[] plain = Horizons.tangents(z, SIDE, Scene.CELL_M, Scene.CELL_M, azimuth, 512, new ScalarHorizonMarch());
            float[] found = Horizons.tangents(z, SIDE, Scene.CELL_M, Scene.CELL_M, azimuth, 512, march);
            for (int cell = 0; cell < plain.length; cell++) {
                if (!(Math.abs(plain[cell] - found[cell]) <= 1e-5f)) {
                    throw new IllegalStateException("cell " + cell + ": " + found[cell] + " instead of " + plain[cell]);
                }
            }
        }
    }

    private static double azimuth(int i) {
        return 2 * Math.PI * (i + 0.3) / DIRECTIONS;
    }

    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE * DIRECTIONS)
    public float sweep() {
        float sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            sweep.run(azimuth(i), march);
            sum += sweep.tangent(i, i);
        }
        return sum;
    }
}
