package fr.heliotoit.ui;

import fr.heliotoit.app.Installation;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.LoadedProject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the first window shows, read while JavaFX starts and the window is built: each takes about as long as the other. */
final class Preparation {
    private static final int POLL_MS = 20;

    private final FutureTask<Conventions> conventions = begin("conventions", Installation::conventions);
    private final @Nullable Path file;
    private final @Nullable FutureTask<Opened> project;

    /** A project that is open, and what is shown of it. */
    record Opened(ProjectSession session, LoadedProject loaded) {}

    /** @param file the project to open; null for none */
    Preparation(@Nullable Path file) {
        this.file = file;
        this.project = file == null ? null : begin("project", () -> open(file));
    }

    Conventions conventions() throws Failure {
        return take(conventions, Progress.NONE);
    }

    /** The project to open; null for none. */
    @Nullable
    Path file() {
        return file;
    }

    /** Waits for the project for a moment, so that a small one is there with the first picture of the window. */
    void wait(int milliseconds) {
        FutureTask<Opened> reading = project;
        if (reading != null) {
            try {
                reading.get(milliseconds, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // The window shows itself without it; what is wrong is told by who takes it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean ready() {
        return project != null && project.isDone();
    }

    /** @throws Failure when the project cannot be read */
    Opened project(Progress progress) throws Failure {
        if (project == null) {
            throw new IllegalStateException("no project was asked for");
        }
        try {
            return take(project, progress);
        } catch (CancellationException stopped) {
            // Whoever is still reading it lets go of it.
            begin("close", () -> {
                take(project, Progress.NONE).session().close();
                return true;
            });
            throw stopped;
        }
    }

    private static Opened open(Path file) throws Failure {
        ProjectSession session = ProjectSession.open(file);
        try {
            return new Opened(session, session.load(Progress.NONE));
        } catch (Failure | RuntimeException unreadable) {
            session.close();
            throw unreadable;
        }
    }

    private static <T> FutureTask<T> begin(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private static <T> T take(FutureTask<T> task, Progress progress) throws Failure {
        while (true) {
            try {
                return task.get(POLL_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.check();
            } catch (ExecutionException e) {
                switch (Objects.requireNonNull(e.getCause())) {
                    case Failure failure -> throw failure;
                    case RuntimeException defect -> throw defect;
                    case Error defect -> throw defect;
                    default -> throw new IllegalStateException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
