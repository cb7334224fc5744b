package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.MapPicture;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Elision;
import fr.heliotoit.ui.map.DrawnShape;
import fr.heliotoit.ui.map.LayerKind;
import fr.heliotoit.ui.map.LayerModel;
import fr.heliotoit.ui.map.MapComposer;
import fr.heliotoit.ui.map.MapListener;
import fr.heliotoit.ui.map.MapView;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.Dossiers;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Place;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.UserSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The open project: map above table, card on the right, filter on top; keeps map and model in step. */
final class Workbench extends BorderPane {
    private final ProjectModel model;
    private final StatusBar status;
    private final ClassStyle style;
    private final MapView map;
    private final BuildingTable table;
    private final CardView card;
    private final QueryBar filter;
    private final TabPane lower;
    private final SplitPane rows = new SplitPane();
    private final SplitPane columns = new SplitPane();
    private final MapComposer composer;
    private final BackgroundChoice background;
    private final LayersPanel layers;
    private final ShapeBar shapes;
    private final CursorSky sky;
    private boolean mapIsSource;

    /** An address this near to a wall is the building's [m]. */
    private static final double BESIDE_M = 3;

    /** Where the panels end and begin until somebody moves them, as shares of width and height. */
    private static final double LAYERS = 0.155;

    private static final double CARD = 0.745;
    private static final double TABLE = 0.64;
    private static final String SHARE = "panel.share.";

    private final UserSettings settings;
    private final ReadOnlyBooleanWrapper tableShown = new ReadOnlyBooleanWrapper(true);

    /** @param papers buttons that print what the card is about */
    Workbench(
            ProjectModel model,
            Conventions conventions,
            UserSettings settings,
            MapComposer.BaseMaps baseMaps,
            StatusBar status,
            Dossiers dossiers,
            List<Button> papers) {
        this.model = model;
        this.settings = settings;
        this.status = status;
        this.style = new ClassStyle(conventions);
        this.map = new MapView(new Pointing(), this::tip);
        this.composer = new MapComposer(model, map, style, status::say, baseMaps);
        this.background = new BackgroundChoice(composer, settings);
        this.layers = new LayersPanel(
                composer.layers(),
                Map.of(LayerKind.POTENTIAL, new ColourChoice(composer, settings), LayerKind.BASE_MAP, background));
        SunPanel sun = new SunPanel(composer);
        this.sky = sun.sky();
        map.setBeside(sky);
        layers.add(sun);
        this.table = new BuildingTable(model, settings);
        this.card = new CardView(model, conventions, dossiers, papers, this::classColour);
        map.setId("map");
        setId("workbench");
        this.filter = new QueryBar(model, conventions, settings);
        this.shapes = new ShapeBar(model, map, filter::add);
        map.setTop(shapes);
        setTop(filter);
        rows.setId("rows");
        columns.setId("columns");
        rows.setOrientation(Orientation.VERTICAL);
        Tab figures = tab("figures", t("tab.dashboard"));
        figures.setContent(new Dashboard(model, conventions, this::classColour, figures.selectedProperty()));
        Tab list = tab("table", t("tab.table"));
        list.setContent(new VBox(table, new TotalsRow(model)));
        lower = new TabPane(list, figures);
        VBox.setVgrow(table, Priority.ALWAYS);
        lower.setId("lower");
        lower.setAccessibleText(t("tab.accessible"));
        lower.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        rows.getItems().addAll(map, lower);
        rows.setDividerPositions(share("table", TABLE));
        columns.getItems().addAll(layers, rows, card);
        columns.setDividerPositions(share("layers", LAYERS), share("card", CARD));
        SplitPane.setResizableWithParent(layers, false);
        SplitPane.setResizableWithParent(card, false);
        SplitPane.setResizableWithParent(lower, false);
        card.setMinWidth(260);
        card.setPrefWidth(330);
        setCenter(columns);
        map.navigation().viewportProperty().addListener((o, before, view) -> {
            status.looking(view);
            if (!map.isHover()) {
                sky.look(middle());
            }
        });
        model.projectProperty().addListener((o, before, now) -> showProject(before, now));
        model.filteredProperty().addListener((o, before, now) -> {
            if (before.records() != now.records()) {
                composer.compose();
            }
        });
        model.selectionProperty().addListener((o, before, now) -> showSelection(now));
    }

    MapView map() {
        return map;
    }

    private Coordinate middle() {
        return map.navigation().viewport().envelope().centre();
    }

    LayerModel layers() {
        return composer.layers();
    }

    BackgroundChoice background() {
        return background;
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

    /** Goes to a place, selects the building that it is or stands in, and marks it when it is none: what a search does. */
    void goTo(Place place) {
        Coordinate middle = place.envelope().centre();
        BuildingRecord building = place.building();
        if (building == null) {
            boolean point = place.envelope().getArea() == 0;
            building = point
                    ? model.project()
                            .flatMap(p -> p.buildings().at(middle.x, middle.y, BESIDE_M))
                            .orElse(null)
                    : null;
        }
        model.select(
                building == null
                        ? Selection.NONE
                        : Selection.of(building.building().id()));
        composer.mark(place.building() == null ? middle : null);
        map.navigation().goTo(place.envelope());
        status.say(place.title());
    }

    /** The file of the project that is shown next; null for none. */
    void open(@Nullable ProjectFile file) {
        card.open(file);
        sky.open(file);
        composer.open(file);
    }

    /** Shows the rows, or the commune in figures, below the map. */
    void showFigures(boolean figures) {
        showTable(true);
        if (figures) {
            rows.setDividerPositions(0.42);
        }
        lower.getSelectionModel().select(figures ? 1 : 0);
        lower.requestFocus();
    }

    private static Tab tab(String id, String title) {
        Tab tab = new Tab(title);
        tab.setId("tab-" + id);
        return tab;
    }

    void showTable(boolean shown) {
        if (shown && !rows.getItems().contains(lower)) {
            rows.getItems().add(lower);
            rows.setDividerPositions(share("table", TABLE));
        } else if (!shown) {
            rows.getItems().remove(lower);
        }
        tableShown.set(shown);
    }

    /** Whether the rows, or the commune in figures, stand below the map. */
    ReadOnlyBooleanProperty tableShownProperty() {
        return tableShown.getReadOnlyProperty();
    }

    /** Keeps for the next time where the panels end and begin; what is folded stays as it was before. */
    void rememberShares() {
        List<Node> items = columns.getItems();
        if (items.contains(layers)) {
            keepShare("layers", columns.getDividerPositions()[0]);
        }
        if (items.contains(card)) {
            keepShare("card", columns.getDividerPositions()[items.size() - 2]);
        }
        // The figures make room for themselves; that is not where somebody put the rows.
        if (rows.getItems().contains(lower) && lower.getSelectionModel().getSelectedIndex() == 0) {
            keepShare("table", rows.getDividerPositions()[0]);
        }
    }

    private void keepShare(String panel, double share) {
        settings.put(SHARE + panel, String.format(Locale.ROOT, "%.3f", share));
    }

    private double share(String panel, double otherwise) {
        return settings.get(SHARE + panel)
                .filter(kept -> kept.matches("0\\.\\d{1,6}"))
                .map(Double::parseDouble)
                .orElse(otherwise);
    }

    void showCard(boolean shown) {
        show(card, shown);
    }

    void showLayers(boolean shown) {
        show(layers, shown);
    }

    /** The map as it is seen, with legend, scale bar and sources. */
    Optional<MapPicture> picture() {
        return composer.picture();
    }

    /** Panels at both sides keep their places; what is folded takes none. */
    private void show(Node panel, boolean shown) {
        List<Node> items = columns.getItems();
        if (shown == items.contains(panel)) {
            return;
        }
        if (!shown) {
            items.remove(panel);
        } else {
            items.add(panel == layers ? 0 : items.size(), panel);
        }
        if (items.contains(layers)) {
            columns.setDividerPosition(0, share("layers", LAYERS));
        }
        if (items.contains(card)) {
            columns.setDividerPosition(items.size() - 2, share("card", CARD));
        }
    }

    private void showProject(@Nullable LoadedProject before, @Nullable LoadedProject now) {
        composer.show(now);
        if (now == null) {
            return;
        }
        map.setBuildings(now.buildings());
        map.setEmptyText(now.records().isEmpty() ? t("map.empty") : "");
        map.setAccessibleText(Elision.join(
                t("map.accessible", now.info().commune().name(), now.records().size()),
                now.info().commune().name()));
        boolean same = before != null
                && before.file().equals(now.file())
                && !before.records().isEmpty();
        if (!same) {
            map.navigation().setHome(now.buildings().extent(), composer.framing(now));
            // Once the workbench is visible: what is hidden cannot have the focus.
            Platform.runLater(map::requestFocus);
        }
        status.looking(map.navigation().viewport());
    }

    private void showSelection(Selection selection) {
        composer.show(selection);
        if (!mapIsSource) {
            model.focused()
                    .ifPresent(record -> map.navigation()
                            .reveal(record.building().footprint().getEnvelopeInternal()));
        }
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
            composer.mark(null);
            mapIsSource = true;
            Selection before = model.selection();
            model.select(building.map(record -> record.building().id())
                    .map(id -> toggle ? before.toggled(id) : Selection.of(id))
                    .orElse(toggle ? before : Selection.NONE));
            mapIsSource = false;
        }

        @Override
        public void cleared() {
            shapes.clear();
            composer.mark(null);
            model.select(Selection.NONE);
        }

        @Override
        public void drawn(DrawnShape shape) {
            shapes.show(shape);
        }

        @Override
        public void pointing(double x, double y) {
            status.pointing(x, y);
            sky.look(Double.isNaN(x) ? middle() : new Coordinate(x, y));
        }
    }
}
