package fr.heliotoit.ui;

import fr.heliotoit.ui.model.CardContent;
import fr.heliotoit.ui.model.PlaneWords;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The pieces that the card is made of; every text in them can be marked and copied. */
final class CardParts {
    /** Letters that fit beside a label on the narrowest card. */
    private static final int LONGEST_FIGURE = 24;

    private CardParts() {}

    /** Labels on the left, values on the right; a sentence stands below its label, where it can be broken. */
    static GridPane lines(List<CardContent.Line> lines) {
        GridPane grid = grid();
        int row = 0;
        for (CardContent.Line line : lines) {
            if (line.value().length() > LONGEST_FIGURE) {
                grid.add(muted(line.label()), 0, row++, 2, 1);
                grid.add(styled(line.value(), "card-sentence"), 0, row++, 2, 1);
            } else {
                Label value = styled(line.value(), "card-value");
                value.setMaxWidth(Double.MAX_VALUE);
                grid.addRow(row++, muted(line.label()), value);
            }
        }
        return grid;
    }

    /** Numbered planes: the way they face, their tilt, and below what lies on them. */
    static GridPane planes(List<PlaneWords> planes) {
        GridPane grid = grid();
        for (int i = 0; i < planes.size(); i++) {
            PlaneWords plane = planes.get(i);
            Label tilt = styled(plane.tilt(), "card-value");
            tilt.setMaxWidth(Double.MAX_VALUE);
            grid.addRow(2 * i, styled((i + 1) + ". " + plane.facing(), "card-plane"), tilt);
            grid.add(muted(plane.details()), 0, 2 * i + 1, 2, 1);
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-lines");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        // A figure and its unit stay on one line; the label gives way.
        values.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(labels, values);
        return grid;
    }

    static Label muted(String text) {
        return styled(text, "text-muted");
    }

    static Label styled(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        SelectableText.install(label);
        return label;
    }
}
