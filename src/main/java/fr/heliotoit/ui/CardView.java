package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.rules.Conventions;
import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** The card of the building in focus: figure and class in words, or why there is none; what it rests on. */
final class CardView extends ScrollPane {
    private final ProjectModel model;
    private final Conventions conventions;
    private final IntFunction<Color> classColour;
    private final VBox content = new VBox();

    /** @param classColour colour of a class on the map */
    CardView(ProjectModel model, Conventions conventions, IntFunction<Color> classColour) {
        this.model = model;
        this.conventions = conventions;
        this.classColour = classColour;
        setId("card");
        getStyleClass().add("card-view");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content);
        setAccessibleText(t("card.accessible"));
        content.getStyleClass().add("card-content");
        model.selectionProperty().addListener(o -> refresh());
        model.projectProperty().addListener(o -> refresh());
        refresh();
    }

    private void refresh() {
        content.getChildren().clear();
        setVvalue(0);
        LoadedProject project = model.project().orElse(null);
        if (project == null) {
            return;
        }
        int selected = model.selection().ids().size();
        if (selected > 1) {
            content.getChildren().add(muted(Words.count("card.selected", selected)));
        }
        model.focused()
                .ifPresentOrElse(
                        record -> fill(CardContent.of(record, project, conventions)),
                        () -> content.getChildren()
                                .add(muted(t(project.records().isEmpty() ? "card.empty.project" : "card.empty"))));
    }

    private void fill(CardContent card) {
        List<Node> nodes = content.getChildren();
        nodes.add(styled(card.title(), "card-title"));
        card.details().forEach(line -> nodes.add(muted(line)));
        CardContent.Figure figure = card.figure();
        String reason = card.reason();
        if (figure != null) {
            nodes.add(classBadge(figure));
            nodes.add(styled(figure.headline(), "card-headline"));
            nodes.add(muted(t("card.estimate")));
            nodes.add(lines(figure.lines()));
            if (figure.monthlyKWh().isEmpty()) {
                nodes.add(muted(t("card.months.none")));
            } else {
                nodes.add(heading(t("card.months")));
                nodes.add(new MonthBars(figure.monthlyKWh()));
            }
        } else if (reason != null) {
            nodes.add(heading(t("card.why")));
            Label sentence = styled(reason, "card-reason");
            sentence.setId("card-reason");
            nodes.add(sentence);
        }
        nodes.add(heading(t("card.hypotheses")));
        nodes.add(lines(card.hypotheses()));
        nodes.add(heading(t("card.sources")));
        card.sources().forEach(line -> nodes.add(muted(line)));
    }

    private Node classBadge(CardContent.Figure figure) {
        Region swatch = new Region();
        swatch.getStyleClass().add("class-swatch");
        Color colour = classColour.apply(figure.suitabilityClass());
        swatch.setStyle("-fx-background-color: " + colour.toString().replace("0x", "#") + ";");
        Label words = new Label(t("card.class", figure.suitabilityClass(), figure.className(), conventions.classes()));
        words.setId("card-class");
        words.getStyleClass().add("card-class");
        HBox row = new HBox(swatch, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar-row");
        return row;
    }

    private static GridPane lines(List<CardContent.Line> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-lines");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        // A figure and its unit stay on one line; the label gives way.
        values.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(labels, values);
        for (int row = 0; row < lines.size(); row++) {
            Label value = styled(lines.get(row).value(), "card-value");
            value.setMaxWidth(Double.MAX_VALUE);
            grid.addRow(row, muted(lines.get(row).label()), value);
        }
        return grid;
    }

    private static Label heading(String text) {
        return styled(text, "card-heading");
    }

    private static Label muted(String text) {
        return styled(text, "text-muted");
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
