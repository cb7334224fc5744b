package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A dialog of labelled fields with one verb and "Annuler". Does not block; says in the dialog what is wrong before it closes. */
final class Form {
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane grid = new GridPane();
    private final Label problem = new Label();
    private int row;

    Form(Window owner, String title) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setResizable(true);
        grid.getStyleClass().add("form");
        DialogFit.fit(dialog, grid);
        dialog.getDialogPane().setPrefWidth(560);
        problem.getStyleClass().add("error-text");
        problem.setId("form-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(500);
    }

    void add(String label, Region field) {
        Label words = new Label(label);
        words.setLabelFor(field);
        words.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(words, VPos.TOP);
        field.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        name(field, label);
        grid.addRow(row++, words, field);
    }

    /** What has no name of its own goes by the label: the control, and what is typed into inside of it. */
    private static void name(Region field, String label) {
        List<Node> nodes = new ArrayList<>(List.of(field));
        nodes.addAll(field.getChildrenUnmodifiable());
        if (field instanceof Spinner<?> spinner) {
            nodes.add(spinner.getEditor());
        }
        for (Node node : nodes) {
            boolean named = node.getAccessibleText() != null || node instanceof Labeled;
            if (!named && !label.isEmpty()) {
                node.setAccessibleText(label);
            }
        }
    }

    /** A line over the whole width. */
    void note(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMaxWidth(500);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("text-muted");
        grid.add(note, 0, row++, 2, 1);
    }

    /** A larger dialog. */
    void wide(double width) {
        dialog.getDialogPane().setPrefWidth(width);
    }

    void addWide(Region node) {
        GridPane.setHgrow(node, Priority.ALWAYS);
        grid.add(node, 0, row++, 2, 1);
    }

    /**
     * Shows the form.
     *
     * @param verb what the button does
     * @param check a sentence about what is wrong, or null
     * @param go called when the verb was chosen and nothing is wrong
     */
    void ask(String verb, Supplier<@Nullable String> check, Runnable go) {
        grid.add(problem, 0, row, 2, 1);
        ButtonType accept = new ButtonType(verb, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(accept, new ButtonType(t("cancel"), ButtonData.CANCEL_CLOSE));
        Button button = (Button) dialog.getDialogPane().lookupButton(accept);
        button.setId("form-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            String wrong = check.get();
            problem.setText(wrong == null ? "" : wrong);
            if (wrong != null) {
                event.consume();
            }
        });
        // What was wrong is perhaps wrong no longer: the button tells.
        grid.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            // Fields keep what is typed for themselves; Enter has just asked the button.
            if (!event.getCharacter().matches("[\r\n]")) {
                problem.setText("");
            }
        });
        grid.addEventHandler(ActionEvent.ACTION, event -> problem.setText(""));
        dialog.setOnHidden(event -> {
            if (dialog.getResult() == accept) {
                go.run();
            }
        });
        // The first field, not the button: whoever works by keyboard fills in from the top.
        dialog.setOnShown(event -> grid.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus));
        dialog.show();
    }
}
