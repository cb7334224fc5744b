package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;

/** Lets the words of a label be marked with the mouse and copied: drag, double click for a word, triple click for all; Ctrl+C. */
final class SelectableText {
    private final Label label;
    private int anchor = -1;

    private SelectableText(Label label) {
        this.label = label;
    }

    static void install(Label label) {
        SelectableText selection = new SelectableText(label);
        label.setCursor(Cursor.TEXT);
        label.getStyleClass().add("selectable");
        label.addEventHandler(MouseEvent.MOUSE_PRESSED, selection::pressed);
        label.addEventHandler(MouseEvent.MOUSE_DRAGGED, selection::dragged);
        label.addEventHandler(KeyEvent.KEY_PRESSED, selection::key);
        label.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                selection.mark(-1, -1);
            }
        });
        MenuItem copy = new MenuItem(t("copy"));
        copy.setOnAction(event -> selection.copy());
        label.setContextMenu(new ContextMenu(copy));
    }

    private Text words() {
        return (Text) label.lookup(".text");
    }

    private int at(MouseEvent event) {
        Text words = words();
        Point2D point = words.sceneToLocal(event.getSceneX(), event.getSceneY());
        HitInfo hit = words.hitTest(point);
        return Math.clamp(hit.getInsertionIndex(), 0, words.getText().length());
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || words() == null) {
            return;
        }
        label.requestFocus();
        int index = at(event);
        String all = words().getText();
        if (event.getClickCount() == 1) {
            anchor = index;
            mark(-1, -1);
        } else if (event.getClickCount() == 2) {
            int from = Math.min(index, all.length());
            int to = from;
            while (from > 0 && !Character.isWhitespace(all.charAt(from - 1))) {
                from--;
            }
            while (to < all.length() && !Character.isWhitespace(all.charAt(to))) {
                to++;
            }
            mark(from, to);
        } else {
            mark(0, all.length());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (anchor >= 0 && words() != null) {
            int index = at(event);
            mark(Math.min(anchor, index), Math.max(anchor, index));
            event.consume();
        }
    }

    private void mark(int from, int to) {
        Text words = words();
        if (words != null) {
            words.setSelectionStart(from);
            words.setSelectionEnd(from == to ? -1 : to);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    /** What is marked, or all of it. */
    private void copy() {
        Text words = words();
        String all = words.getText();
        int from = words.getSelectionStart();
        int to = words.getSelectionEnd();
        ClipboardContent content = new ClipboardContent();
        content.putString(from >= 0 && to > from ? all.substring(from, Math.min(to, all.length())) : label.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
