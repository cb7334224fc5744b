package fr.heliotoit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes things on a thread of its own while another one takes them, in the order in which they are made: one step of a pipeline. At most
 * some hundreds lie between the two. What making throws, taking throws. To be closed by the thread that takes, which ends the making.
 *
 * @param <T> what is made
 * @param <E> what making may throw
 */
public final class Ahead<T, E extends Exception> implements AutoCloseable {
    /** One after the other would cost more in waiting for each other than it gives. */
    private static final int BATCH = 64;

    private static final int BATCHES = 4;
    private static final long LOOK_MILLIS = 20;

    /** Where things come from. */
    @FunctionalInterface
    public interface Maker<T, E extends Exception> {
        /** The next one; null at the end. Called from one thread. */
        @Nullable
        T next() throws E;
    }

    /** Things in their order; with what was thrown after them, or with the end. */
    private record Batch<T>(List<T> things, @Nullable Throwable thrown, boolean last) {}

    private final Maker<T, E> maker;
    private final Class<E> failure;
    private final BlockingQueue<Batch<T>> made = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Batch<T> current;
    private int taken;

    /** @param failure class of what making may throw */
    public Ahead(Maker<T, E> maker, Class<E> failure) {
        this.maker = maker;
        this.failure = failure;
        this.thread = Thread.ofPlatform().daemon().name("heliotoit-ahead").start(this::make);
    }

    private void make() {
        boolean last = false;
        while (!last && !closed) {
            List<T> things = new ArrayList<>(BATCH);
            Throwable thrown = null;
            try {
                while (things.size() < BATCH && !last) {
                    T thing = maker.next();
                    if (thing == null) {
                        last = true;
                    } else {
                        things.add(thing);
                    }
                }
            } catch (Throwable e) {
                // Errors too: an overflowing stack is to be told by who takes, not lost with this thread.
                thrown = e;
                last = true;
            }
            put(new Batch<>(things, thrown, last));
        }
    }

    private void put(Batch<T> batch) {
        try {
            while (!closed && !made.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // Nobody else knows this thread.
        }
    }

    /**
     * The next thing; null at the end.
     *
     * @throws E what making has thrown
     * @throws CancellationException when this thread is interrupted
     */
    public @Nullable T next() throws E {
        while (true) {
            Batch<T> batch = current;
            if (batch != null && taken < batch.things.size()) {
                return batch.things.get(taken++);
            }
            if (batch != null && batch.last) {
                rethrow(batch.thrown);
                return null;
            }
            try {
                current = made.take();
                taken = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private void rethrow(@Nullable Throwable thrown) throws E {
        if (failure.isInstance(thrown)) {
            throw failure.cast(thrown);
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Ends the making, when it is not at its end: after that nothing of the maker runs any more. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
