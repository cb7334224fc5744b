package fr.heliotoit.ui;

import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.UsageLog;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Counts a building as consulted when its card has been looked at for a moment: rows that one only passes by are none. */
final class Consultations {
    private static final Duration LOOK = Duration.seconds(2);

    private final ProjectModel model;
    private final PauseTransition look = new PauseTransition(LOOK);
    private @Nullable String counted;

    /** @param seen whether the card is shown at all */
    Consultations(ProjectModel model, UsageLog usage, BooleanSupplier seen) {
        this.model = model;
        model.selectionProperty().addListener((o, before, now) -> {
            if (now.focus() == null) {
                look.stop();
            } else if (!now.focus().equals(before.focus())) {
                look.playFromStart();
            }
        });
        model.projectProperty().addListener((o, before, now) -> {
            if (before == null || now == null || !before.file().equals(now.file())) {
                look.stop();
                counted = null;
            }
        });
        look.setOnFinished(event -> {
            String focus = this.model.selection().focus();
            // The same one once more, with none between, is the same consultation.
            if (focus != null && !focus.equals(counted) && seen.getAsBoolean()) {
                counted = focus;
                usage.count(UsageLog.Kind.BUILDING);
            }
        });
    }
}
