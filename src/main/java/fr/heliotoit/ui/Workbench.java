package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.FreeView;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.ui.map.MapContent;
import fr.heliotoit.ui.map.MapListener;
import fr.heliotoit.ui.map.MapView;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.Dossiers;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.Latest;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.UserSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The open project: map above table, card on the right, filter on top; keeps map and model in step. */
final class Workbench extends BorderPane {
    private final ProjectModel model;
    private final StatusBar status;
    private final ClassStyle style;
    private final MapView map;
    private final BuildingTable table;
    private final CardView card;
    private final QueryBar filter;
    private final SplitPane rows = new SplitPane();
    private final SplitPane columns = new SplitPane();
    private final Latest<List<MapLayer>> layering;
    private boolean mapIsSource;

    /** @param papers buttons that print what the card is about */
    Workbench(
            ProjectModel model,
            Conventions conventions,
            UserSettings settings,
            StatusBar status,
            Dossiers dossiers,
            List<Button> papers) {
        this.model = model;
        this.status = status;
        this.style = new ClassStyle(conventions);
        this.map = new MapView(new Pointing(), this::tip);
        this.layering = new Latest<>("layers", true, map::setBase);
        this.table = new BuildingTable(model);
        this.card = new CardView(model, conventions, dossiers, papers, this::classColour);
        map.setId("map");
        setId("workbench");
        this.filter = new QueryBar(model, conventions, settings);
        setTop(filter);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().addAll(map, table);
        rows.setDividerPositions(0.64);
        columns.getItems().addAll(rows, card);
        columns.setDividerPositions(0.73);
        SplitPane.setResizableWithParent(card, false);
        SplitPane.setResizableWithParent(table, false);
        card.setMinWidth(260);
        card.setPrefWidth(330);
        setCenter(columns);
        map.navigation().viewportProperty().addListener((o, before, view) -> status.looking(view));
        model.projectProperty().addListener((o, before, now) -> showProject(before, now));
        model.filteredProperty().addListener((o, before, now) -> {
            if (before.records() != now.records()) {
                drawRoofs();
            }
        });
        model.selectionProperty().addListener((o, before, now) -> showSelection(now));
    }

    MapView map() {
        return map;
    }

    /** Keeps what is being typed on the card. */
    void flush() {
        card.flush();
    }

    QueryBar filter() {
        return filter;
    }

    BuildingTable table() {
        return table;
    }

    CardView card() {
        return card;
    }

    /** Selects a building and goes there: what a search does. */
    void goTo(BuildingRecord record) {
        model.select(Selection.of(record.building().id()));
        map.navigation().goTo(record.building().footprint().getEnvelopeInternal());
    }

    void showTable(boolean shown) {
        show(rows, table, 1, shown, 0.64);
    }

    void showCard(boolean shown) {
        show(columns, card, 1, shown, 0.73);
    }

    /** The map as it is seen, with legend, scale bar and sources. */
    Optional<MapPicture> picture() {
        LoadedProject project = model.project().orElse(null);
        if (project == null) {
            return Optional.empty();
        }
        List<MapLayer> layers = new ArrayList<>(MapContent.roofs(project, model.filtered(), style));
        layers.addAll(MapContent.selection(project, model.selection()));
        layers.addAll(MapContent.furniture(project, style, sources(project)));
        return Optional.of(new MapPicture(map.navigation().viewport(), layers));
    }

    private static void show(SplitPane pane, javafx.scene.Node node, int index, boolean shown, double divider) {
        if (shown && !pane.getItems().contains(node)) {
            pane.getItems().add(index, node);
            pane.setDividerPositions(divider);
        } else if (!shown) {
            pane.getItems().remove(node);
        }
    }

    private void showProject(@Nullable LoadedProject before, @Nullable LoadedProject now) {
        if (now == null) {
            return;
        }
        map.setBuildings(now.buildings());
        List<MapLayer> furniture = now.records().isEmpty() ? List.of() : MapContent.furniture(now, style, sources(now));
        map.setFurniture(furniture);
        map.setEmptyText(now.records().isEmpty() ? t("map.empty") : "");
        map.setAccessibleText(
                t("map.accessible", now.info().commune().name(), now.records().size()));
        boolean same = before != null
                && before.file().equals(now.file())
                && !before.records().isEmpty();
        if (!same) {
            map.navigation()
                    .setHome(
                            now.buildings().extent(),
                            (width, height) -> FreeView.of(now.buildings().roofs(), furniture, width, height));
            // Once the workbench is visible: what is hidden cannot have the focus.
            Platform.runLater(map::requestFocus);
        }
        drawRoofs();
        status.looking(map.navigation().viewport());
    }

    private void drawRoofs() {
        model.project().ifPresent(project -> {
            Filtered filtered = model.filtered();
            layering.submit(() -> MapContent.roofs(project, filtered, style));
        });
    }

    private void showSelection(Selection selection) {
        model.project().ifPresent(project -> map.setFront(MapContent.selection(project, selection)));
        if (!mapIsSource) {
            model.focused()
                    .ifPresent(record -> map.navigation()
                            .reveal(record.building().footprint().getEnvelopeInternal()));
        }
    }

    private String sources(LoadedProject project) {
        return MapPicture.sourceLine(project.info(), project.records());
    }

    private String tip(BuildingRecord record) {
        String title = CardContent.title(record.building());
        String figure = AttributeWords.cell(Attribute.PRODUCTION, record).isEmpty()
                ? AttributeWords.cell(Attribute.RAISON, record)
                : AttributeWords.quantity(Attribute.PRODUCTION, record);
        return title + "\n" + figure;
    }

    private Color classColour(int suitabilityClass) {
        java.awt.Color colour = style.colour(suitabilityClass);
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /** Clicks on the map change the selection, and must not move the map. */
    private final class Pointing implements MapListener {
        @Override
        public void clicked(Optional<BuildingRecord> building, boolean toggle) {
            mapIsSource = true;
            Selection before = model.selection();
            model.select(building.map(record -> record.building().id())
                    .map(id -> toggle ? before.toggled(id) : Selection.of(id))
                    .orElse(toggle ? before : Selection.NONE));
            mapIsSource = false;
        }

        @Override
        public void cleared() {
            model.select(Selection.NONE);
        }

        @Override
        public void pointing(double x, double y) {
            status.pointing(x, y);
        }
    }
}
