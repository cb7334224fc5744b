package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.MakeKit;
import fr.heliotoit.app.Perimeter;
import fr.heliotoit.app.ReportRequest;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.UserSettings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The communication kit before it is made: identity of the commune and every text, as it is written and as it will be read. The figures
 * stand in braces and come from the data only; edited texts are remembered.
 */
final class KitDialog {
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}");

    private final MainWindow window;
    private final UserSettings settings;
    private final IdentityFields identity;
    private final Map<String, String> figures;
    private final Map<String, String> shipped = MakeKit.templates();
    private final Map<String, String> texts = new LinkedHashMap<>(shipped);
    private final ListView<String> keys = new ListView<>();
    private final TextArea written = new TextArea();
    private final Label read = new Label();
    private final Button reset = new Button(t("kit.reset"));
    private final Map<String, CheckBox> parts = new LinkedHashMap<>();

    /** Takes what was chosen. */
    @FunctionalInterface
    interface Chosen {
        /**
         * @param texts that differ from the shipped ones
         * @param parts of the kit
         */
        void make(ReportRequest request, Map<String, String> texts, Set<String> parts);
    }

    /** @param figures what the data put in the place of names in braces */
    KitDialog(MainWindow window, Services services, LoadedProject project, Map<String, String> figures) {
        this.window = window;
        this.settings = services.settings();
        this.identity = new IdentityFields(settings, project, services.files());
        this.figures = figures;
        shipped.keySet().forEach(key -> settings.get(setting(key)).ifPresent(text -> texts.put(key, text)));
        keys.setId("kit-texts");
        keys.getItems().setAll(shipped.keySet());
        keys.setCellFactory(list -> new KeyCell());
        keys.setPrefSize(230, 180);
        keys.setMinWidth(230);
        keys.setAccessibleText(t("kit.texts"));
        written.setId("kit-text");
        written.setWrapText(true);
        Keys.tabGoesOn(written);
        written.setPrefRowCount(4);
        written.setAccessibleText(t("kit.written"));
        read.setId("kit-preview");
        read.setWrapText(true);
        read.setPrefWidth(400);
        read.setMinHeight(Region.USE_PREF_SIZE);
        read.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        reset.setId("kit-reset");
        keys.getSelectionModel().selectedItemProperty().addListener((o, before, key) -> show(key));
        written.textProperty().addListener((o, before, text) -> edited(text));
        reset.setOnAction(event -> written.setText(stored(shipped.get(selected()))));
        keys.getSelectionModel().select(0);
        for (String part : MakeKit.parts()) {
            CheckBox box = new CheckBox(t("kit.part." + part));
            box.setId("kit-part-" + part);
            box.setSelected(true);
            parts.put(part, box);
        }
    }

    void ask(Chosen then) {
        Form form = new Form(window.stage(), t("kit.title"));
        form.wide(760);
        identity.addTo(form);
        FlowPane boxes = new FlowPane(14, 6);
        boxes.getChildren().addAll(parts.values());
        form.add(t("kit.parts"), boxes);
        Label preview = new Label(t("kit.preview"));
        preview.getStyleClass().add("card-heading");
        // An article is longer than the dialog may be.
        ScrollPane whole = new ScrollPane(read);
        whole.setFitToWidth(true);
        whole.setPrefHeight(96);
        whole.setMinHeight(96);
        VBox editor = new VBox(6, written, new HBox(reset), preview, whole);
        HBox.setHgrow(editor, Priority.ALWAYS);
        form.addWide(new HBox(12, keys, editor));
        form.note(t("kit.note", String.join(" ", names())));
        form.ask(t("kit.go"), this::problem, () -> {
            Map<String, String> changed = changed();
            shipped.keySet().forEach(key -> settings.put(setting(key), changed.get(key)));
            then.make(new ReportRequest(Perimeter.ALL, 0, identity.keep(), false), changed, chosen());
        });
    }

    private Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            if (!text.equals(shipped.get(key))) {
                changed.put(key, text);
            }
        });
        return changed;
    }

    private Set<String> chosen() {
        Set<String> chosen = new LinkedHashSet<>();
        parts.forEach((part, box) -> {
            if (box.isSelected()) {
                chosen.add(part);
            }
        });
        return chosen;
    }

    private @Nullable String problem() {
        if (chosen().isEmpty()) {
            return t("kit.parts.none");
        }
        for (Map.Entry<String, String> text : changed().entrySet()) {
            if (text.getValue().isBlank()) {
                keys.getSelectionModel().select(text.getKey());
                return t("kit.blank", words(text.getKey()));
            }
            Matcher braces = BRACES.matcher(text.getValue());
            while (braces.find()) {
                if (!names().contains(braces.group())) {
                    keys.getSelectionModel().select(text.getKey());
                    return t("kit.unknown", words(text.getKey()), braces.group());
                }
            }
        }
        return identity.problem();
    }

    private List<String> names() {
        return figures.keySet().stream().map(name -> "{" + name + "}").toList();
    }

    private @Nullable String selected() {
        return keys.getSelectionModel().getSelectedItem();
    }

    private void show(@Nullable String key) {
        if (key != null) {
            written.setText(stored(texts.get(key)));
        }
    }

    private void edited(String text) {
        String key = selected();
        if (key == null) {
            return;
        }
        texts.put(key, text);
        String filled = text;
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            filled = filled.replace("{" + figure.getKey() + "}", figure.getValue());
        }
        read.setText(filled.replace("|", "\n"));
        reset.setDisable(text.equals(shipped.get(key)));
    }

    private static String stored(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String words(String key) {
        return t("kit.text." + key);
    }

    private static String setting(String key) {
        return "kit." + key;
    }

    private static final class KeyCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String key, boolean empty) {
            super.updateItem(key, empty);
            setText(empty || key == null ? "" : words(key));
        }
    }
}
