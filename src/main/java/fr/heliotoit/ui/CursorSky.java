package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.RoofHorizon;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.Latest;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The horizon of the place under the cursor, or of the middle of the map while the cursor is elsewhere; worked out in the background. */
final class CursorSky extends VBox {
    private final Label words = new Label(t("sun.sky"));
    private final VBox drawn = new VBox();
    private final Latest<Answer> looking = new Latest<>("sky", false, this::show);
    private @Nullable ProjectFile file;

    private record Answer(@Nullable ProjectFile file, Optional<RoofHorizon> horizon, String problem) {}

    CursorSky() {
        setId("sun-sky");
        getStyleClass().add("sky-plate");
        words.setWrapText(true);
        words.getStyleClass().addAll("text-muted", "layer-note");
        getChildren().addAll(words, drawn);
    }

    /** @param project null for none */
    void open(@Nullable ProjectFile project) {
        file = project;
        drawn.getChildren().clear();
    }

    /** @param place in the project's system */
    void look(Coordinate place) {
        ProjectFile from = file;
        if (from != null && isVisible()) {
            looking.submit(() -> answer(from, place));
        }
    }

    private static Answer answer(ProjectFile from, Coordinate place) {
        try {
            return new Answer(from, RoofHorizon.at(from, place), "");
        } catch (Failure e) {
            return new Answer(from, Optional.empty(), e.getMessage());
        }
    }

    private void show(Answer answer) {
        if (answer.file() != file) {
            return;
        }
        words.setText(
                !answer.problem().isEmpty()
                        ? answer.problem()
                        : t(answer.horizon().isPresent() ? "sun.sky" : "sun.sky.none"));
        drawn.getChildren()
                .setAll(answer.horizon().map(HorizonDiagram::new).stream().toList());
    }
}
