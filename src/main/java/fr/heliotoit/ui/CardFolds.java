package fr.heliotoit.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** The parts of the card that fold; what was folded stays so from building to building. */
final class CardFolds {
    /** What a person rarely asks for at first. */
    private static final Set<String> FOLDED = Set.of("hypotheses", "sources", "ranking", "hourly");

    private final Map<String, Boolean> open = new HashMap<>();

    /** @param id stable name of the part */
    TitledPane part(String id, String title, List<? extends Node> nodes) {
        VBox box = new VBox();
        box.getStyleClass().add("card-part");
        box.getChildren().addAll(nodes);
        return part(id, title, box);
    }

    TitledPane part(String id, String title, Node content) {
        TitledPane pane = new TitledPane(title, content);
        pane.setId("card-part-" + id);
        pane.getStyleClass().addAll("card-fold", "dense");
        pane.setAnimated(false);
        pane.setExpanded(open.getOrDefault(id, !FOLDED.contains(id)));
        pane.expandedProperty().addListener((o, before, now) -> open.put(id, now));
        return pane;
    }
}
