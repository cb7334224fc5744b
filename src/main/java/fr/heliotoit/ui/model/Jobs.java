package fr.heliotoit.ui.model;

import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("notes").factory());
    private final ObservableList<Job> waiting = FXCollections.observableArrayList();
    /** Kept: its listeners go with it. */
    private final ObservableList<Job> seen = FXCollections.unmodifiableObservableList(waiting);

    private final ReadOnlyObjectWrapper<@Nullable Job> running = new ReadOnlyObjectWrapper<>();
    private final Listener listener;

    public Jobs(Listener listener) {
        this.listener = listener;
    }

    /** The job at work; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Those that wait their turn, in their order; changes on the FX thread. */
    public ObservableList<Job> waiting() {
        return seen;
    }

    /** Takes one out of the queue before its turn. On the FX thread. */
    public void remove(Job job) {
        if (waiting.remove(job)) {
            job.cancel();
        }
    }

    /**
     * Queues work. On the FX thread.
     *
     * @param title what the status bar says
     * @param done called on the FX thread with the result
     */
    public <R> Job submit(String title, Work<R> work, Consumer<R> done) {
        Job job = new Job(title);
        waiting.add(job);
        executor.submit(() -> run(job, work, done));
        return job;
    }

    /**
     * Does at once what must not wait for a long job: what a person has typed is safe before a computation ends.
     *
     * @param work short; the project file lets it in between the steps of others
     */
    public <R> void aside(String title, Work<R> work, Consumer<R> done) {
        Job job = new Job(title);
        writer.submit(() -> finish(job, work, done, () -> {}));
    }

    /** Calls on the FX thread once the jobs that run or wait now have told what they gave; never when the window ends before. */
    public void afterwards(Runnable then) {
        try {
            executor.submit(() -> Platform.runLater(then));
        } catch (RejectedExecutionException e) {
            // The window ends.
        }
    }

    /** Waits for what is written aside: before the project is closed. Not on the FX thread. */
    public void settle() {
        try {
            writer.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RejectedExecutionException e) {
            // Nothing is written aside any more.
        }
    }

    /** Asks the running job to stop, takes no more, and waits a moment for it. */
    public void close() {
        Job job = running.get();
        if (job != null) {
            job.cancel();
        }
        executor.shutdown();
        writer.shutdown();
        try {
            writer.awaitTermination(5, TimeUnit.SECONDS);
            executor.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <R> void run(Job job, Work<R> work, Consumer<R> done) {
        if (job.cancelled()) {
            // Taken out of the queue: nobody needs to hear of it again.
            return;
        }
        Platform.runLater(() -> {
            waiting.remove(job);
            running.set(job);
        });
        finish(job, work, done, () -> running.set(null));
    }

    /** @param ended before the result is told, on the FX thread */
    private <R> void finish(Job job, Work<R> work, Consumer<R> done, Runnable ended) {
        Runnable told;
        try {
            job.check();
            R result = work.run(job);
            told = () -> done.accept(result);
        } catch (CancellationException e) {
            told = () -> listener.cancelled(job);
        } catch (Failure failure) {
            told = () -> listener.failed(job, failure);
        } catch (Throwable defect) {
            // Whatever it is, the window lives on and says so.
            told = () -> listener.crashed(job, defect);
        }
        Runnable then = told;
        Platform.runLater(() -> {
            ended.run();
            then.run();
        });
    }
}
