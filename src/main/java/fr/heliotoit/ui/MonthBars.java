package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Formats;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Twelve bars, January to December, with the figure on hover and all figures for screen readers. */
final class MonthBars extends HBox {
    private static final double HEIGHT = 72;

    /** @param monthlyKWh twelve values, January first */
    MonthBars(List<Double> monthlyKWh) {
        getStyleClass().add("month-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(IntStream.range(0, monthlyKWh.size())
                .mapToObj(month -> words(month, monthlyKWh.get(month)))
                .collect(Collectors.joining(" ; ")));
        double highest =
                monthlyKWh.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int month = 0; month < monthlyKWh.size(); month++) {
            getChildren().add(bar(month, monthlyKWh.get(month), highest));
        }
    }

    private static VBox bar(int month, double kWh, double highest) {
        Region bar = new Region();
        bar.getStyleClass().add("month-bar");
        double height = highest > 0 ? Math.max(1, HEIGHT * kWh / highest) : 1;
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        Label letter = new Label(t("month." + month).substring(0, 1).toUpperCase(java.util.Locale.ROOT));
        letter.getStyleClass().add("month-letter");
        VBox box = new VBox(bar, letter);
        box.setAlignment(Pos.BOTTOM_CENTER);
        box.setMinHeight(HEIGHT + 20);
        HBox.setHgrow(box, Priority.ALWAYS);
        Tooltip.install(box, new Tooltip(words(month, kWh)));
        return box;
    }

    private static String words(int month, double kWh) {
        return t("month." + month) + " : " + Formats.quantity(kWh, 0, "kWh");
    }
}
