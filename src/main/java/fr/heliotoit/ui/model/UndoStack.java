package fr.heliotoit.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What was done in the window and can be taken back: selections, notes, statuses. Imports are undone from the history instead, where they
 * stay for ever. On the FX thread.
 */
public final class UndoStack {
    private static final int KEPT = 200;

    private record Step(String name, Runnable undo, Runnable redo) {}

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private boolean busy;

    /**
     * Something was just done. Ignored while a step is taken back, so that whoever listens to the model need not know about it.
     *
     * @param name in words, for the menu
     */
    public void done(String name, Runnable undo, Runnable redo) {
        if (busy) {
            return;
        }
        past.push(new Step(name, undo, redo));
        if (past.size() > KEPT) {
            past.removeLast();
        }
        future.clear();
        name();
    }

    /** Takes the last step back; nothing when there is none. */
    public void undo() {
        Step step = past.poll();
        if (step != null) {
            future.push(step);
            run(step.undo());
        }
    }

    /** Does again what was taken back last; nothing when there is none. */
    public void redo() {
        Step step = future.poll();
        if (step != null) {
            past.push(step);
            run(step.redo());
        }
    }

    /** Forgets everything: another project, or another state of it. */
    public void clear() {
        past.clear();
        future.clear();
        name();
    }

    /** What {@link #undo} takes back; empty when nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What {@link #redo} does again; empty when nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    private void run(Runnable action) {
        busy = true;
        try {
            action.run();
        } finally {
            busy = false;
        }
        name();
    }

    private void name() {
        undoName.set(past.isEmpty() ? "" : past.peek().name());
        redoName.set(future.isEmpty() ? "" : future.peek().name());
    }
}
