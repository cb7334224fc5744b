package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.RoofHorizon;
import fr.heliotoit.text.Formats;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/** What a roof sees of the sky, unrolled from north to north with the south in the middle, and the sun's ways at solstices and equinox. */
final class HorizonDiagram extends Region {
    private static final double HEIGHT = 130;
    private static final double FOOT = 16;
    private static final double HIGHEST_DEG = 70;
    /** Left of the sky, for the degrees. */
    private static final double LEFT = 28;

    private final RoofHorizon horizon;

    HorizonDiagram(RoofHorizon horizon) {
        this.horizon = horizon;
        getStyleClass().add("horizon");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words(horizon));
        widthProperty().addListener(o -> draw());
    }

    /** The same in words: the highest obstacles to east, south and west, and how much of the sun's way is free. */
    static String words(RoofHorizon horizon) {
        String obstacles = List.of("east", "south", "west").stream()
                .map(side -> t("horizon." + side, degrees(highest(horizon, side))))
                .collect(Collectors.joining(", "));
        String sun = horizon.sun().stream()
                .map(course -> t("horizon.seen", day(course), Formats.percent(horizon.seen(course), 0)))
                .collect(Collectors.joining(", "));
        return t("horizon.words", obstacles, sun);
    }

    private static double highest(RoofHorizon horizon, String side) {
        int middle = switch (side) {
            case "east" -> 90;
            case "south" -> 180;
            default -> 270;
        };
        double highest = 0;
        for (int azimuth = middle - 45; azimuth <= middle + 45; azimuth++) {
            highest = Math.max(highest, horizon.elevationDeg(azimuth));
        }
        return highest;
    }

    private static String day(RoofHorizon.Course course) {
        return t("horizon.day." + course.day().getMonthValue());
    }

    private static String degrees(double value) {
        return Formats.number(value, 0) + "°";
    }

    private void draw() {
        getChildren().clear();
        if (getWidth() < 40) {
            return;
        }
        for (int elevation = 0; elevation < HIGHEST_DEG; elevation += 20) {
            Line line = new Line(LEFT, y(elevation), getWidth(), y(elevation));
            line.getStyleClass().add("horizon-grid");
            getChildren().add(line);
            if (elevation > 0) {
                label(degrees(elevation), 2, y(elevation) + 4);
            }
        }
        for (RoofHorizon.Course course : horizon.sun()) {
            Polyline path = new Polyline();
            path.getStyleClass()
                    .addAll("horizon-sun", "horizon-sun-" + course.day().getMonthValue());
            course.positions().forEach(s -> path.getPoints().addAll(x(s.azimuthDeg()), y(s.elevationDeg())));
            getChildren().add(path);
        }
        Polygon hidden = new Polygon(x(0), y(0));
        hidden.getStyleClass().add("horizon-hidden");
        for (int azimuth = 0; azimuth <= 360; azimuth += 3) {
            hidden.getPoints().addAll(x(azimuth), y(horizon.elevationDeg(azimuth)));
        }
        hidden.getPoints().addAll(getWidth(), y(0));
        getChildren().add(hidden);
        for (int side = 1; side < 4; side++) {
            String word = t("horizon.side." + side);
            label(word, x(90 * side) - 4.0 * word.length() / 2, HEIGHT - 3);
        }
    }

    private void label(String word, double x, double y) {
        Text text = new Text(x, y, word);
        text.getStyleClass().add("horizon-label");
        getChildren().add(text);
    }

    private double x(double azimuthDeg) {
        return LEFT + azimuthDeg / 360 * (getWidth() - LEFT);
    }

    private double y(double elevationDeg) {
        return (HEIGHT - FOOT) * (1 - Math.min(elevationDeg, HIGHEST_DEG) / HIGHEST_DEG);
    }
}
