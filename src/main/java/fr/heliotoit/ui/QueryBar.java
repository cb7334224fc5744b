package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The filter: an expression, ready-made ones, the attributes to choose from, and always how many buildings are left. */
final class QueryBar extends VBox {
    private static final List<String> EXAMPLES = List.of("public", "large", "good", "publicGood", "nothing");

    private final ProjectModel model;
    private final TextField expression = new TextField();
    private final Label count = new Label();
    private final Label error = new Label();
    private final Button clear = new Button(t("query.clear"));

    QueryBar(ProjectModel model) {
        this.model = model;
        getStyleClass().add("query-bar");
        expression.setId("query");
        expression.setPromptText(t("query.prompt"));
        expression.setAccessibleText(t("query.accessible"));
        expression.setOnAction(event -> model.filter(expression.getText()));
        HBox.setHgrow(expression, Priority.ALWAYS);
        Button apply = new Button(t("query.apply"));
        apply.setOnAction(event -> model.filter(expression.getText()));
        clear.setId("query-clear");
        clear.setOnAction(event -> {
            expression.clear();
            model.filter("");
        });
        count.setId("query-count");
        count.setMinWidth(USE_PREF_SIZE);
        error.setId("query-error");
        error.getStyleClass().add("error-text");
        error.setWrapText(true);
        error.managedProperty().bind(error.visibleProperty());
        error.setVisible(false);
        HBox row = new HBox(examples(), attributes(), expression, apply, clear, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar-row");
        row.getChildren().forEach(node -> {
            if (node instanceof javafx.scene.layout.Region region && node != expression) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        });
        getChildren().addAll(row, error);
        model.filteredProperty().addListener((o, before, now) -> show(now));
        model.projectProperty().addListener((o, before, now) -> {
            if (now == null || before == null || !now.file().equals(before.file())) {
                expression.clear();
            }
        });
        show(model.filtered());
    }

    private void show(Filtered filtered) {
        int left = filtered.records().size();
        count.setText(t(
                Formats.plural(left) ? "query.count.many" : "query.count.one",
                Formats.number(left),
                Formats.number(filtered.total())));
        String message = filtered.error();
        error.setVisible(message != null);
        // The lines after the first draw the place with blanks, for the fixed width of a console.
        error.setText(message == null ? "" : message.lines().findFirst().orElse(""));
        clear.setDisable(!filtered.active() && message == null);
    }

    private MenuButton examples() {
        MenuButton button = new MenuButton(t("query.examples"));
        button.setId("query-examples");
        for (String name : EXAMPLES) {
            MenuItem item = new MenuItem(t("query.example." + name));
            item.setOnAction(event -> {
                expression.setText(Words.t("query.example." + name + ".ecql"));
                model.filter(expression.getText());
            });
            button.getItems().add(item);
        }
        return button;
    }

    private MenuButton attributes() {
        MenuButton button = new MenuButton(t("query.attributes"));
        for (Attribute attribute : Attribute.values()) {
            MenuItem item = new MenuItem(attribute.attributeName() + " — " + AttributeWords.heading(attribute));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                expression.insertText(expression.getCaretPosition(), attribute.attributeName() + " ");
                expression.requestFocus();
                expression.end();
            });
            button.getItems().add(item);
        }
        return button;
    }
}
