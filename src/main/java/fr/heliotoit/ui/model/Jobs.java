package fr.heliotoit.ui.model;

import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Long work, one after the other on a virtual thread: there is one writer on the project file. The window never waits for it.
 */
public final class Jobs {
    /** What a job does, off the FX thread. */
    @FunctionalInterface
    public interface Work<R> {
        R run(Progress progress) throws Failure;
    }

    /** How a job that gave no result ended; called on the FX thread. */
    public interface Listener {
        void failed(Job job, Failure failure);

        void cancelled(Job job);

        /** A defect of the program. */
        void crashed(Job job, Throwable defect);
    }

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("job").factory());
    private final ReadOnlyObjectWrapper<@Nullable Job> running = new ReadOnlyObjectWrapper<>();
    private final Listener listener;

    public Jobs(Listener listener) {
        this.listener = listener;
    }

    /** The job at work; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /**
     * Queues work.
     *
     * @param title what the status bar says
     * @param done called on the FX thread with the result
     */
    public <R> Job submit(String title, Work<R> work, Consumer<R> done) {
        Job job = new Job(title);
        executor.submit(() -> run(job, work, done));
        return job;
    }

    /** Asks the running job to stop, takes no more, and waits a moment for it. */
    public void close() {
        Job job = running.get();
        if (job != null) {
            job.cancel();
        }
        executor.shutdown();
        try {
            executor.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <R> void run(Job job, Work<R> work, Consumer<R> done) {
        Platform.runLater(() -> running.set(job));
        try {
            job.check();
            R result = work.run(job);
            finish(() -> done.accept(result));
        } catch (CancellationException e) {
            finish(() -> listener.cancelled(job));
        } catch (Failure failure) {
            finish(() -> listener.failed(job, failure));
        } catch (Throwable defect) {
            // Whatever it is, the window lives on and says so.
            finish(() -> listener.crashed(job, defect));
        }
    }

    private void finish(Runnable then) {
        Platform.runLater(() -> {
            running.set(null);
            then.run();
        });
    }
}
