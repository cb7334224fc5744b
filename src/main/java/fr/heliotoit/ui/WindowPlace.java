package fr.heliotoit.ui;

import fr.heliotoit.ui.model.UserSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window was and how large, so that it opens there again: on a screen that is still there, or else where the system puts it. */
final class WindowPlace {
    private static final String PLACE = "window.place";
    private static final String MAXIMIZED = "window.maximized";

    private WindowPlace() {}

    static void restore(Stage stage, UserSettings settings) {
        settings.get(PLACE)
                .flatMap(WindowPlace::read)
                .filter(WindowPlace::reachable)
                .ifPresent(place -> {
                    stage.setX(place.getMinX());
                    stage.setY(place.getMinY());
                    stage.setWidth(place.getWidth());
                    stage.setHeight(place.getHeight());
                });
        if (settings.get(MAXIMIZED).isPresent()) {
            stage.setMaximized(true);
        }
    }

    static void keep(Stage stage, UserSettings settings) {
        settings.put(MAXIMIZED, stage.isMaximized() ? "true" : null);
        boolean usual = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
        if (usual && stage.getWidth() > 0 && stage.getHeight() > 0) {
            settings.put(
                    PLACE,
                    String.format(
                            Locale.ROOT,
                            "%.0f %.0f %.0f %.0f",
                            stage.getX(),
                            stage.getY(),
                            stage.getWidth(),
                            stage.getHeight()));
        }
    }

    private static Optional<Rectangle2D> read(String kept) {
        if (!kept.matches("-?\\d{1,5} -?\\d{1,5} \\d{1,5} \\d{1,5}")) {
            return Optional.empty();
        }
        int[] numbers =
                Arrays.stream(kept.split(" ")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /** The bar by which a window is moved must be on a screen, and the window no larger than that. */
    private static boolean reachable(Rectangle2D place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> screen.contains(place.getMinX() + place.getWidth() / 2, place.getMinY() + 10)
                        && place.getWidth() <= screen.getWidth()
                        && place.getHeight() <= screen.getHeight());
    }
}
