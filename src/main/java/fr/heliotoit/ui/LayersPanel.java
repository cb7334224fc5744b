package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.ui.map.LayerKind;
import fr.heliotoit.ui.map.LayerModel;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The layers of the map in a fixed order, each with its eye and its opacity; what cannot be shown says why. */
final class LayersPanel extends ScrollPane {
    private final VBox rows = new VBox();

    /** @param choices what more can be chosen of a layer */
    LayersPanel(LayerModel layers, Map<LayerKind, Node> choices) {
        setId("layers");
        getStyleClass().add("layers-panel");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(190);
        setPrefWidth(210);
        rows.getStyleClass().add("layers-rows");
        Label title = new Label(t("layers.title"));
        title.getStyleClass().add("layers-title");
        rows.getChildren().add(title);
        for (LayerKind kind : LayerKind.values()) {
            rows.getChildren().add(row(kind, layers.of(kind), choices.get(kind)));
        }
        setContent(rows);
    }

    /** A place for what belongs below the layers. */
    void add(Node node) {
        rows.getChildren().add(node);
    }

    private static Node row(LayerKind kind, LayerModel.Entry entry, @Nullable Node choice) {
        BooleanBinding absent = entry.reasonProperty().isNotEmpty();
        CheckBox eye = new CheckBox(kind.label());
        eye.setId("layer-" + kind.code());
        eye.setMaxWidth(Double.MAX_VALUE);
        eye.setWrapText(true);
        eye.selectedProperty().bindBidirectional(entry.shownProperty());
        eye.disableProperty().bind(absent);
        Slider opacity = new Slider(0.1, 1, entry.opacityProperty().get());
        opacity.setId("layer-" + kind.code() + "-opacity");
        opacity.setBlockIncrement(0.1);
        opacity.setAccessibleText(t("layers.opacity", kind.label()));
        opacity.valueProperty().bindBidirectional(entry.opacityProperty());
        opacity.visibleProperty().bind(entry.shownProperty().and(absent.not()));
        opacity.managedProperty().bind(opacity.visibleProperty());
        Label note = new Label();
        note.setId("layer-" + kind.code() + "-note");
        note.setWrapText(true);
        note.getStyleClass().addAll("text-muted", "layer-note");
        note.textProperty()
                .bind(Bindings.when(absent)
                        .then(entry.reasonProperty())
                        .otherwise(Bindings.when(entry.shownProperty())
                                .then(Bindings.createStringBinding(
                                        () -> near(kind) + entry.noteProperty().get(), entry.noteProperty()))
                                .otherwise("")));
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        eye.accessibleHelpProperty().bind(note.textProperty());
        VBox row = new VBox(eye, opacity, note);
        if (choice != null) {
            choice.visibleProperty().bind(entry.shownProperty());
            choice.managedProperty().bind(choice.visibleProperty());
            row.getChildren().add(1, choice);
        }
        row.getStyleClass().add("layer-row");
        return row;
    }

    /** From which scale on a layer of small things is drawn; empty for the others. */
    private static String near(LayerKind kind) {
        return kind == LayerKind.PLANES || kind == LayerKind.MODULES ? t("layer." + kind.code() + ".near") : "";
    }
}
