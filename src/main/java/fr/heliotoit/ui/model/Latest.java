package fr.heliotoit.ui.model;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background where only the newest request counts: one runs, one waits, a newer one takes the place of the waiting one.
 * Results come back on the FX thread. The running one is not stopped, so that a stream of requests (panning) still shows something.
 *
 * @param <R> result
 */
public final class Latest<R> {
    private final String name;
    private final Consumer<R> deliver;
    private final boolean dropStale;
    private @Nullable Callable<R> waiting;
    private boolean running;

    /**
     * @param dropStale whether a result is thrown away when a newer request waits already
     * @param deliver called on the FX thread
     */
    public Latest(String name, boolean dropStale, Consumer<R> deliver) {
        this.name = name;
        this.dropStale = dropStale;
        this.deliver = deliver;
    }

    public synchronized void submit(Callable<R> work) {
        waiting = work;
        if (!running) {
            running = true;
            // A platform thread: work here is bound by the processor and must not hold up the jobs' virtual threads.
            Thread.ofPlatform().name(name).daemon().start(this::drain);
        }
    }

    /** Whether a newer request waits: the running one may give up early. */
    public synchronized boolean superseded() {
        return waiting != null;
    }

    private void drain() {
        Callable<R> work = next();
        while (work != null) {
            run(work);
            work = next();
        }
    }

    private synchronized @Nullable Callable<R> next() {
        Callable<R> work = waiting;
        waiting = null;
        running = work != null;
        return work;
    }

    private void run(Callable<R> work) {
        try {
            R result = work.call();
            if (!dropStale || !superseded()) {
                Platform.runLater(() -> deliver.accept(result));
            }
        } catch (Exception e) {
            Thread thread = Thread.currentThread();
            Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
            handler.uncaughtException(thread, e);
        }
    }
}
