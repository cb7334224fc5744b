package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.Latest;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Place;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.SearchIndex;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** One box for name, address, identifier, parcel, place, coordinates. Down and Up choose, Enter goes there, Esc closes; the hands stay on the keys. */
final class SearchBox extends TextField {
    private static final int LIMIT = 12;
    private static final double ROW_HEIGHT = 44;

    /** What a search gave, with what was typed for it. */
    private record Answer(String typed, List<Place> found, String nothing) {}

    private final ProjectModel model;
    private final Consumer<Place> chosen;
    private final Popup popup = new Popup();
    private final ListView<Place> results = new ListView<>();
    private final Label nothing = new Label();
    private final Latest<Answer> searching = new Latest<>("search", true, this::show);

    /** @param chosen called with the place that the person goes to */
    SearchBox(ProjectModel model, Consumer<Place> chosen) {
        this.model = model;
        this.chosen = chosen;
        setId("search");
        setPromptText(t("search.prompt"));
        setAccessibleText(t("search.accessible"));
        setPrefColumnCount(34);
        results.setId("search-results");
        results.setFixedCellSize(ROW_HEIGHT);
        results.setFocusTraversable(false);
        results.setCellFactory(list -> new ResultCell());
        results.setOnMouseClicked(event -> choose());
        nothing.getStyleClass().add("search-nothing");
        VBox content = new VBox(results, nothing);
        content.getStyleClass().add("search-popup");
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setConsumeAutoHidingEvents(false);
        popup.setHideOnEscape(false);
        textProperty().addListener((o, before, typed) -> search(typed));
        focusedProperty().addListener((o, before, focused) -> {
            if (!focused) {
                popup.hide();
            }
        });
        // Ready before the first letter, and after the first picture of the project, which it must not hold up.
        model.projectProperty().addListener((o, before, now) -> {
            if (now != null) {
                searching.submit(() -> prepared(now));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void search(String typed) {
        LoadedProject project = model.project().orElse(null);
        if (project == null || typed.isBlank()) {
            popup.hide();
            return;
        }
        searching.submit(() -> answer(project, typed));
    }

    private static Answer prepared(LoadedProject project) {
        try {
            project.search().prepare();
            return new Answer("", List.of(), "");
        } catch (Failure unreadable) {
            return new Answer("", List.of(), unreadable.getMessage());
        }
    }

    private static Answer answer(LoadedProject project, String typed) {
        try {
            List<Place> found = project.search().find(typed, LIMIT);
            return new Answer(typed, found, found.isEmpty() ? SearchIndex.whyNothing(typed) : "");
        } catch (Failure unreadable) {
            return new Answer(typed, List.of(), unreadable.getMessage());
        }
    }

    private void show(Answer answer) {
        if (answer.typed().isEmpty() || !answer.typed().equals(getText()) || !isFocused()) {
            return;
        }
        boolean any = !answer.found().isEmpty();
        results.getItems().setAll(answer.found());
        results.setVisible(any);
        results.setManaged(any);
        nothing.setVisible(!any);
        nothing.setManaged(!any);
        nothing.setText(answer.nothing());
        nothing.setWrapText(true);
        nothing.setPrefWidth(getWidth());
        results.setPrefSize(
                Math.max(getWidth(), 420), Math.min(7, answer.found().size()) * ROW_HEIGHT + 2);
        if (any) {
            results.getSelectionModel().select(0);
            results.scrollTo(0);
        }
        Bounds box = localToScreen(getBoundsInLocal());
        if (box != null) {
            popup.show(this, box.getMinX(), box.getMaxY() + 2);
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> choose();
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                } else {
                    clear();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        if (!popup.isShowing()) {
            search(getText());
            return;
        }
        int count = results.getItems().size();
        if (count > 0) {
            int row = Math.clamp(results.getSelectionModel().getSelectedIndex() + by, 0, count - 1);
            results.getSelectionModel().select(row);
            results.scrollTo(row);
        }
    }

    private void choose() {
        Place place = popup.isShowing() ? results.getSelectionModel().getSelectedItem() : null;
        if (place != null) {
            popup.hide();
            chosen.accept(place);
        }
    }

    /** Title above, what else is known below. */
    private static final class ResultCell extends ListCell<Place> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final VBox box = new VBox(title, detail);

        ResultCell() {
            detail.getStyleClass().add("text-muted");
            title.getStyleClass().add("search-title");
        }

        @Override
        protected void updateItem(@Nullable Place place, boolean empty) {
            super.updateItem(place, empty);
            setGraphic(empty ? null : box);
            if (place != null && !empty) {
                title.setText(place.title());
                detail.setText(place.detail());
                setAccessibleText(title.getText() + ", " + detail.getText());
            }
        }
    }
}
