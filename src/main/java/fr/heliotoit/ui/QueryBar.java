package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.FilterTerm;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.UserSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The filter: its conditions as chips, the same as an expression for those who want it, ready-made and saved filters, and always how many
 * buildings are left.
 */
final class QueryBar extends VBox {
    private static final String SHOWN = "query.expression.shown";

    /** What people ask for first; the editor knows the others. */
    private static final List<Attribute> USUAL = List.of(
            Attribute.CLASSE,
            Attribute.SURFACE,
            Attribute.PUISSANCE,
            Attribute.USAGE,
            Attribute.PUBLIC,
            Attribute.INCLINAISON,
            Attribute.ORIENTATION,
            Attribute.PROTECTION,
            Attribute.OBLIGATION,
            Attribute.EQUIPEMENT,
            Attribute.MILLESIME);

    private final ProjectModel model;
    private final Conventions conventions;
    private final SavedFilters saved;
    private final FlowPane chips = new FlowPane(6, 4);
    private final HBox writing = new HBox();
    private final TextField expression = new TextField();
    private final Label count = new Label();
    private final Label error = new Label();
    private final Button clear = new Button(t("query.clear"));
    private final ToggleButton write = new ToggleButton(t("query.write"));

    QueryBar(ProjectModel model, Conventions conventions, UserSettings settings) {
        this.model = model;
        this.conventions = conventions;
        this.saved = new SavedFilters(settings, this);
        getStyleClass().add("query-bar");
        expression.setId("query");
        expression.setPromptText(t("query.prompt"));
        expression.setAccessibleText(t("query.accessible"));
        expression.setOnAction(event -> model.filter(expression.getText()));
        HBox.setHgrow(expression, Priority.ALWAYS);
        Button apply = new Button(t("query.apply"));
        apply.setOnAction(event -> model.filter(expression.getText()));
        writing.getChildren().addAll(attributes(), expression, apply);
        writing.getStyleClass().add("bar-row");
        writing.setVisible(settings.get(SHOWN).isPresent());
        writing.managedProperty().bind(writing.visibleProperty());
        write.setId("query-write");
        write.setSelected(writing.isVisible());
        write.setTooltip(new Tooltip(t("query.write.tip")));
        write.selectedProperty().addListener((o, before, now) -> {
            writing.setVisible(now);
            settings.put(SHOWN, now ? "true" : null);
            if (now) {
                expression.requestFocus();
            }
        });
        clear.setId("query-clear");
        clear.setOnAction(event -> filter(""));
        count.setId("query-count");
        error.setId("query-error");
        error.getStyleClass().add("error-text");
        error.setWrapText(true);
        error.managedProperty().bind(error.visibleProperty());
        error.setVisible(false);
        chips.setId("query-chips");
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setAccessibleText(t("query.chips"));
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox row = new HBox(adding(), saved.menu(), chips, clear, write, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar-row");
        row.getChildren().forEach(node -> {
            if (node instanceof Region region && node != chips) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        });
        getChildren().addAll(row, writing, error);
        model.filteredProperty().addListener((o, before, now) -> show(now));
        model.projectProperty().addListener((o, before, now) -> {
            if (now == null || before == null || !now.file().equals(before.file())) {
                expression.clear();
            }
        });
        show(model.filtered());
    }

    /** Filters by an expression, which is shown. */
    void filter(String ecql) {
        expression.setText(ecql);
        model.filter(ecql);
    }

    /** Of the filter that is on; empty for none. */
    String expression() {
        return model.filtered().expression();
    }

    /** Adds a condition to the filter. */
    void add(FilterTerm term) {
        List<FilterTerm> terms =
                new ArrayList<>(FilterTerm.split(model.filtered().expression()));
        if (!terms.contains(term)) {
            terms.add(term);
        }
        filter(FilterTerm.join(terms));
    }

    /** Puts the keyboard into the expression. */
    void focusExpression() {
        write.setSelected(true);
        expression.requestFocus();
    }

    private void remove(FilterTerm term) {
        List<FilterTerm> terms =
                new ArrayList<>(FilterTerm.split(model.filtered().expression()));
        terms.remove(term);
        filter(FilterTerm.join(terms));
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
        if (message == null && !expression.getText().strip().equals(filtered.expression())) {
            expression.setText(filtered.expression());
        }
        chips.getChildren()
                .setAll(FilterTerm.split(filtered.expression()).stream()
                        .map(this::chip)
                        .toList());
        if (!filtered.active()) {
            Label none = new Label(t("query.none"));
            none.getStyleClass().add("text-muted");
            chips.getChildren().add(none);
        }
    }

    /** One button a condition: a click, or Delete, takes it away. */
    private Button chip(FilterTerm term) {
        String words = term.words();
        Button chip = new Button(words.length() > 60 ? words.substring(0, 59) + "…  ×" : words + "  ×");
        chip.getStyleClass().addAll("chip", "small");
        chip.setMnemonicParsing(false);
        chip.setAccessibleText(t("chip.remove", words));
        chip.setTooltip(new Tooltip(t("chip.remove", words)));
        chip.setOnAction(event -> remove(term));
        chip.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                remove(term);
                event.consume();
            }
        });
        return chip;
    }

    private MenuButton adding() {
        MenuButton button = new MenuButton(t("query.add"));
        button.setId("query-add");
        for (Attribute attribute : USUAL) {
            MenuItem item = new MenuItem(AttributeWords.label(attribute) + "…");
            item.setId("query-add-" + attribute.name().toLowerCase(Locale.ROOT));
            item.setOnAction(event -> ask(attribute));
            button.getItems().add(item);
        }
        MenuItem other = new MenuItem(t("query.add.other"));
        other.setOnAction(event -> ask(Attribute.PRODUCTION));
        button.getItems().addAll(new SeparatorMenuItem(), other);
        return button;
    }

    private void ask(Attribute attribute) {
        model.project()
                .map(LoadedProject::records)
                .ifPresent(records ->
                        new ChipEditor(getScene().getWindow(), records, conventions).ask(attribute, this::add));
    }

    private MenuButton attributes() {
        MenuButton button = new MenuButton(t("query.attributes"));
        button.setMinWidth(USE_PREF_SIZE);
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
