package fr.heliotoit.ui.model;

import fr.heliotoit.task.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Long work that the status bar shows and that the user can stop. */
public final class Job implements Progress {
    private final String title;
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final AtomicBoolean updateWaits = new AtomicBoolean();
    private final Pace pace = new Pace();
    private final ReadOnlyStringWrapper pacing = new ReadOnlyStringWrapper(this, "pace", "");
    private volatile boolean cancelled;
    private volatile Step latest = new Step("", 0, 0);

    private record Step(String stage, long done, long total) {}

    Job(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Message key of the running stage; empty before the first. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** 0–1, or −1 when it is not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** How much of the stage is done, how quickly, and how long the rest will take, in words; empty when that is not known. */
    public ReadOnlyStringProperty paceProperty() {
        return pacing.getReadOnlyProperty();
    }

    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** May be called thousands of times a second: at most one update waits on the FX thread. */
    @Override
    public void at(String stageKey, long done, long total) {
        latest = new Step(stageKey, done, total);
        if (updateWaits.compareAndSet(false, true)) {
            Platform.runLater(this::publish);
        }
    }

    private void publish() {
        updateWaits.set(false);
        Step step = latest;
        stage.set(step.stage());
        pacing.set(pace.words(step.stage(), step.done(), step.total(), System.nanoTime()));
        fraction.set(step.total() > 0 ? Math.min(1, step.done() / (double) step.total()) : -1);
    }
}
