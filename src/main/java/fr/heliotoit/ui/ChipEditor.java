package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.FilterTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Makes one condition of the filter without a word of query language: an attribute, then what it shall be. */
final class ChipEditor {
    /** More different texts than these are not chosen from a list but searched in. */
    private static final int MOST_CHOICES = 30;

    /** What a number shall be. */
    private enum Relation {
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        KNOWN,
        UNKNOWN
    }

    private final Window owner;
    private final List<BuildingRecord> records;
    private final Conventions conventions;
    private final ComboBox<Attribute> attribute = new ComboBox<>();
    private final VBox condition = new VBox(6);
    private final ComboBox<Relation> relation = new ComboBox<>();
    private final TextField first = new TextField();
    private final TextField second = new TextField();
    private final ComboBox<Integer> classes = new ComboBox<>();
    private final TextField words = new TextField();
    private final List<CheckBox> choices = new ArrayList<>();
    private final ToggleGroup flag = new ToggleGroup();

    /** @param records whose values can be chosen */
    ChipEditor(Window owner, List<BuildingRecord> records, Conventions conventions) {
        this.owner = owner;
        this.records = records;
        this.conventions = conventions;
        attribute.setId("chip-attribute");
        attribute.getItems().setAll(Attribute.values());
        attribute.setConverter(new ChoiceWords<>(AttributeWords::label));
        attribute.setVisibleRowCount(16);
        attribute.valueProperty().addListener((o, before, now) -> show(now));
        relation.setId("chip-relation");
        relation.getItems().setAll(Relation.values());
        relation.setConverter(
                new ChoiceWords<>(r -> t("chip.relation." + r.name().toLowerCase(Locale.ROOT))));
        relation.setAccessibleText(t("chip.relation"));
        first.setAccessibleText(t("chip.condition"));
        first.setId("chip-first");
        first.setPrefColumnCount(7);
        second.setAccessibleText(t("chip.and"));
        second.setId("chip-second");
        second.setPrefColumnCount(7);
        words.setAccessibleText(t("chip.condition"));
        words.setId("chip-words");
        words.setPromptText(t("chip.words.prompt"));
        classes.setAccessibleText(t("chip.condition"));
        classes.setId("chip-class");
        classes.getItems()
                .setAll(IntStream.rangeClosed(1, conventions.classes()).boxed().toList());
        classes.setConverter(new ChoiceWords<>(c -> c + " · " + CardContent.className(conventions, c)));
    }

    /**
     * Asks for a condition.
     *
     * @param given what is asked about first
     * @param then takes the condition
     */
    void ask(Attribute given, Consumer<FilterTerm> then) {
        attribute.setValue(given);
        Form form = new Form(owner, t("chip.title"));
        form.add(t("chip.attribute"), attribute);
        form.add(t("chip.condition"), condition);
        form.ask(t("chip.go"), this::problem, () -> then.accept(term()));
    }

    private Attribute chosen() {
        return Objects.requireNonNull(attribute.getValue());
    }

    private void show(@Nullable Attribute now) {
        condition.getChildren().clear();
        choices.clear();
        if (now == null) {
            return;
        }
        switch (now.type()) {
            case FLAG -> {
                for (boolean yes : new boolean[] {true, false}) {
                    RadioButton button = new RadioButton(t(yes ? "yes" : "no"));
                    button.setToggleGroup(flag);
                    button.setUserData(yes);
                    button.setId(yes ? "chip-yes" : "chip-no");
                    button.setSelected(yes);
                    condition.getChildren().add(button);
                }
            }
            case TEXT -> showTexts(now);
            default -> {
                Label unit = new Label(Formats.unit(now.unit()));
                Label and = new Label(t("chip.and"));
                boolean isClass = now == Attribute.CLASSE;
                Node value = isClass ? classes : first;
                relation.setValue(Relation.AT_LEAST);
                classes.setValue(conventions.classes() - 2);
                HBox row = new HBox(relation, value, and, second, unit);
                row.getStyleClass().add("bar-row");
                value.visibleProperty()
                        .bind(relation.valueProperty().map(r -> r != Relation.KNOWN && r != Relation.UNKNOWN));
                for (Node node : List.of(and, second)) {
                    node.visibleProperty().bind(relation.valueProperty().map(r -> r == Relation.BETWEEN));
                    node.managedProperty().bind(node.visibleProperty());
                }
                condition.getChildren().add(row);
            }
        }
    }

    private void showTexts(Attribute now) {
        TreeSet<String> texts = new TreeSet<>();
        boolean missing = false;
        for (BuildingRecord record : records) {
            Object value = now.valueOf(record);
            if (value == null) {
                missing = true;
            } else if (texts.size() <= MOST_CHOICES) {
                texts.add(value.toString());
            }
        }
        if (texts.isEmpty()) {
            condition.getChildren().add(new Label(t("chip.none")));
        } else if (texts.size() > MOST_CHOICES) {
            condition.getChildren().add(words);
        } else {
            VBox list = new VBox(4);
            for (String text : texts) {
                CheckBox box = new CheckBox(AttributeWords.plain(now, text));
                box.setUserData(text);
                box.setId("chip-choice-" + text);
                choices.add(box);
            }
            list.getChildren().addAll(choices);
            ScrollPane scroll = new ScrollPane(list);
            scroll.setFitToWidth(true);
            scroll.setMaxHeight(220);
            condition.getChildren().add(scroll);
        }
        if (missing && !texts.isEmpty()) {
            CheckBox box = new CheckBox(t("chip.missing"));
            box.setId("chip-missing");
            choices.add(box);
            condition.getChildren().add(box);
        }
    }

    private @Nullable String problem() {
        Attribute about = chosen();
        switch (about.type()) {
            case FLAG:
                return null;
            case TEXT:
                return choices.stream().noneMatch(CheckBox::isSelected)
                                && words.getText().isBlank()
                        ? t("chip.choose")
                        : null;
            default:
                Relation wanted = relation.getValue();
                if (wanted == Relation.KNOWN || wanted == Relation.UNKNOWN) {
                    return null;
                }
                OptionalDouble from = value(first);
                OptionalDouble to = value(second);
                if (about != Attribute.CLASSE && from.isEmpty() || wanted == Relation.BETWEEN && to.isEmpty()) {
                    return t("chip.number");
                }
                double low = about == Attribute.CLASSE ? classes.getValue() : from.getAsDouble();
                return wanted == Relation.BETWEEN && to.getAsDouble() < low ? t("chip.order") : null;
        }
    }

    private static OptionalDouble value(TextField field) {
        return Formats.parse(field.getText());
    }

    private FilterTerm term() {
        Attribute about = chosen();
        String name = about.attributeName();
        return switch (about.type()) {
            case FLAG -> new FilterTerm(name + " = " + flag.getSelectedToggle().getUserData());
            case TEXT -> texts(about, name);
            default -> new FilterTerm(number(about, name));
        };
    }

    private String number(Attribute about, String name) {
        String from = about == Attribute.CLASSE ? String.valueOf(classes.getValue()) : plain(value(first));
        return switch (relation.getValue()) {
            case AT_LEAST -> name + " >= " + from;
            case AT_MOST -> name + " <= " + from;
            case BETWEEN -> name + " BETWEEN " + from + " AND " + plain(value(second));
            case KNOWN -> name + " IS NOT NULL";
            case UNKNOWN -> name + " IS NULL";
        };
    }

    private FilterTerm texts(Attribute about, String name) {
        List<String> picked = choices.stream()
                .filter(box -> box.isSelected() && box.getUserData() != null)
                .map(box -> (String) box.getUserData())
                .toList();
        boolean missing = choices.stream().anyMatch(box -> box.isSelected() && box.getUserData() == null);
        String isMissing = name + " IS NULL";
        if (picked.isEmpty() && missing) {
            return new FilterTerm(isMissing);
        }
        FilterTerm found = picked.isEmpty()
                ? new FilterTerm(name + " ILIKE "
                        + FilterTerm.quote("%" + words.getText().strip() + "%"))
                : FilterTerm.oneOf(about, picked);
        return missing ? new FilterTerm(found.ecql() + " OR " + isMissing) : found;
    }

    private static String plain(OptionalDouble value) {
        double number = value.orElseThrow();
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : new java.math.BigDecimal(String.valueOf(number)).toPlainString();
    }
}
