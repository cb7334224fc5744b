package fr.heliotoit.ui;

import fr.heliotoit.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What is wrong with what is on the screen: words, names for screen readers, cut texts, things outside of their window. On the FX thread. */
final class Inspection {
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9-]+)+|.*\\{\\d.*|.*\\?\\?.*");

    /** Names of columns in the files of the demonstration. */
    private static final Set<String> DATA = Set.of("parcelle");

    /** The smallest screen that the window is made for is wider than that of the headless platform. */
    private static final double WIDEST = 1366;

    private final Properties french;
    private final Properties english;
    private final List<String> found = new ArrayList<>();
    private final Set<Node> labelled = new LinkedHashSet<>();
    private String where = "";

    /** @param french the words that must not be seen when English is spoken */
    Inspection(Properties french, Properties english) {
        this.french = french;
        this.english = english;
    }

    List<String> found() {
        return found;
    }

    /** Looks at a window and all that is visible in it. */
    void look(String name, Window window) {
        where = name;
        labelled.clear();
        List<Node> nodes = visible(window.getScene().getRoot(), new ArrayList<>());
        for (Node node : nodes) {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (window instanceof Stage stage && stage.getOwner() != null) {
            if (stage.getHeight() > screen.getHeight() || stage.getWidth() > Math.max(WIDEST, screen.getWidth())) {
                say("the dialog is larger than the screen: " + stage.getWidth() + " x " + stage.getHeight());
            }
            if (nodes.stream().noneMatch(n -> n instanceof Button b && (b.isDefaultButton() || b.isCancelButton()))) {
                say("no button answers Enter or Escape");
            }
        }
        for (Node node : nodes) {
            words(node);
            name(node);
            whole(node, window);
        }
    }

    /** What Tab should come to. */
    static List<Node> traversable(Window window) {
        return visible(window.getScene().getRoot(), new ArrayList<>()).stream()
                .filter(Inspection::traversable)
                .toList();
    }

    static String describe(Node node) {
        String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        String at = "";
        for (Node up = node; up != null && at.isEmpty(); up = up.getParent()) {
            at = up.getId() == null ? "" : " in #" + up.getId();
        }
        return node.getClass().getSimpleName() + text + " " + node.getStyleClass() + at;
    }

    private void say(String wrong) {
        String line = where + ": " + wrong;
        if (!found.contains(line)) {
            found.add(line);
        }
    }

    private static List<Node> visible(Node node, List<Node> into) {
        if (node.isVisible()) {
            into.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visible(child, into));
            }
        }
        return into;
    }

    private static boolean traversable(Node node) {
        return node.isFocusTraversable() && !node.isDisabled();
    }

    private void words(Node node) {
        word(node.getAccessibleText(), node);
        if (node instanceof Text text) {
            word(text.getText(), node);
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            word(control.getTooltip().getText(), node);
        }
        if (node instanceof TextInputControl input) {
            word(input.getPromptText(), node);
        }
        if (node instanceof TableView<?> table) {
            table.getVisibleLeafColumns().forEach(column -> word(column.getText(), node));
        }
        if (node instanceof MenuBar bar) {
            items(bar.getMenus(), node);
        }
        if (node instanceof MenuButton button) {
            items(button.getItems(), node);
        }
    }

    private void items(Collection<? extends MenuItem> items, Node node) {
        for (MenuItem item : items) {
            word(item.getText(), node);
            if (item instanceof Menu menu) {
                items(menu.getItems(), node);
            }
        }
    }

    private void word(String text, Node node) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (KEY.matcher(text).matches()) {
            say("a key instead of words: " + text);
        }
        if (text.length() == 1 || DATA.contains(text)) {
            return;
        }
        boolean englishSpoken = Texts.current().locale().getLanguage().equals("en");
        if (englishSpoken && french.containsValue(text) && !english.containsValue(text)) {
            say("French in the English window: " + text);
        }
    }

    private void name(Node node) {
        if (!traversable(node) || labelled.contains(node)) {
            return;
        }
        // What a list or a field has in it is no name.
        String own = node.getAccessibleText();
        Object told = node instanceof Labeled ? node.queryAccessibleAttribute(AccessibleAttribute.TEXT) : own;
        if (told == null || told.toString().isBlank()) {
            say("no name for a screen reader: " + describe(node));
        }
    }

    private void whole(Node node, Window window) {
        if (node instanceof Labeled labeled && labeled.isTextTruncated() && !cell(node)) {
            say("cut: " + describe(node));
        }
        if (node instanceof Labeled && !(node instanceof IndexedCell) && !scrolled(node)) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            boolean text = !((Labeled) node).getText().isEmpty();
            if (text
                    && bounds.getWidth() > 0
                    && (bounds.getMinX() < -1
                            || bounds.getMinY() < -1
                            || bounds.getMaxX() > window.getScene().getWidth() + 1
                            || bounds.getMaxY() > window.getScene().getHeight() + 1)) {
                say("outside of its window: " + describe(node));
            }
        }
    }

    /** Of a table: what does not fit is data, and columns can be widened. */
    private static boolean cell(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof IndexedCell<?> && !(up instanceof ListCell<?>)) {
                return true;
            }
        }
        return false;
    }

    private static boolean scrolled(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane || up instanceof VirtualFlow<?> || up instanceof TableView<?>) {
                return true;
            }
        }
        return false;
    }

    static String lines(Collection<String> found) {
        return found.stream().map(line -> "  " + line).collect(Collectors.joining("\n", "\n", "\n"));
    }

    static Properties bundle(Locale language) throws java.io.IOException {
        Properties words = new Properties();
        for (String name : List.of("ui", "report", "cadastre", "app")) {
            String file = "/fr/heliotoit/text/" + name + (language == Locale.ENGLISH ? "_en" : "") + ".properties";
            try (var in = new java.io.InputStreamReader(
                    Inspection.class.getResourceAsStream(file), java.nio.charset.StandardCharsets.UTF_8)) {
                words.load(in);
            }
        }
        return words;
    }
}
