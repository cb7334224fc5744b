package fr.heliotoit.ui.map;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Mouse and keyboard on the map: wheel zooms at the cursor, drag pans, double click zooms; arrows pan (Ctrl: finer), + − PgUp PgDn
 * zoom, Home shows all, Esc clears the selection.
 */
final class MapGestures {
    /** A press that moves less is a click [pixels]. */
    private static final double CLICK_SLOP = 4;

    private static final double STEP = 1.5;
    private static final double COARSE_PAN = 0.2;
    private static final double FINE_PAN = 0.03;

    private final MapView map;
    private final MapListener listener;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    MapGestures(MapView map, MapListener listener) {
        this.map = map;
        this.listener = listener;
    }

    void install() {
        map.setOnMousePressed(this::pressed);
        map.setOnMouseDragged(this::dragged);
        map.setOnMouseClicked(this::clicked);
        map.setOnMouseMoved(this::moved);
        map.setOnMouseExited(event -> {
            map.tip().hide();
            listener.pointing(Double.NaN, Double.NaN);
        });
        map.setOnScroll(this::scrolled);
        map.setOnZoom(this::pinched);
        map.setOnKeyPressed(this::keyPressed);
        map.setOnKeyTyped(this::keyTyped);
    }

    private void pressed(MouseEvent event) {
        map.requestFocus();
        map.tip().hide();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        dragged = false;
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY) {
            return;
        }
        dragged |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK_SLOP;
        if (dragged) {
            map.navigation().pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void clicked(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
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
            case ESCAPE -> listener.cleared();
            default -> {
                return;
            }
        }
        event.consume();
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
