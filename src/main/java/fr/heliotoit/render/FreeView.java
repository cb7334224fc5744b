package fr.heliotoit.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** The view that shows all roofs as large as can be with none of them under legend, scale bar or another plate. */
public final class FreeView {
    /** Nothing touches the edge of the picture. */
    private static final double MARGIN = 1.04;

    private static final double STEP = 1.05;
    /** From here on so much is lost that a covered roof is the lesser evil. */
    private static final double FARTHEST = 2.6;

    private static final int SHIFTS = 4;

    private FreeView() {}

    /** @param layers of the picture; only the {@link Overlay}s among them count */
    public static Viewport of(RoofIndex roofs, List<? extends MapLayer> layers, int width, int height) {
        Envelope extent = roofs.extent();
        if (extent.isNull()) {
            return MapPicture.view(extent, width, height);
        }
        List<Overlay> overlays = layers.stream()
                .filter(Overlay.class::isInstance)
                .map(Overlay.class::cast)
                .toList();
        Viewport fitting = Viewport.fitting(extent, width, height);
        double closest = fitting.metresPerPixel() / 1.1 * MARGIN;
        for (double factor = 1; factor <= FARTHEST; factor *= STEP) {
            double scale = closest * factor;
            double slackX = Math.max(0, width * scale - extent.getWidth() * MARGIN) / 2;
            double slackY = Math.max(0, height * scale - extent.getHeight() * MARGIN) / 2;
            // Plates depend on the scale alone; to measure their words takes much longer than to look for roofs.
            Viewport centred = new Viewport(fitting.centreX(), fitting.centreY(), scale, width, height);
            List<Rectangle2D> plates =
                    overlays.stream().map(overlay -> overlay.plate(centred)).toList();
            for (double[] shift : SHIFTED) {
                Viewport view = new Viewport(
                        fitting.centreX() + shift[0] * slackX,
                        fitting.centreY() + shift[1] * slackY,
                        scale,
                        width,
                        height);
                if (free(roofs, plates, view)) {
                    return view;
                }
            }
        }
        return fitting;
    }

    private static boolean free(RoofIndex roofs, List<Rectangle2D> plates, Viewport view) {
        for (Rectangle2D plate : plates) {
            Envelope ground = new Envelope(
                    view.worldX(plate.getMinX()),
                    view.worldX(plate.getMaxX()),
                    view.worldY(plate.getMaxY()),
                    view.worldY(plate.getMinY()));
            if (roofs.mayTouch(ground)) {
                return false;
            }
        }
        return true;
    }

    /** Shares of the room to spare by which the view is moved, the middle first. */
    private static final List<double[]> SHIFTED = shifts();

    private static List<double[]> shifts() {
        List<double[]> shifts = new ArrayList<>();
        for (int x = -SHIFTS; x <= SHIFTS; x++) {
            for (int y = -SHIFTS; y <= SHIFTS; y++) {
                shifts.add(new double[] {(double) x / SHIFTS, (double) y / SHIFTS});
            }
        }
        shifts.sort(Comparator.comparingDouble(s -> Math.hypot(s[0], s[1])));
        return List.copyOf(shifts);
    }
}
