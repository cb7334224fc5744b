package fr.heliotoit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Independent steps of CPU work on all processors; the order in which they run does not matter to the result. */
public final class Parallel {
    /**
     * One step.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Step<E extends Exception> {
        void run(int index) throws E;
    }

    private Parallel() {}

    /**
     * Runs the steps 0 … count − 1 and returns when all are done. After a failure or a cancellation no further step starts; the first
     * exception is thrown when the running ones have ended.
     *
     * @param stage message key for the progress
     * @throws CancellationException when the user asked to stop
     */
    public static <E extends Exception> void each(int count, String stage, Progress progress, Step<E> step) throws E {
        each(Runtime.getRuntime().availableProcessors(), count, stage, progress, step);
    }

    /**
     * {@link #each(int, String, Progress, Step)} with a given number of threads.
     *
     * @param most how many steps may run at once, at least 1
     */
    public static <E extends Exception> void each(int most, int count, String stage, Progress progress, Step<E> step)
            throws E {
        int threads = Math.min(most, count);
        if (threads == 0) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("heliotoit-work-", 0).factory())) {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(() -> {
                    try {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            progress.check();
                            step.run(i);
                            progress.at(stage, done.incrementAndGet(), count);
                        }
                    } catch (Throwable stop) {
                        next.set(count);
                        throw stop;
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                Parallel.<E>join(worker);
            }
        }
    }

    /** The step's exceptions are of type E by its signature, so the cast that the compiler cannot see is safe. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void join(Future<?> worker) throws E {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (E) e.getCause();
        }
    }
}
