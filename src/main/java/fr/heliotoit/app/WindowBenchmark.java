package fr.heliotoit.app;

import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.List;

/** Times the window as a person feels it; made by the room that has the window, run by the command line. */
public interface WindowBenchmark {
    /**
     * A measured duration.
     *
     * @param name key of its text
     * @param buildings in the project that was open
     * @param ms what it took, or the median of what it took [ms]
     * @param worstMs the longest [ms]
     * @param boundMs what it may take [ms]
     * @param right whether what came out was right
     */
    record Figure(String name, int buildings, double ms, double worstMs, double boundMs, boolean right) {
        public boolean within() {
            return worstMs <= boundMs;
        }
    }

    /** Takes the figures as they come. */
    @FunctionalInterface
    interface Sink {
        void accept(Figure figure);
    }

    /** @param sizes numbers of buildings of the made-up projects */
    void run(List<Integer> sizes, Sink sink, Progress progress) throws Failure;

    /** Opens a project in the window and returns as soon as its map can be used: for a process whose start is timed. */
    void open(Path project) throws Failure;
}
