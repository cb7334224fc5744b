package fr.heliotoit.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole tile, horizons and months together, and zonal sums: cell-directions and zone cells per microsecond. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TileBench {
    private static final int SIDE = 128;
    private static final int HALO = 256;
    private static final int REACH = 200;
    private static final int AZIMUTHS = 18;

    private final SkyTable sky = Scene.sky(AZIMUTHS);
    private final float[] z = Scene.heights(SIDE + 2 * HALO);
    private final Surface surface = new Surface(z, SIDE + 2 * HALO, Scene.CELL_M, Scene.CELL_M);
    private final TileSums sums = new TileSums();
    private final Coverage coverage = new Coverage();
    private final ZoneSums zone = new ZoneSums();
    private final double[] x = {3.2, 57.9, 44.4, -10.3 + 13.5};
    private final double[] y = {20.1, 2.6, 60.7, 50.2};

    @Setup
    public void prepare() {
        tile();
        float middle = sums.sum(SIDE / 2, SIDE / 2, 5);
        // The same cell alone, in another tile of another size.
        TileSums alone = new TileSums();
        alone.begin(16, 16);
        alone.want(0, 0, 0, 0);
        alone.run(surface, HALO + SIDE / 2, HALO + SIDE / 2, REACH, sky, Relief.FLAT);
        if (!(middle > 0) || Float.floatToIntBits(middle) != Float.floatToIntBits(alone.sum(0, 0, 5))) {
            throw new IllegalStateException(middle + " in the tile, " + alone.sum(0, 0, 5) + " alone");
        }
        zone();
        double area = 0;
        for (int i = 0, j = 3; i < 4; j = i++) {
            area += (x[j] * y[i] - x[i] * y[j]) / 2;
        }
        if (!(Math.abs(zone.count() - Math.abs(area)) < 1e-9)) {
            throw new IllegalStateException(zone.count() + " cells instead of " + Math.abs(area));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE * AZIMUTHS)
    public float tile() {
        sums.begin(SIDE, SIDE);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                sums.want(column, row, 0, 0);
            }
        }
        sums.run(surface, HALO, HALO, REACH, sky, Relief.FLAT);
        return sums.sum(1, 1, 0);
    }

    @Benchmark
    @OperationsPerInvocation(64 * 64)
    public double zone() {
        zone.clear();
        coverage.begin(64, 64);
        coverage.ring(x, y, 4, false);
        zone.add(coverage, z, 0, SIDE + 2 * HALO);
        return zone.mean();
    }
}
