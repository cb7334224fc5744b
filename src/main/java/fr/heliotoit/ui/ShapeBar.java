package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.map.DrawnShape;
import fr.heliotoit.ui.map.MapView;
import fr.heliotoit.ui.model.FilterTerm;
import fr.heliotoit.ui.model.Latest;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** What can be done with a shape drawn on the map: its buildings are selected at once; filter by it, or take it away. */
final class ShapeBar extends HBox {
    private final ProjectModel model;
    private final MapView map;
    private final Label count = new Label();
    private final Latest<Found> finding = new Latest<>("shape", true, this::found);
    private @Nullable DrawnShape shape;

    private record Found(DrawnShape shape, Set<String> ids) {}

    ShapeBar(ProjectModel model, MapView map, Consumer<FilterTerm> filter) {
        this.model = model;
        this.map = map;
        setId("shape-bar");
        getStyleClass().add("shape-bar");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        count.setId("shape-count");
        Button apply = new Button(t("shape.filter"));
        apply.setId("shape-filter");
        apply.setOnAction(event -> {
            DrawnShape drawn = shape;
            if (drawn != null) {
                filter.accept(new FilterTerm(drawn.ecql()));
                clear();
            }
        });
        Button clear = new Button(t("shape.clear"));
        clear.setId("shape-clear");
        clear.setOnAction(event -> {
            clear();
            model.select(Selection.NONE);
        });
        getChildren().addAll(count, apply, clear);
        model.projectProperty().addListener((o, before, now) -> clear());
    }

    /** Selects what meets the shape, among what the filter leaves. */
    void show(DrawnShape drawn) {
        LoadedProject project = model.project().orElse(null);
        if (project == null) {
            return;
        }
        shape = drawn;
        List<BuildingRecord> shown = model.filtered().records();
        boolean all = shown.size() == project.records().size();
        finding.submit(() -> {
            PreparedGeometry area = PreparedGeometryFactory.prepare(drawn.geometry());
            Geometry box = drawn.geometry();
            List<BuildingRecord> near = project.buildings().roofs().within(box.getEnvelopeInternal());
            Set<String> ids = new LinkedHashSet<>();
            Set<String> left = new java.util.HashSet<>();
            if (!all) {
                shown.forEach(record -> left.add(record.building().id()));
            }
            for (BuildingRecord record : near) {
                String id = record.building().id();
                if ((all || left.contains(id))
                        && area.intersects(record.building().footprint())) {
                    ids.add(id);
                }
            }
            return new Found(drawn, ids);
        });
    }

    void clear() {
        shape = null;
        setVisible(false);
        map.drawing().clear();
    }

    private void found(Found result) {
        if (result.shape() != shape) {
            return;
        }
        int found = result.ids().size();
        count.setText(
                found == 0
                        ? t("shape.none")
                        : t(Formats.plural(found) ? "shape.many" : "shape.one", Formats.number(found)));
        setVisible(true);
        model.select(new Selection(
                result.ids(),
                result.ids().isEmpty() ? null : result.ids().iterator().next()));
    }
}
