package fr.heliotoit.ui;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Keeps a dialog on the screen with its buttons in view, whatever the size of the text: what is too high is scrolled. */
final class DialogFit {
    /** What stands around the content: the window's frame, the heading and the buttons, at the largest text [px]. */
    private static final double AROUND = 210;

    private DialogFit() {}

    /** Puts the content into the dialog. */
    static void fit(Dialog<?> dialog, Region content) {
        Fitting fitting = new Fitting(content, visible(dialog.getOwner()).getHeight() - AROUND);
        fitting.accessibleTextProperty().bind(dialog.titleProperty());
        dialog.getDialogPane().setContent(fitting);
        dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean kept = event.getTarget() instanceof ListView<?> || event.getTarget() instanceof TableView<?>;
            if (event.getCode() == KeyCode.ESCAPE && kept) {
                // Lists take Escape for the end of an editing that ours do not have.
                cancel(dialog);
                event.consume();
            }
        });
        dialog.showingProperty().addListener((o, before, showing) -> {
            if (showing) {
                ontoScreen(dialog);
            }
        });
    }

    private static void cancel(Dialog<?> dialog) {
        dialog.getDialogPane().getButtonTypes().stream()
                .map(dialog.getDialogPane()::lookupButton)
                .filter(node -> node instanceof Button button && button.isCancelButton())
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    /** In the middle of its owner a dialog may hang over the edge of the screen. */
    private static void ontoScreen(Dialog<?> dialog) {
        Rectangle2D screen = visible(dialog.getOwner());
        double x = Math.clamp(
                dialog.getX(), screen.getMinX(), Math.max(screen.getMinX(), screen.getMaxX() - dialog.getWidth()));
        double y = Math.clamp(
                dialog.getY(), screen.getMinY(), Math.max(screen.getMinY(), screen.getMaxY() - dialog.getHeight()));
        if (x != dialog.getX()) {
            dialog.setX(x);
        }
        if (y != dialog.getY()) {
            dialog.setY(y);
        }
    }

    private static Rectangle2D visible(Window owner) {
        return Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }

    /** As high as its content, up to a limit. */
    private static final class Fitting extends ScrollPane {
        private final Region content;
        private final double limit;

        Fitting(Region content, double limit) {
            super(content);
            this.content = content;
            this.limit = limit;
            setFitToWidth(true);
            getStyleClass().add("fitting");
            // A stop of the Tab key only where there is something to scroll.
            setFocusTraversable(false);
            viewportBoundsProperty()
                    .addListener((o, before, now) ->
                            setFocusTraversable(content.getLayoutBounds().getHeight() > now.getHeight() + 1));
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            Insets around = getInsets();
            double edge = around.getTop() + around.getBottom();
            double inner = width < 0 ? width : width - around.getLeft() - around.getRight();
            return Math.min(Math.ceil(content.prefHeight(inner)) + edge, limit);
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.min(computePrefHeight(width), limit);
        }

        @Override
        protected double computeMinWidth(double height) {
            return content.minWidth(-1) + getInsets().getLeft() + getInsets().getRight();
        }
    }
}
