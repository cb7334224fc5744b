package fr.heliotoit.app;

import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Times the start of the product with the demonstration commune, from the process to a map that can be used. */
public final class DemoStart {
    private static final int RUNS = 5;
    private static final double BOUND_MS = 1500;

    private DemoStart() {}

    /**
     * The slowest is the first where the JVM has not yet kept the classes of the window, as on a new machine.
     *
     * @param folder where the demonstration is made
     */
    public static WindowBenchmark.Figure run(Path folder, Progress progress) throws Failure {
        Path demo = DemoProject.create(folder, progress);
        double[] ms = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            // The process fails when the map does not come.
            ms[i] = ChildProcess.heliotoit(List.of("bench", "ui", "--open", demo.toString()), null)
                            .wallS()
                    * 1000;
        }
        Arrays.sort(ms);
        return new WindowBenchmark.Figure("start", 0, ms[RUNS / 2], ms[RUNS - 1], BOUND_MS, true);
    }
}
