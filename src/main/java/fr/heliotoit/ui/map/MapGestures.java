package fr.heliotoit.ui.map;

import fr.heliotoit.ui.map.ShapeDrawing.Tool;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.locationtech.jts.geom.Coordinate;

/**
 * Mouse and keyboard on the map: wheel zooms at the cursor, drag pans, double click zooms; arrows pan (Ctrl: finer), + − PgUp PgDn
 * zoom, Home shows all, Esc clears the selection. Shift and drag, or the box tool, draws a box; clicks of the polygon tool are corners, a
 * double click or Enter closes it, Backspace takes the last one back.
 */
final class MapGestures {
    /** A press that moves less is a click [pixels]. */
    private static final double CLICK_SLOP = 4;

    private static final double STEP = 1.5;
    private static final double COARSE_PAN = 0.2;
    private static final double FINE_PAN = 0.03;

    private final MapView map;
    private final MapListener listener;
    private final NearMenu near;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;
    private boolean menuPress;

    MapGestures(MapView map, MapListener listener) {
        this.map = map;
        this.listener = listener;
        this.near = new NearMenu(map);
    }

    void install() {
        map.setOnMousePressed(this::pressed);
        map.setOnMouseDragged(this::dragged);
        map.setOnMouseReleased(this::released);
        map.setOnMouseClicked(this::clicked);
        map.setOnMouseMoved(this::moved);
        map.setOnMouseExited(event -> {
            map.tip().hide();
            listener.pointing(Double.NaN, Double.NaN);
        });
        map.setOnContextMenuRequested(event -> {
            // Some platforms ask for a menu at every press.
            if (event.isKeyboardTrigger() || menuPress) {
                near.show(event, place(event.getX(), event.getY()));
            }
        });
        map.setOnScroll(this::scrolled);
        map.setOnZoom(this::pinched);
        map.setOnKeyPressed(this::keyPressed);
        map.setOnKeyTyped(this::keyTyped);
    }

    private void pressed(MouseEvent event) {
        map.requestFocus();
        map.tip().hide();
        menuPress = event.getButton() == MouseButton.SECONDARY || event.isControlDown();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        dragged = false;
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY) {
            return;
        }
        boolean before = dragged;
        dragged |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK_SLOP;
        ShapeDrawing drawing = map.drawing();
        if (dragged && !before && boxes(event)) {
            drawing.beginBox(place(pressX, pressY));
        }
        if (drawing.boxing()) {
            drawing.moved(place(event.getX(), event.getY()), map.navigation().viewport());
        } else if (dragged) {
            map.navigation().pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private boolean boxes(MouseEvent event) {
        Tool tool = map.drawing().toolProperty().get();
        return event.getButton() == MouseButton.PRIMARY
                && (tool == Tool.BOX || tool == Tool.MOVE && event.isShiftDown());
    }

    private void released(MouseEvent event) {
        if (map.drawing().boxing()) {
            map.drawing().endBox(place(event.getX(), event.getY()));
        }
    }

    private Coordinate place(double pixelX, double pixelY) {
        return new Coordinate(
                map.navigation().viewport().worldX(pixelX),
                map.navigation().viewport().worldY(pixelY));
    }

    private void clicked(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (map.drawing().toolProperty().get() == Tool.POLYGON) {
            map.drawing()
                    .addCorner(
                            place(event.getX(), event.getY()), map.navigation().viewport());
            if (event.getClickCount() > 1) {
                map.drawing().endPolygon();
            }
            return;
        }
        if (event.getClickCount() == 2) {
            map.navigation().zoom(2, event.getX(), event.getY());
        } else if (event.getClickCount() == 1) {
            listener.clicked(map.buildingAt(event.getX(), event.getY()), event.isShiftDown() || event.isShortcutDown());
        }
    }

    private void moved(MouseEvent event) {
        map.tip().moved(event.getX(), event.getY());
        map.drawing().moved(place(event.getX(), event.getY()), map.navigation().viewport());
        listener.pointing(
                map.navigation().viewport().worldX(event.getX()),
                map.navigation().viewport().worldY(event.getY()));
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            map.navigation().zoom(Math.pow(1.005, event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        map.navigation().zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode().isLetterKey()) {
            return;
        }
        double share = event.isShortcutDown() ? FINE_PAN : COARSE_PAN;
        double dx = map.getWidth() * share;
        double dy = map.getHeight() * share;
        MapNavigation navigation = map.navigation();
        switch (event.getCode()) {
            case LEFT -> navigation.pan(dx, 0);
            case RIGHT -> navigation.pan(-dx, 0);
            case UP -> navigation.pan(0, dy);
            case DOWN -> navigation.pan(0, -dy);
            case PAGE_UP -> navigation.zoom(STEP);
            case PAGE_DOWN -> navigation.zoom(1 / STEP);
            case HOME -> navigation.home();
            case ESCAPE -> escape();
            case ENTER -> {
                if (!map.drawing().drawing()) {
                    return;
                }
                map.drawing().endPolygon();
            }
            case BACK_SPACE -> map.drawing().removeCorner(navigation.viewport());
            case R -> map.drawing().toolProperty().set(Tool.BOX);
            case P -> map.drawing().toolProperty().set(Tool.POLYGON);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** First what is being drawn, then the tool, then the selection. */
    private void escape() {
        ShapeDrawing drawing = map.drawing();
        if (!drawing.abandon() && drawing.toolProperty().get() == Tool.MOVE) {
            listener.cleared();
        }
        drawing.toolProperty().set(Tool.MOVE);
    }

    /** By character, not by key: + and − sit elsewhere on an AZERTY keyboard. */
    private void keyTyped(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+", "=" -> map.navigation().zoom(STEP);
            case "-" -> map.navigation().zoom(1 / STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
