package fr.heliotoit.ui.map;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.ui.map.ShapeDrawing.Tool;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/** The buttons on the map that say what a press does: move, box, polygon. */
final class MapTools extends VBox {
    /** Side of a button, and how far they are from the right edge and the top [px]. */
    static final double SIZE = 30;

    static final double RIGHT = 10;
    static final double TOP = 64;

    MapTools(ShapeDrawing drawing) {
        getStyleClass().add("map-tools");
        setManaged(false);
        ToggleGroup group = new ToggleGroup();
        for (Tool tool : Tool.values()) {
            String code = tool.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton();
            SVGPath icon = new SVGPath();
            icon.setContent(icon(tool));
            icon.getStyleClass().add("map-tool-icon");
            button.setGraphic(icon);
            button.setId("map-tool-" + code);
            button.setAccessibleText(t("map.tool." + code));
            button.setTooltip(new Tooltip(t("map.tool." + code)));
            button.setToggleGroup(group);
            button.setSelected(tool == Tool.MOVE);
            button.setMinSize(SIZE, SIZE);
            button.setMaxSize(SIZE, SIZE);
            button.setOnAction(event -> {
                // A press on the chosen one must not leave none.
                button.setSelected(true);
                drawing.toolProperty().set(tool);
            });
            drawing.toolProperty().addListener((o, before, now) -> button.setSelected(now == tool));
            getChildren().add(button);
        }
    }

    /** Lines in a square of 16. */
    private static String icon(Tool tool) {
        return switch (tool) {
            case MOVE ->
                "M8 1 L8 15 M1 8 L15 8 M8 1 L6 3 M8 1 L10 3 M8 15 L6 13 M8 15 L10 13 M1 8 L3 6 M1 8 L3 10 M15 8 L13 6"
                        + " M15 8 L13 10";
            case BOX -> "M2 3 L14 3 L14 13 L2 13 Z";
            case POLYGON -> "M3 5 L9 2 L14 7 L11 14 L4 12 Z";
        };
    }
}
