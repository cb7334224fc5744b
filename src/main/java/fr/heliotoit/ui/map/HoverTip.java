package fr.heliotoit.ui.map;

import fr.heliotoit.cadastre.BuildingRecord;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** The few words beside the cursor when it rests on a building. */
final class HoverTip {
    private static final Duration DELAY = Duration.millis(300);

    private final MapView map;
    private final Function<BuildingRecord, String> text;
    private final Label label = new Label();
    private final PauseTransition rest = new PauseTransition(DELAY);
    private double x;
    private double y;

    HoverTip(MapView map, Function<BuildingRecord, String> text) {
        this.map = map;
        this.text = text;
        label.getStyleClass().add("map-tip");
        label.setMouseTransparent(true);
        label.setManaged(false);
        label.setVisible(false);
        rest.setOnFinished(event -> show());
    }

    Node node() {
        return label;
    }

    /** The cursor is here now. */
    void moved(double pixelX, double pixelY) {
        x = pixelX;
        y = pixelY;
        label.setVisible(false);
        rest.playFromStart();
    }

    void hide() {
        rest.stop();
        label.setVisible(false);
    }

    private void show() {
        Optional<BuildingRecord> building = map.buildingAt(x, y);
        label.setVisible(building.isPresent());
        if (building.isPresent()) {
            label.setText(text.apply(building.get()));
            label.applyCss();
            label.autosize();
            label.relocate(
                    Math.max(4, Math.min(x + 14, map.getWidth() - label.getWidth() - 4)),
                    y + 18 + label.getHeight() > map.getHeight() ? y - 8 - label.getHeight() : y + 18);
        }
    }
}
