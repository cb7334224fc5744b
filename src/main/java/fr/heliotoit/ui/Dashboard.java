package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Formats;
import fr.heliotoit.ui.model.DashboardContent;
import fr.heliotoit.ui.model.Latest;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;

/**
 * The buildings that the filter leaves, in figures: totals, then one panel for each way to share them out. A bar selects its buildings on
 * map and table.
 */
final class Dashboard extends ScrollPane {
    private static final double BAR = 90;
    private static final double ROSE = 74;

    private final ProjectModel model;
    private final Conventions conventions;
    private final IntFunction<Color> classColour;
    private final ObservableBooleanValue seen;
    private static final double PACKS_WIDTH = 240;
    private static final int LONG_PACKS = 400;
    private final HBox panels = new HBox();
    private final Latest<DashboardContent> counting = new Latest<>("dashboard", true, this::show);
    private boolean stale = true;

    /** @param seen whether its tab is the one in front */
    Dashboard(
            ProjectModel model, Conventions conventions, IntFunction<Color> classColour, ObservableBooleanValue seen) {
        this.model = model;
        this.seen = seen;
        this.conventions = conventions;
        this.classColour = classColour;
        setId("dashboard");
        setFitToHeight(true);
        setContent(panels);
        setAccessibleText(t("dashboard.accessible"));
        panels.getStyleClass().add("dashboard");
        model.filteredProperty().addListener(o -> {
            stale = true;
            refresh();
        });
        seen.addListener(o -> refresh());
        sceneProperty().addListener(o -> refresh());
    }

    /** Counts when somebody looks; what nobody sees costs nothing. */
    private void refresh() {
        if (stale && seen.get() && getScene() != null) {
            stale = false;
            var records = model.filtered().records();
            counting.submit(() -> DashboardContent.of(records, conventions));
        }
    }

    private void show(DashboardContent content) {
        panels.getChildren().setAll(totals(content.summary()));
        for (DashboardContent.Group group : content.groups()) {
            panels.getChildren().add(panel(group));
        }
        if (!content.summary().monthlyYieldKWh().isEmpty()) {
            panels.getChildren()
                    .add(framed(
                            t("card.months"), new MonthBars(content.summary().monthlyYieldKWh())));
        }
        Label packs = new Label(
                Words.packs("", model.project().map(DashboardContent::packs).orElse(List.of())));
        packs.setId("dashboard-packs");
        packs.getStyleClass().add("text-muted");
        packs.setWrapText(true);
        // What an evaluation comes from is a longer list.
        packs.setPrefWidth(packs.getText().length() > LONG_PACKS ? 2 * PACKS_WIDTH : PACKS_WIDTH);
        if (!packs.getText().isEmpty()) {
            panels.getChildren().add(packs);
        }
    }

    private static Node totals(CommuneSummary summary) {
        VBox box = new VBox(
                figure(Formats.number(summary.buildings()), t("dashboard.total.buildings")),
                figure(Formats.number(summary.withFigure()), t("dashboard.total.known")),
                figure(Energy.area(summary.usableAreaM2()), t("dashboard.total.area")),
                figure(Energy.power(summary.peakPowerKWp()), t("dashboard.total.power")),
                figure(Energy.perYear(summary.yearlyYieldKWh()), t("dashboard.total.yield")));
        box.getStyleClass().add("dashboard-totals");
        return box;
    }

    private static Node figure(String value, String words) {
        Label large = new Label(value);
        large.getStyleClass().add("dashboard-figure");
        Label small = new Label(words);
        small.getStyleClass().add("text-muted");
        return new VBox(large, small);
    }

    private Node panel(DashboardContent.Group group) {
        Node content = group.shape() == DashboardContent.Shape.ROSE ? rose(group.bars()) : bars(group);
        Node panel = framed(group.title(), content);
        panel.setId("dashboard-" + group.id());
        return panel;
    }

    private static Node framed(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-heading");
        VBox box = new VBox(heading, content);
        box.getStyleClass().add("dashboard-panel");
        return box;
    }

    private Node bars(DashboardContent.Group group) {
        int most = group.bars().stream().mapToInt(bar -> bar.ids().size()).max().orElse(0);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("dashboard-bars");
        int row = 0;
        for (DashboardContent.Bar bar : group.bars()) {
            Region length = new Region();
            length.getStyleClass().add("dashboard-bar");
            double width = most == 0
                    ? 0
                    : Math.max(bar.ids().isEmpty() ? 0 : 2, BAR * bar.ids().size() / most);
            length.setMinSize(width, 12);
            length.setMaxSize(width, 12);
            if (bar.suitabilityClass() > 0) {
                Color colour = classColour.apply(bar.suitabilityClass());
                length.setStyle("-fx-background-color: #262626, "
                        + colour.toString().replace("0x", "#") + "; -fx-background-insets: 0, 1;");
            }
            HBox beside = new HBox(length, new Label(Formats.number(bar.ids().size())));
            beside.setAlignment(Pos.CENTER_LEFT);
            beside.setSpacing(5);
            Button button = new Button(bar.label(), beside);
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            button.setAlignment(Pos.CENTER_RIGHT);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().addAll("flat", "dashboard-row");
            button.setMnemonicParsing(false);
            beside.setMinWidth(BAR + 44);
            prepare(button, bar);
            button.setDisable(bar.ids().isEmpty());
            button.setOnAction(event -> select(bar));
            GridPane.setHgrow(button, Priority.ALWAYS);
            grid.add(button, 0, row++);
        }
        return grid;
    }

    /** Petals as long as the square root of the count, so that their areas compare. */
    private Node rose(List<DashboardContent.Bar> bars) {
        int most = bars.stream().mapToInt(bar -> bar.ids().size()).max().orElse(0);
        Pane pane = new Pane();
        double size = 2 * ROSE + 40;
        pane.setMinSize(size, size);
        pane.setMaxSize(size, size);
        double step = 360.0 / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            DashboardContent.Bar bar = bars.get(i);
            double radius = most == 0 ? 0 : ROSE * Math.sqrt((double) bar.ids().size() / most);
            // Arcs begin in the east and turn to the left; the compass begins in the north and turns to the right.
            Arc petal = new Arc(size / 2, size / 2, radius, radius, 90 - i * step - step / 2, step);
            petal.setType(ArcType.ROUND);
            petal.getStyleClass().add("dashboard-petal");
            petal.setFocusTraversable(!bar.ids().isEmpty());
            prepare(petal, bar);
            petal.setOnMouseClicked(event -> select(bar));
            petal.setOnKeyPressed(event -> {
                if (event.getCode() == javafx.scene.input.KeyCode.SPACE
                        || event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                    select(bar);
                    event.consume();
                }
            });
            pane.getChildren().add(petal);
        }
        String[] names = {"0", "4", "8", "12"};
        double[][] places = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
        for (int i = 0; i < names.length; i++) {
            Label name = new Label(t("compass." + names[i]).substring(0, 1).toUpperCase(java.util.Locale.ROOT));
            name.getStyleClass().add("text-muted");
            name.relocate(size / 2 + places[i][0] * (ROSE + 10) - 5, size / 2 + places[i][1] * (ROSE + 10) - 9);
            pane.getChildren().add(name);
        }
        return pane;
    }

    private static void prepare(Node node, DashboardContent.Bar bar) {
        node.setAccessibleText(bar.words());
        Tooltip.install(node, new Tooltip(bar.words()));
    }

    private void select(DashboardContent.Bar bar) {
        if (!bar.ids().isEmpty()) {
            model.select(new Selection(new LinkedHashSet<>(bar.ids()), bar.ids().getFirst()));
        }
    }
}
