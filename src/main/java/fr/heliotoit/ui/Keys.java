package fr.heliotoit.ui;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys that JavaFX keeps for itself where a person wants to go on. */
final class Keys {
    private Keys() {}

    /** Tab goes on to the next field; a tabulator has no use in our texts, and would keep the keyboard in the field for ever. */
    static void tabGoesOn(TextArea text) {
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
    }
}
