package fr.heliotoit.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A reading on a thread and a connection of its own, beside another one. Closing waits for its end: then its connection may be closed. */
final class Aside<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    Aside(Reading<T> reading) {
        this.task = new FutureTask<>(reading::read);
        this.thread = Thread.ofPlatform().daemon().name("heliotoit-aside").start(task);
    }

    T take() throws SQLException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case SQLException failed -> throw failed;
                case RuntimeException defect -> throw defect;
                case Error defect -> throw defect;
                default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void close() {
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
