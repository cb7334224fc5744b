package fr.heliotoit.task;

import java.util.concurrent.CancellationException;

/**
 * How long work tells how far it is and learns that it must stop. Polled once per tile or per 1000 features.
 *
 * <p>Implementations are called from several threads at once.
 */
public interface Progress {
    /** Work that nobody watches and nobody stops. */
    Progress NONE = new Progress() {
        @Override
        public void at(String stage, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * @param stage message key of the running stage, for example {@code app.stage.horizon}
     * @param done units finished
     * @param total units in all; 0 when unknown
     */
    void at(String stage, long done, long total);

    /** Whether the user asked to stop. */
    boolean cancelled();

    /** @throws CancellationException when the user asked to stop; whoever started the work catches it */
    default void check() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
