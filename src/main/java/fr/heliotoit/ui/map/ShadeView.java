package fr.heliotoit.ui.map;

import fr.heliotoit.app.SunShade;
import fr.heliotoit.app.ViewRaster;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.Raster;
import fr.heliotoit.render.MapLayer;
import fr.heliotoit.render.RasterLayer;
import fr.heliotoit.render.Viewport;
import fr.heliotoit.text.Failure;
import java.awt.Graphics2D;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The shadows of a moment over the view, found when it is painted. */
record ShadeView(ViewRaster surface, Crs crs, Instant moment, Consumer<String> problem) implements MapLayer {
    /** What stands farther outside the view throws no shadow into it [m]. */
    private static final double AROUND = 200;

    private static final int SHADE = 0x78001030;

    @Override
    public void paint(Graphics2D graphics, Viewport view, BooleanSupplier cancelled) {
        try {
            Envelope box = view.envelope();
            box.expandBy(AROUND);
            Optional<Raster> heights = surface.at(box, view.metresPerPixel(), cancelled);
            if (heights.isEmpty()) {
                return;
            }
            SunShade sun = SunShade.at(moment, new Coordinate(view.centreX(), view.centreY()), crs);
            new RasterLayer(
                            sun.shade(heights.get()),
                            (raster, column, row) -> raster.at(column, row) == 1 ? SHADE : 0,
                            1)
                    .paint(graphics, view, cancelled);
        } catch (Failure e) {
            problem.accept(e.getMessage());
        }
    }
}
