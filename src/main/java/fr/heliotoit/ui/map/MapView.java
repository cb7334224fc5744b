package fr.heliotoit.ui.map;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.ui.model.BuildingIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The map. Knows pictures, places and what lies under a point; what a click means is told by {@link MapListener}. Its parts: pictures
 * of the ground, the roofs, what is above them and the selection, all moving with the view, one of the legend and scale bar, which stays; a tip under the cursor.
 */
public final class MapView extends Region {
    /** Share of the view painted beyond each edge, so that a drag does not meet blank at once. */
    private static final double MARGIN = 0.2;

    private static final double HIT_PIXELS = 4;
    /** Width of what stands beside the tools [px]. */
    private static final double BESIDE = 260;

    private final MapNavigation navigation = new MapNavigation();
    private final PictureView ground = new PictureView("map-ground", MARGIN);
    private final PictureView base = new PictureView("map", MARGIN);
    private final PictureView above = new PictureView("map-above", MARGIN);
    private final PictureView front = new PictureView("map-selection", MARGIN);
    private final PictureView furniture = new PictureView("map-furniture", 0);
    private final Label banner = new Label();
    private final Label empty = new Label();
    private final HoverTip tip;
    private final ShapeDrawing drawing;
    private final MapTools tools;
    private final StackPane top = new StackPane();
    private final StackPane beside = new StackPane();
    private @Nullable BuildingIndex buildings;

    public MapView(MapListener listener, Function<BuildingRecord, String> tipText) {
        getStyleClass().add("map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(t("map.role"));
        setAccessibleHelp(t("map.help"));
        tip = new HoverTip(this, tipText);
        banner.getStyleClass().add("map-banner");
        banner.setMouseTransparent(true);
        banner.setVisible(false);
        empty.getStyleClass().add("map-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        drawing = new ShapeDrawing(shape -> {
            drawing().draw(navigation.viewport());
            listener.drawn(shape);
        });
        tools = new MapTools(drawing);
        beside.setManaged(false);
        beside.setMouseTransparent(true);
        top.setManaged(false);
        top.setPickOnBounds(false);
        getChildren()
                .addAll(
                        ground,
                        base,
                        above,
                        front,
                        drawing.node(),
                        furniture,
                        empty,
                        banner,
                        tools,
                        beside,
                        top,
                        tip.node());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        navigation.viewportProperty().addListener((o, before, view) -> look(view));
        sceneProperty().addListener((o, before, scene) -> look(navigation.viewport()));
        new MapGestures(this, listener).install();
    }

    public MapNavigation navigation() {
        return navigation;
    }

    /** The buildings that can be pointed at. */
    public void setBuildings(@Nullable BuildingIndex index) {
        buildings = index;
    }

    /** What is drawn of the commune. */
    void setStack(MapStack stack) {
        ground.setLayers(stack.ground());
        base.setLayers(stack.roofs());
        above.setLayers(stack.above());
        furniture.setLayers(stack.furniture());
    }

    /** Paints the ground again, because more of it has come. */
    void refreshGround() {
        ground.refresh();
    }

    /** What is drawn above: the selection. */
    void setFront(List<? extends MapLayer> layers) {
        front.setLayers(layers);
    }

    /** A line that must be seen, such as "données synthétiques"; empty for none. */
    public void setBanner(String text) {
        banner.setText(text);
        banner.setVisible(!text.isEmpty());
    }

    /** What to do when there is nothing to see; empty for none. */
    public void setEmptyText(String text) {
        empty.setText(text);
        empty.setVisible(!text.isEmpty());
    }

    /** What is under a pixel. */
    public Optional<BuildingRecord> buildingAt(double pixelX, double pixelY) {
        if (buildings == null) {
            return Optional.empty();
        }
        Viewport view = navigation.viewport();
        return buildings.at(view.worldX(pixelX), view.worldY(pixelY), HIT_PIXELS * view.metresPerPixel());
    }

    /** Where a place of the world is in this node, for tests and for tips. */
    public Point2D pixelOf(double x, double y) {
        Viewport view = navigation.viewport();
        return new Point2D(view.pixelX(x), view.pixelY(y));
    }

    /** Whether all that is to be seen is painted. */
    public boolean settled() {
        return ground.settled() && base.settled() && above.settled() && front.settled() && furniture.settled();
    }

    /** The shapes drawn on it. */
    public ShapeDrawing drawing() {
        return drawing;
    }

    /** Puts a node beside the tools, over the map. */
    public void setBeside(Node node) {
        beside.getChildren().setAll(node);
        node.visibleProperty().addListener((o, before, now) -> requestLayout());
        node.layoutBoundsProperty().addListener((o, before, now) -> requestLayout());
    }

    /** Puts a node at the middle of the upper edge. */
    public void setTop(Node node) {
        top.getChildren().setAll(node);
        node.visibleProperty().addListener((o, before, now) -> requestLayout());
        node.layoutBoundsProperty().addListener((o, before, now) -> requestLayout());
    }

    HoverTip tip() {
        return tip;
    }

    @Override
    protected void layoutChildren() {
        navigation.resize((int) getWidth(), (int) getHeight());
        tools.autosize();
        tools.relocate(getWidth() - MapTools.RIGHT - MapTools.SIZE, MapTools.TOP);
        double wide = Math.min(BESIDE, getWidth() / 2);
        beside.resize(wide, beside.prefHeight(wide));
        beside.relocate(getWidth() - MapTools.RIGHT - MapTools.SIZE - 10 - wide, 8);
        top.autosize();
        top.relocate(Math.max(0, (getWidth() - top.getWidth()) / 2), 8);
        banner.autosize();
        banner.relocate((getWidth() - banner.getWidth()) / 2, 8);
        double width = Math.min(420, getWidth() - 32);
        empty.resize(width, empty.prefHeight(width));
        empty.relocate((getWidth() - width) / 2, (getHeight() - empty.getHeight()) / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    private void look(Viewport view) {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        ground.look(view, scale);
        base.look(view, scale);
        above.look(view, scale);
        front.look(view, scale);
        furniture.look(view, scale);
        drawing.draw(view);
        tip.hide();
    }
}
