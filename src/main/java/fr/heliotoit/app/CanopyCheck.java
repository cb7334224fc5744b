package fr.heliotoit.app;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whether a canopy raster is what it must be: heights above the ground, on a surface model without trees. A sample of windows is looked
 * at; where there are too few trees to tell, nothing is said.
 */
final class CanopyCheck {
    private static final int WINDOW = 256;
    private static final int WINDOWS = 6;
    private static final int ENOUGH = 50;

    /** No crown of Europe stands that high above the ground [m]. */
    private static final float TALLEST_M = 70;

    /** Crowns at least so high are looked at [m]: their edge shows in a surface model that holds them. */
    private static final float CLEAR_M = 3;

    private final List<Float> heights = new ArrayList<>();
    /** At edges of crowns: step of the surface model over the height of the crown. */
    private final List<Float> steps = new ArrayList<>();

    private CanopyCheck() {}

    static void check(RasterSource surface, RasterSource canopy, Path file) throws Failure {
        CanopyCheck check = new CanopyCheck();
        int columns = surface.grid().columns();
        int rows = surface.grid().rows();
        for (int row = 0; row < rows; row += Math.max(WINDOW, rows / WINDOWS)) {
            for (int column = 0; column < columns; column += Math.max(WINDOW, columns / WINDOWS)) {
                check.look(surface.read(column, row, WINDOW, WINDOW), canopy.read(column, row, WINDOW, WINDOW));
            }
        }
        String name = String.valueOf(file.getFileName());
        if (check.heights.size() >= ENOUGH && middle(check.heights) > TALLEST_M) {
            throw Failure.of("app.irradiance.canopyAltitude", name, middle(check.heights));
        }
        if (check.steps.size() >= ENOUGH && middle(check.steps) > 0.5) {
            throw Failure.of("app.irradiance.canopyInside", name);
        }
    }

    private void look(Raster surface, Raster canopy) {
        int width = canopy.grid().columns();
        for (int i = 0; i < canopy.values().length; i++) {
            float height = canopy.values()[i];
            if (height > 0) {
                heights.add(height);
                // Two cells on, so that an edge smeared over a cell still counts.
                if (height > CLEAR_M && i % width + 2 < width && !(canopy.values()[i + 2] > 0)) {
                    float step = (surface.values()[i] - surface.values()[i + 2]) / height;
                    if (Float.isFinite(step)) {
                        steps.add(step);
                    }
                }
            }
        }
    }

    private static float middle(List<Float> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
