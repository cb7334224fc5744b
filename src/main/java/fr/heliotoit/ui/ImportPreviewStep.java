package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ImportPreview;
import fr.heliotoit.text.Formats;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Second step of the import: what the files look like. Also a place for the eye to see that accents and coordinates are right. */
final class ImportPreviewStep {
    private static final int MAP = 230;

    private final List<ImportPreview> previews;
    private final Label facts = new Label();
    private final TableView<List<String>> rows = new TableView<>();
    private final Canvas map = new Canvas(MAP, MAP);

    ImportPreviewStep(List<ImportPreview> previews) {
        this.previews = previews;
    }

    Node node() {
        if (previews.isEmpty()) {
            Label none = new Label(t("wizard.preview.none"));
            none.setWrapText(true);
            return none;
        }
        ComboBox<String> files = new ComboBox<>();
        files.getItems().setAll(previews.stream().map(ImportPreview::file).toList());
        files.setAccessibleText(t("wizard.preview.file"));
        files.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, before, now) -> show(previews.get(now.intValue())));
        facts.setId("preview-facts");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        rows.setId("preview-rows");
        rows.setAccessibleText(t("wizard.preview.rows"));
        HBox.setHgrow(rows, Priority.ALWAYS);
        HBox beside = new HBox(12, rows, map);
        VBox.setVgrow(beside, Priority.ALWAYS);
        files.getSelectionModel().select(0);
        return new VBox(8, files, facts, beside);
    }

    private void show(ImportPreview preview) {
        facts.setText(t(
                "wizard.preview.facts",
                preview.announced() > 0 ? Formats.number(preview.announced()) : "?",
                preview.profile(),
                preview.crs().map(crs -> crs.code()).orElse(t("wizard.preview.crs.none")),
                preview.encoding()));
        rows.getColumns().clear();
        for (int i = 0; i < preview.columns().size(); i++) {
            rows.getColumns().add(column(preview.columns().get(i), i));
        }
        rows.setItems(FXCollections.observableArrayList(preview.rows()));
        draw(preview.shapes());
    }

    private static TableColumn<List<String>, String> column(String name, int index) {
        TableColumn<List<String>, String> column = new TableColumn<>(name);
        column.setSortable(false);
        column.setPrefWidth(130);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        return column;
    }

    /** The sample's outlines, without a scale: enough to see that they are roofs, and not a line or a point. */
    private void draw(List<Geometry> shapes) {
        GraphicsContext g = map.getGraphicsContext2D();
        g.setFill(Color.web("#f4f2ec"));
        g.fillRect(0, 0, MAP, MAP);
        Envelope extent = new Envelope();
        shapes.forEach(shape -> extent.expandToInclude(shape.getEnvelopeInternal()));
        double scale = scale(extent);
        if (scale > 0) {
            g.setStroke(Color.web("#00224e"));
            g.setLineWidth(0.8);
            for (Geometry shape : shapes) {
                for (int i = 0; i < shape.getNumGeometries(); i++) {
                    stroke(g, shape.getGeometryN(i).getCoordinates(), extent, scale);
                }
            }
        }
        map.setAccessibleText(t("wizard.preview.map", Formats.number(shapes.size())));
    }

    private static double scale(@Nullable Envelope extent) {
        if (extent == null || extent.isNull()) {
            return 0;
        }
        double size = Math.max(extent.getWidth(), extent.getHeight());
        return size > 0 ? (MAP - 16) / size : 1;
    }

    private static void stroke(GraphicsContext g, Coordinate[] line, Envelope extent, double scale) {
        double[] x = new double[line.length];
        double[] y = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            x[i] = 8 + (line[i].x - extent.getMinX()) * scale;
            y[i] = MAP - 8 - (line[i].y - extent.getMinY()) * scale;
        }
        if (line.length == 1) {
            g.strokeOval(x[0] - 1.5, y[0] - 1.5, 3, 3);
        } else {
            g.strokePolyline(x, y, line.length);
        }
    }
}
