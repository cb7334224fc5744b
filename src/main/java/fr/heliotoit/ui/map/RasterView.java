package fr.heliotoit.ui.map;

import fr.heliotoit.app.ViewRaster;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.render.CellColour;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.RasterLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.text.Failure;
import java.awt.Graphics2D;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A raster of any size, read for the view when it is painted.
 *
 * @param problem takes the reason when it cannot be read; may be called on any thread
 */
record RasterView(ViewRaster raster, CellColour colour, Consumer<String> problem) implements MapLayer {
    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        try {
            double ratio = Math.max(1, graphics.getTransform().getScaleX());
            Optional<Raster> cells = raster.at(view.envelope(), view.metresPerPixel() / ratio, cancelled);
            if (cells.isPresent()) {
                new RasterLayer(cells.get(), colour, 1).paint(graphics, view, cancelled);
            }
        } catch (Failure e) {
            problem.accept(e.getMessage());
        }
    }
}
