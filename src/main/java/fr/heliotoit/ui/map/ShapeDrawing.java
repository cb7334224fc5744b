package fr.heliotoit.ui.map;

import fr.heliotoit.render.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Boxes and polygons drawn on the map with mouse or keys; what is drawn stays on the ground when the map moves. */
public final class ShapeDrawing {
    /** What a press on the map does. */
    public enum Tool {
        MOVE,
        BOX,
        POLYGON
    }

    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.MOVE);
    private final List<Coordinate> corners = new ArrayList<>();
    private final Path path = new Path();
    private final Consumer<DrawnShape> done;
    private @Nullable Coordinate cursor;
    private @Nullable DrawnShape shape;
    private boolean boxing;

    /** @param done takes a shape when it is finished */
    ShapeDrawing(Consumer<DrawnShape> done) {
        this.done = done;
        path.getStyleClass().add("map-shape");
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.setId("map-shape");
        tool.addListener((o, before, now) -> abandon());
    }

    Node node() {
        return path;
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** Shows a shape that was not drawn by hand, as if it had been. */
    public void show(DrawnShape made) {
        abandon();
        shape = made;
        done.accept(made);
    }

    /** Takes away the shape that is shown. */
    public void clear() {
        shape = null;
        abandon();
    }

    boolean drawing() {
        return boxing || !corners.isEmpty();
    }

    /** A drag has begun here. */
    void beginBox(Coordinate at) {
        shape = null;
        corners.clear();
        corners.add(at);
        cursor = at;
        boxing = true;
    }

    boolean boxing() {
        return boxing;
    }

    /** The cursor is here now. */
    void moved(Coordinate at, Viewport view) {
        if (drawing()) {
            cursor = at;
            draw(view);
        }
    }

    void endBox(Coordinate at) {
        Coordinate first = corners.getFirst();
        abandon();
        if (first.x != at.x && first.y != at.y) {
            finish(DrawnShape.box(first, at));
        }
    }

    void addCorner(Coordinate at, Viewport view) {
        shape = null;
        if (corners.isEmpty() || corners.getLast().distance(at) > 2 * view.metresPerPixel()) {
            corners.add(at);
        }
        cursor = at;
        draw(view);
    }

    void removeCorner(Viewport view) {
        if (!corners.isEmpty()) {
            corners.removeLast();
        }
        draw(view);
    }

    /** Closes the polygon; one of fewer than three corners is given up. */
    void endPolygon() {
        List<Coordinate> drawn = List.copyOf(corners);
        abandon();
        if (drawn.size() > 2) {
            DrawnShape made = DrawnShape.polygon(drawn);
            if (!made.geometry().isEmpty()) {
                finish(made);
            }
        }
    }

    /** @return whether there was something to give up */
    boolean abandon() {
        boolean was = drawing();
        corners.clear();
        cursor = null;
        boxing = false;
        path.getElements().clear();
        return was;
    }

    private void finish(DrawnShape made) {
        tool.set(Tool.MOVE);
        shape = made;
        done.accept(made);
    }

    /** Puts the lines where the view has them. */
    void draw(Viewport view) {
        path.getElements().clear();
        if (shape != null) {
            for (int i = 0; i < shape.geometry().getNumGeometries(); i++) {
                add(view, List.of(shape.geometry().getGeometryN(i).getCoordinates()), true);
            }
        } else if (boxing && cursor != null) {
            Coordinate a = corners.getFirst();
            add(view, List.of(a, new Coordinate(cursor.x, a.y), cursor, new Coordinate(a.x, cursor.y)), true);
        } else if (!corners.isEmpty()) {
            List<Coordinate> line = new ArrayList<>(corners);
            if (cursor != null) {
                line.add(cursor);
            }
            add(view, line, line.size() > 2);
        }
    }

    private void add(Viewport view, List<Coordinate> line, boolean closed) {
        for (int i = 0; i < line.size(); i++) {
            double x = view.pixelX(line.get(i).x);
            double y = view.pixelY(line.get(i).y);
            path.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
        }
        if (closed) {
            path.getElements().add(new ClosePath());
        }
    }
}
