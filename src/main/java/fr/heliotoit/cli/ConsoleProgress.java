package fr.heliotoit.cli;

import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Progress on a terminal's error stream, one line that rewrites itself; silent when the output is a file. The first Ctrl+C asks the work
 * to stop, so that nothing is left half-written and the exit code is 3; a second one ends the program.
 */
final class ConsoleProgress implements Progress {
    private static final long EVERY_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean terminal;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private long last;
    private String stage = "";

    ConsoleProgress(PrintWriter err) {
        this.err = err;
        this.terminal = System.console() != null && System.console().isTerminal();
        try {
            Signal.handle(new Signal("INT"), signal -> {
                if (cancelled.getAndSet(true)) {
                    Runtime.getRuntime().halt(ExitCode.CANCELLED);
                }
            });
        } catch (IllegalArgumentException taken) {
            // Whoever started the JVM keeps the signal to itself (-Xrs, nohup): the work can then not be cancelled from
            // here.
            assert taken != null;
        }
    }

    @Override
    public synchronized void at(String stageKey, long done, long total) {
        long now = System.nanoTime();
        boolean newStage = !stageKey.equals(stage);
        if (!terminal || (!newStage && done < total && now - last < EVERY_NANOS)) {
            return;
        }
        last = now;
        stage = stageKey;
        String text =
                Texts.current().text(stageKey) + (total > 0 ? " " + Formats.percent((double) done / total, 0) : "");
        // Carriage return and "erase to end of line", so that a shorter text leaves nothing of a longer one.
        err.print("\r\u001B[K" + text);
        err.flush();
    }

    /** Clears the line, so that what is printed next stands alone. */
    synchronized void done() {
        if (terminal && !stage.isEmpty()) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }
}
